"""Whose record is being written, with everything at hand, and the screens it leads to."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.types import TelegramObject
from markupsafe import Markup

from domain.record_fields import MAIN, Field
from domain.records import RecordKind
from domain.roles import Actor
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.records import choice_views, field_views, views
from handlers.records.states import Logging
from services.lookup_cache import LookupCache
from services.records import guessing, reading, signing
from services.records.guessing import Guess
from services.records.reading import Record
from services.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Desk:
    uow: UnitOfWork
    actor: Actor
    texts: Texts
    state: FSMContext
    cache: LookupCache
    kind: RecordKind
    ident: int

    async def record(self) -> Record:
        return await reading.changeable(self.uow, self.actor, self.kind, self.ident)

    async def sit_down(self, field: Field | None = None, page: int = 0) -> None:
        """What is typed next belongs to this record, to this field. Guesses stay known."""
        known = await self.state.get_data()
        same = known.get("kind") == self.kind and known.get("record") == self.ident
        data: dict[str, Any] = {
            "kind": self.kind,
            "record": self.ident,
            "field": field,
            "page": page,
            "deputy": known.get("deputy") if same else None,
            "day": known.get("day") if same else None,
        }
        await self.state.set_state(Logging.filling)
        await self.state.set_data(data)

    async def hinted(self, guess: Guess) -> None:
        """Keeps what the first message said about deputy and day."""
        deputy = guess.deputy.mandate_id if guess.deputy else None
        day = guess.day.isoformat() if guess.day else None
        await self.state.update_data(deputy=deputy, day=day)

    async def draft(self, note: Markup | None = None) -> Screen:
        """The record with its fields; nothing is asked in particular."""
        one = await self.record()
        await self.sit_down()
        return views.draft(self.texts, one, await self._guess(one), note)

    async def _guess(self, one: Record) -> Guess:
        if not one.is_draft or one.same_as is not None:
            return Guess()
        data = await self.state.get_data()
        day = date.fromisoformat(data["day"]) if data["day"] else None
        hint = await guessing.hint(self.uow, data["deputy"], day)
        return await guessing.guess(self.uow, self.actor, self.cache, one, hint)

    async def ask(self, asked: Field, page: int = 0) -> Screen:
        one = await self.record()
        await self.sit_down(asked, page)
        if asked is Field.PROMISES:
            found = await signing.promises(self.uow, self.actor, self.kind, self.ident, page)
            return choice_views.promises(self.texts, one, found)
        return field_views.ask(self.texts, one, asked, self.uow.rules.today(self.uow.now))

    async def more(self) -> Screen:
        one = await self.record()
        await self.sit_down()
        return views.more(self.texts, one)

    async def after(self, field: Field) -> Screen:
        """A field of the first ones leads back to the draft, another one to its list."""
        return await (self.draft() if field in MAIN[self.kind] else self.more())


DeskOf = Callable[[RecordKind, int], Desk]
AT_HAND = ("uow", "actor", "texts", "state", "lookup_cache")


async def hand_over_desks(
    handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
    event: TelegramObject,
    data: dict[str, Any],
) -> Any:
    """Handlers of this feature take `desk_of` and name the record only."""
    data["desk_of"] = partial(Desk, *(data[key] for key in AT_HAND))
    return await handler(event, data)
