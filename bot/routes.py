"""Which handler answers an update: a flat look-up instead of aiogram's walk through all routers.

The features register with aiogram's routers and filters, in the order in which they want to be
asked. Here a handler of a button or of a command is asked only when that button or command came;
asking some eighty others each time took a third of an update (docs/measurements.md). Routers below
the root may have inner middlewares; outer ones belong to the roots, and filters to handlers.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from aiogram import Router
from aiogram.dispatcher.event.handler import HandlerObject
from aiogram.dispatcher.event.telegram import TelegramEventObserver
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackQueryFilter
from aiogram.types import CallbackQuery, Message, TelegramObject, Update

Data = dict[str, Any]
ANY = ""  # asked whatever came


@dataclass(frozen=True, slots=True)
class Route:
    handler: HandlerObject
    middlewares: tuple[Any, ...]
    keys: frozenset[str]  # the buttons or commands without which it need not be asked


@dataclass
class Routes:
    """`shared` is handed to every handler that asks for it by name."""

    private: Router
    groups: Router
    shared: Data
    _tables: dict[tuple[str, bool], dict[str, list[Route]]] = field(default_factory=dict)

    async def feed(self, update: Update, data: Data, *, is_private: bool) -> Any:
        """What the first handler that wants the update gives, None where nobody does."""
        kind = update.event_type
        outer = (self.private if is_private else self.groups).observers[kind].outer_middleware
        call = _wrapped(outer, partial(self._handled, self._table(kind, private=is_private)))
        return await call(update.event, self.shared | data)

    async def _handled(
        self, table: dict[str, list[Route]], event: TelegramObject, data: Data
    ) -> Any:
        for route in table.get(_key(event), table[ANY]):
            wanted, found = await route.handler.check(event, **data)
            if wanted:
                call = _wrapped(route.middlewares, partial(_call, route.handler))
                return await call(event, data | found)
        return None

    def _table(self, kind: str, *, private: bool) -> dict[str, list[Route]]:
        """The routes for each key, with those that are always asked in their places."""
        table = self._tables.get((kind, private))
        if table is None:
            root = self.private if private else self.groups
            routes = [Route(*found, _keys(found[0])) for found in _handlers(root, kind)]
            keys = {ANY}.union(*(route.keys for route in routes))
            table = self._tables[kind, private] = {
                key: [route for route in routes if route.keys & {key, ANY}] for key in keys
            }
        return table


def _handlers(root: Router, kind: str) -> Iterator[tuple[HandlerObject, tuple[Any, ...]]]:
    for router in root.chain_tail:
        observer: TelegramEventObserver = router.observers[kind]
        if router is not root and len(observer.outer_middleware):
            raise TypeError(router.name)
        chain = [*router.chain_head][::-1]
        inner = [one for above in chain for one in above.observers[kind].middleware]
        for handler in observer.handlers:
            yield handler, tuple(inner)


def _keys(handler: HandlerObject) -> frozenset[str]:
    for one in handler.filters or ():
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
