"""A record of what the deputy's side had announced: the form is filled in from it."""

from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select

from domain.announcements import AnnouncementKind
from domain.errors import BadInput, NotFound
from domain.record_fields import Field
from domain.records import MeetingFormat, RecordKind, RecordState
from domain.roles import Actor
from models.records import Meeting
from services import lookup
from services.events import scope
from services.events.scope import Announced
from services.lookup_atlas import Place
from services.lookup_cache import LookupCache
from services.records import drafts, evidence, filling, whereabouts
from services.records.kinds import Row
from services.unit_of_work import UnitOfWork

KIND: Final = RecordKind.MEETING
FORMATS: Final = {
    AnnouncementKind.MEETING: MeetingFormat.MEETING,
    AnnouncementKind.RECEPTION: MeetingFormat.RECEPTION,
    AnnouncementKind.REPORT: MeetingFormat.REPORT,
}


@dataclass(frozen=True, slots=True)
class Begun:
    """`other`: a draft of something else is open, which comes first."""

    record_id: int
    filled: bool = False
    other: bool = False


async def begin(uow: UnitOfWork, actor: Actor, cache: LookupCache, ident: int) -> Begun:
    """A draft, or what this person has recorded of it already. Raises NotFound."""
    told = await scope.shown(uow, actor, ident)
    if not told.may_record:
        raise NotFound("announcement", ident)
    known = await own(uow, actor, ident)
    if known is not None:
        return Begun(known)
    current = await drafts.current(uow, actor, KIND)
    if current is not None:
        return Begun(current, other=True)
    row = await drafts.add(
        uow, actor, KIND, mandate_id=told.deputy.mandate_id, announcement_id=told.id
    )
    await _fill(uow, actor, cache, row, told)
    return Begun(row.id, filled=True)


async def own(uow: UnitOfWork, actor: Actor, ident: int) -> int | None:
    """What this person has recorded of it."""
    found: int | None = await uow.session.scalar(
        select(Meeting.id)
        .where(
            Meeting.announcement_id == ident,
            Meeting.recorded_by == actor.user_id,
            Meeting.state != RecordState.WITHDRAWN,
        )
        .order_by(Meeting.id.desc())
        .limit(1)
    )
    return found


async def _fill(
    uow: UnitOfWork, actor: Actor, cache: LookupCache, row: Row, told: Announced
) -> None:
    """What a record cannot take is left to the person."""
    online = told.url is not None and told.place is None
    form = MeetingFormat.ONLINE if online else FORMATS[told.kind]
    await filling.choose(uow, actor, cache, KIND, row.id, Field.FORMAT, form)
    if told.starts_at is not None:
        day = uow.rules.today(told.starts_at)
        with suppress(BadInput):
            await filling.set_days(uow, actor, KIND, row.id, day, day)
    if told.place is not None:
        await _place(uow, actor, cache, row.id, told.place)
    if told.url is not None:
        with suppress(BadInput):
            await evidence.add_link(uow, actor, KIND, row.id, told.url)


async def _place(uow: UnitOfWork, actor: Actor, cache: LookupCache, ident: int, words: str) -> None:
    """A village that is meant beyond doubt; else the words, which say more."""
    met = await lookup.search(uow, actor, cache, words)
    one = met.meanings[0] if met.clear else None
    if isinstance(one, Place):
        await whereabouts.set_place(uow, actor, cache, ident, one.id)
        return
    with suppress(BadInput):
        await filling.set_words(uow, actor, cache, KIND, ident, Field.PLACE, words)
