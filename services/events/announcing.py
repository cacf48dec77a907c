"""The deputy's side writes, publishes, changes and cancels; a coordinator can stop."""

from datetime import datetime
from typing import Final

from sqlalchemy import select

from domain.announcements import (
    FARTHEST,
    PER_WEEK,
    WEEK,
    AnnouncementKind,
    AnnouncementState,
)
from domain.errors import BadInput, LimitReached, NotFound, TransitionRefused
from domain.names import Language
from domain.roles import Actor
from domain.text import clean, has_letters
from models.deputies import Mandate
from models.news import Announcement
from services import outbox, people
from services.elections import require_no_election
from services.events import fanout, scope
from services.events.scope import Announced, of_side, require_side, shown
from services.unit_of_work import UnitOfWork

TEXT_LIMIT: Final = 1500
PLACE_LIMIT: Final = 300
REASON_LIMIT: Final = 500
CHANGEABLE: Final = frozenset({AnnouncementState.DRAFT, AnnouncementState.PUBLISHED})


async def begin(
    uow: UnitOfWork, actor: Actor, mandate_id: int, kind: AnnouncementKind
) -> Announced:
    """A draft. Raises NotFound for whoever is not of the workspace."""
    require_side(actor, mandate_id)
    row = Announcement(
        mandate_id=mandate_id,
        kind=kind,
        state=AnnouncementState.DRAFT,
        created_by=actor.user_id,
        created_at=uow.now,
        version=1,
    )
    uow.session.add(row)
    await uow.session.flush()
    return await scope.view(uow, actor, row)


async def set_text(
    uow: UnitOfWork, actor: Actor, ident: int, language: Language, typed: str
) -> Announced:
    text = _words(typed, TEXT_LIMIT)
    return await _change(uow, actor, ident, **{f"text_{language}": text})


async def set_place(uow: UnitOfWork, actor: Actor, ident: int, typed: str | None) -> Announced:
    place = None if typed is None else " ".join(_words(typed, PLACE_LIMIT).split())
    return await _change(uow, actor, ident, place=place)


async def set_link(uow: UnitOfWork, actor: Actor, ident: int, url: str | None) -> Announced:
    return await _change(uow, actor, ident, url=url)


async def set_time(
    uow: UnitOfWork, actor: Actor, ident: int, start: datetime, end: datetime | None
) -> Announced:
    """Raises BadInput for what is past or more than a year away."""
    if start <= uow.now:
        raise BadInput("moment_past")
    if start > uow.now + FARTHEST:
        raise BadInput("moment_too_far")
    if end is not None and end <= start:
        raise BadInput("end_before_start")
    return await _change(uow, actor, ident, starts_at=start, ends_at=end)


async def _change(
    uow: UnitOfWork, actor: Actor, ident: int, **values: str | datetime | None
) -> Announced:
    """A change of what is published is a new version, of which those who come are told."""
    row = await _open(uow, actor, ident)
    published = row.state == AnnouncementState.PUBLISHED
    if published:
        require_no_election(uow, (await scope.view(uow, actor, row)).deputy.assembly_code)
    if all(getattr(row, name) == value for name, value in values.items()):
        return await scope.view(uow, actor, row)
    for name, value in values.items():
        setattr(row, name, value)
    found = await scope.view(uow, actor, row)
    if published:
        if not found.is_ready:
            raise BadInput("announcement_unready")
        row.version += 1
        fanout.start(uow, fanout.CHANGED, row, actor)
    await uow.session.flush()
    return found


async def publish(uow: UnitOfWork, actor: Actor, ident: int) -> Announced:
    """Followers are told. A second tap changes nothing.

    Raises LimitReached, ElectionTime, BadInput; the draft stays as it is.
    """
    row = await _open(uow, actor, ident)
    found = await scope.view(uow, actor, row)
    if row.state == AnnouncementState.PUBLISHED:
        return found
    require_no_election(uow, found.deputy.assembly_code)
    if not found.is_ready:
        raise BadInput("announcement_unready")
    if row.starts_at is not None and row.starts_at <= uow.now:
        raise BadInput("moment_past")
    await _within_limit(uow, row.mandate_id)
    row.state, row.published_at = AnnouncementState.PUBLISHED, uow.now
    fanout.start(uow, fanout.NEW, row, actor)
    await uow.session.flush()
    return await scope.view(uow, actor, row)


async def _within_limit(uow: UnitOfWork, mandate_id: int) -> None:
    """Two assistants publish one after the other: the mandate is locked."""
    await uow.session.get_one(Mandate, mandate_id, with_for_update=True)
    rows = await uow.session.scalars(
        select(Announcement.published_at)
        .where(Announcement.mandate_id == mandate_id, Announcement.published_at > uow.now - WEEK)
        .order_by(Announcement.published_at.desc())
        .limit(PER_WEEK)
    )
    published = [moment for moment in rows if moment is not None]
    if len(published) == PER_WEEK:
        raise LimitReached("announcements_a_week", published[-1] + WEEK)


async def cancel(uow: UnitOfWork, actor: Actor, ident: int, typed: str) -> Announced:
    """It will not take place, and why; those who come are told."""
    row = await _open(uow, actor, ident)
    if row.state != AnnouncementState.PUBLISHED:
        raise NotFound("announcement", ident)
    return await _end(uow, actor, row, AnnouncementState.CANCELLED, typed)


async def discard(uow: UnitOfWork, actor: Actor, ident: int) -> int:
    """Throws a draft away; the mandate that it was of."""
    row = await _open(uow, actor, ident)
    if row.state != AnnouncementState.DRAFT:
        raise TransitionRefused(row.state, "discard", "state")
    await uow.session.delete(row)
    return row.mandate_id


async def stop(uow: UnitOfWork, actor: Actor, ident: int, typed: str) -> Announced:
    """By a coordinator of the assembly; the deputy's side is told why."""
    found = await stoppable(uow, actor, ident)
    row = await uow.session.get_one(Announcement, found.id, with_for_update=True)
    ended = await _end(uow, actor, row, AnnouncementState.STOPPED, typed)
    for user_id in await people.workspace_members(uow, row.mandate_id):
        key = f"announcement_stopped:{row.id}:{user_id}"
        await outbox.queue(
            uow,
            "announcement_stopped",
            user_id,
            key,
            priority=outbox.Priority.REMINDER,
            announcement_id=row.id,
        )
    return ended


async def stoppable(uow: UnitOfWork, actor: Actor, ident: int) -> Announced:
    """What a coordinator may stop. Raises NotFound."""
    found = await shown(uow, actor, ident)
    if not (found.may_stop and found.state is AnnouncementState.PUBLISHED):
        raise NotFound("announcement", ident)
    return found


async def _open(uow: UnitOfWork, actor: Actor, ident: int) -> Announcement:
    """What can still be changed. Raises TransitionRefused."""
    row = await of_side(uow, actor, ident)
    over = scope.over_at(row)
    if row.state not in CHANGEABLE or (
        row.state == AnnouncementState.PUBLISHED and over is not None and over <= uow.now
    ):
        raise TransitionRefused(row.state, "change", "state")
    return row


async def changeable(uow: UnitOfWork, actor: Actor, ident: int) -> Announced:
    return await scope.view(uow, actor, await _open(uow, actor, ident))


async def _end(
    uow: UnitOfWork, actor: Actor, row: Announcement, state: AnnouncementState, typed: str
) -> Announced:
    row.end_reason = _words(typed, REASON_LIMIT)
    row.state, row.ended_at, row.ended_by = state, uow.now, actor.user_id
    await fanout.call_off(uow, row)
    fanout.start(uow, fanout.ENDED, row, actor)
    await uow.session.flush()
    return await scope.view(uow, actor, row)


def _words(typed: str, limit: int) -> str:
    text = clean(typed)
    if not text:
        raise BadInput("empty")
    if not has_letters(text):
        raise BadInput("no_letters")
    if len(text) > limit:
        raise BadInput("too_long", limit=limit)
    return text
