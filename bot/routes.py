"""Which handler answers an update: a flat look-up instead of aiogram's walk through all routers.

The features register with aiogram's routers and filters, in the order in which they want to be
asked. Here a handler of a button, a command or a step of a conversation is asked only when that
one came; asking the other hundred each time took a third of an update (docs/measurements.md).
Routers below the root may have inner middlewares; outer ones belong to the roots, and filters to
handlers.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from aiogram import Router
from aiogram.dispatcher.event.handler import FilterObject, HandlerObject
from aiogram.dispatcher.event.telegram import TelegramEventObserver
from aiogram.filters import Command, StateFilter
from aiogram.filters.callback_data import CallbackQueryFilter
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message, TelegramObject, Update

Data = dict[str, Any]
ANY = ""  # asked whatever came


@dataclass(frozen=True, slots=True)
class Route:
    """`keys`: the buttons or commands without which it need not be asked; `steps` likewise."""

    handler: HandlerObject
    middlewares: tuple[Any, ...]
    keys: frozenset[str]
    steps: tuple[StateFilter, ...]
    filters: tuple[FilterObject, ...]

    async def wants(self, event: TelegramObject, data: Data) -> Data | None:
        """What its filters found, or None."""
        found: Data = {}
        for one in self.filters:
            if one.magic is not None:  # aiogram would take a thread for it
                said = one.magic.resolve(event)
            else:
                said = await one.call(event, **data, **found)
            if not said:
                return None
            if isinstance(said, dict):
                found |= said
        return found


@dataclass(frozen=True, slots=True)
class Table:
    """The routes of one kind of update, sorted out once for each key and step."""

    routes: tuple[Route, ...]
    keys: frozenset[str]
    sorted_out: dict[tuple[str, str | None], list[Route]] = field(default_factory=dict)

    async def candidates(self, event: TelegramObject, step: str | None) -> list[Route]:
        key = _key(event)
        place = (key if key in self.keys else ANY, step)
        found = self.sorted_out.get(place)
        if found is None:
            found = self.sorted_out[place] = [
                route
                for route in self.routes
                if route.keys & {place[0], ANY}
                and all([await one(event, raw_state=step) for one in route.steps])
            ]
        return found


@dataclass
class Routes:
    """`shared` is handed to every handler that asks for it by name."""

    private: Router
    groups: Router
    shared: Data
    _tables: dict[tuple[str, bool], Table] = field(default_factory=dict)

    async def feed(self, update: Update, data: Data, *, is_private: bool) -> Any:
        """What the first handler that wants the update gives, None where nobody does."""
        kind = update.event_type
        outer = (self.private if is_private else self.groups).observers[kind].outer_middleware
        call = _wrapped(outer, partial(_handled, self._table(kind, private=is_private)))
        return await call(update.event, self.shared | data)

    def _table(self, kind: str, *, private: bool) -> Table:
        found = self._tables.get((kind, private))
        if found is None:
            routes = tuple(_routes(self.private if private else self.groups, kind))
            keys = frozenset().union(*(route.keys for route in routes))
            found = self._tables[kind, private] = Table(routes, keys)
        return found


async def _handled(table: Table, event: TelegramObject, data: Data) -> Any:
    for route in await table.candidates(event, data.get("raw_state")):
        found = await route.wants(event, data)
        if found is not None:
            call = _wrapped(route.middlewares, partial(_call, route.handler))
            return await call(event, data | found)
    return None


def _routes(root: Router, kind: str) -> Iterator[Route]:
    for handler, middlewares in _handlers(root, kind):
        filters = handler.filters or []
        steps = [one for one in filters if isinstance(one.callback, StateFilter | State)]
        others = tuple(one for one in filters if one not in steps)
        only_in = tuple(_step(one.callback) for one in steps)
        yield Route(handler, middlewares, _keys(others), only_in, others)


def _handlers(root: Router, kind: str) -> Iterator[tuple[HandlerObject, tuple[Any, ...]]]:
    for router in root.chain_tail:
        observer: TelegramEventObserver = router.observers[kind]
        if router is not root and len(observer.outer_middleware):
            raise TypeError(router.name)
        chain = [*router.chain_head][::-1]
        inner = [one for above in chain for one in above.observers[kind].middleware]
        for handler in observer.handlers:
            yield handler, tuple(inner)


def _step(given: Any) -> StateFilter:
    return given if isinstance(given, StateFilter) else StateFilter(given)


def _keys(filters: Iterable[FilterObject]) -> frozenset[str]:
    for one in filters:
        if isinstance(one.callback, CallbackQueryFilter):
            return frozenset({one.callback.callback_data.__prefix__})
        if isinstance(one.callback, Command):
            return frozenset(f"/{name}" for name in one.callback.commands)
    return frozenset({ANY})


def _key(event: TelegramObject) -> str:
    if isinstance(event, CallbackQuery):
        return (event.data or "").partition(":")[0]
    text = (event.text or event.caption or "") if isinstance(event, Message) else ""
    return text.split(maxsplit=1)[0].partition("@")[0] if text.startswith("/") else ANY


def _wrapped(middlewares: Iterable[Any], call: Callable[..., Any]) -> Callable[..., Any]:
    for one in reversed([*middlewares]):
        call = partial(one, call)
    return call


async def _call(handler: HandlerObject, event: TelegramObject, data: Data) -> Any:
    return await handler.call(event, **data)
