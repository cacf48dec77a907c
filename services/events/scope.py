"""Announcements as people see them, and who may do what with one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, select, true

from domain.announcements import USUAL_LENGTH, AnnouncementKind, AnnouncementState
from domain.errors import NotFound
from domain.names import Names
from domain.records import RecordState
from domain.roles import Actor
from models.news import Announcement, Attendance
from models.records import Meeting
from services.directory import Deputy, deputy
from services.ids import known_id
from services.unit_of_work import UnitOfWork

PAGE = 5


@dataclass(frozen=True, slots=True)
class Announced:
    """`coming`: how many said so; `mine`: what this person said, None for nothing yet.

    `record_id`: the meeting that was recorded of it and counts. `confirmed`, `denied`: how many of
    those who said that they come tell afterwards that it took place, or that it did not.
    """

    id: int
    deputy: Deputy
    kind: AnnouncementKind
    state: AnnouncementState
    version: int
    texts: Names
    starts_at: datetime | None
    ends_at: datetime | None
    place: str | None
    url: str | None
    end_reason: str | None
    coming: int
    mine: bool | None
    is_side: bool
    may_stop: bool
    is_over: bool
    may_record: bool
    record_id: int | None
    confirmed: int
    denied: int

    @property
    def is_open(self) -> bool:
        """Published, and still to come where it has a time."""
        return self.state is AnnouncementState.PUBLISHED and not self.is_over

    @property
    def is_ready(self) -> bool:
        """Nothing is missing that readers need."""
        timed = self.kind is not AnnouncementKind.NEWS
        where = self.starts_at is not None and bool(self.place or self.url)
        return any((self.texts.kk, self.texts.ru, self.texts.en)) and (where or not timed)


@dataclass(frozen=True, slots=True)
class Listed:
    deputy: Deputy
    rows: tuple[Announced, ...]
    page: int
    total: int
    is_side: bool


def over_at(row: Announcement) -> datetime | None:
    """When it has taken place; None for what has no time."""
    if row.starts_at is None:
        return None
    return row.ends_at or row.starts_at + USUAL_LENGTH


def require_side(actor: Actor, mandate_id: int) -> None:
    """Raises NotFound for whoever is not of the workspace."""
    if actor.role_for(mandate_id) is None:
        raise NotFound("workspace", mandate_id)


async def row_of(uow: UnitOfWork, actor: Actor, ident: int) -> Announcement:
    """What this person may see: drafts are for their own side. Raises NotFound."""
    row = await uow.session.get(
        Announcement, known_id("announcement", ident), populate_existing=True
    )
    if row is None or (
        row.state == AnnouncementState.DRAFT and actor.role_for(row.mandate_id) is None
    ):
        raise NotFound("announcement", ident)
    return row


async def of_side(uow: UnitOfWork, actor: Actor, ident: int) -> Announcement:
    """To change it: locked, for the deputy and the assistants. Raises NotFound."""
    row = await uow.session.get(
        Announcement, known_id("announcement", ident), with_for_update=True, populate_existing=True
    )
    if row is None or actor.role_for(row.mandate_id) is None:
        raise NotFound("announcement", ident)
    return row


async def shown(uow: UnitOfWork, actor: Actor, ident: int) -> Announced:
    return await view(uow, actor, await row_of(uow, actor, ident))


async def view(uow: UnitOfWork, actor: Actor, row: Announcement) -> Announced:
    found = await deputy(uow, row.mandate_id)
    said = Attendance.announcement_id == row.id
    coming = await uow.session.scalar(select(func.count(Attendance.id)).where(said, _COMES)) or 0
    mine = await uow.session.scalar(
        select(Attendance.coming).where(said, Attendance.user_id == actor.user_id)
    )
    over = over_at(row)
    begun = row.starts_at is not None and row.starts_at <= uow.now
    held = begun and row.state == AnnouncementState.PUBLISHED
    return Announced(
        row.id,
        found,
        AnnouncementKind(row.kind),
        AnnouncementState(row.state),
        row.version,
        row.texts,
        row.starts_at,
        row.ends_at,
        row.place,
        row.url,
        row.end_reason,
        coming,
        mine,
        actor.role_for(row.mandate_id) is not None,
        actor.coordinates(found.assembly_id),
        over is not None and over <= uow.now,
        held and actor.records(found.assembly_id),
        await _recorded(uow, row.id) if held else None,
        *(await _confirmed(uow, row.id) if held else (0, 0)),
    )


async def _confirmed(uow: UnitOfWork, ident: int) -> tuple[int, int]:
    counted = await uow.session.execute(
        select(
            func.count().filter(Attendance.took_place.is_(True)),
            func.count().filter(Attendance.took_place.is_(False)),
        )
        .select_from(Attendance)
        .where(Attendance.announcement_id == ident)
    )
    yes, no = counted.one()
    return yes, no


async def _recorded(uow: UnitOfWork, ident: int) -> int | None:
    found: int | None = await uow.session.scalar(
        select(Meeting.id)
        .where(Meeting.announcement_id == ident, Meeting.state == RecordState.ACCEPTED)
        .order_by(Meeting.id)
        .limit(1)
    )
    return found


_COMES = Attendance.coming.is_(True)


def upcoming(now: datetime) -> ColumnElement[bool]:
    """Not over by its beginning; a meeting of this morning is still of interest."""
    timed = and_(Announcement.starts_at.is_not(None), Announcement.starts_at > now - USUAL_LENGTH)
    return and_(Announcement.state == AnnouncementState.PUBLISHED, timed)


async def ahead(
    uow: UnitOfWork, actor: Actor, mandate_id: int, most: int = 3
) -> Sequence[Announced]:
    """What is announced and still to come, the next first."""
    rows = await uow.session.scalars(
        select(Announcement)
        .where(Announcement.mandate_id == mandate_id, upcoming(uow.now))
        .order_by(Announcement.starts_at, Announcement.id)
        .limit(most)
    )
    return [await view(uow, actor, row) for row in rows.all()]


async def listed(uow: UnitOfWork, actor: Actor, mandate_id: int, page: int = 0) -> Listed:
    """What is to come first, then the rest, the newest first; drafts for the side only."""
    found = await deputy(uow, known_id("deputy", mandate_id))
    is_side = actor.role_for(mandate_id) is not None
    state, draft = Announcement.state, AnnouncementState.DRAFT
    scope = and_(Announcement.mandate_id == mandate_id, true() if is_side else state != draft)
    total = await uow.session.scalar(select(func.count(Announcement.id)).where(scope)) or 0
    here = max(0, min(page, (total - 1) // PAGE))
    rows = await uow.session.scalars(
        select(Announcement)
        .where(scope)
        .order_by(upcoming(uow.now).desc(), Announcement.id.desc())
        .limit(PAGE)
        .offset(here * PAGE)
    )
    shown_rows = tuple([await view(uow, actor, row) for row in rows.all()])
    return Listed(found, shown_rows, here, total, is_side)
