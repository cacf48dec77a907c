"""Times for visits as either side sees them; the deputy's side opens and closes them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, delete, func, select

from domain.announcements import FARTHEST
from domain.calendar import outside_quiet_hours
from domain.errors import BadInput, NotFound, TransitionRefused
from domain.receptions import Hours, cut, without_clashes
from domain.roles import Actor
from domain.text import clean
from models.deputies import Mandate
from models.news import ReceptionSlot
from services import outbox
from services.directory import Deputy, deputy
from services.events.scope import PAGE, require_side
from services.ids import known_id
from services.unit_of_work import UnitOfWork

PLACE_LIMIT = 300


@dataclass(frozen=True, slots=True)
class Slot:
    """`subject` is for whoever booked it and for the deputy's side."""

    id: int
    deputy: Deputy
    starts_at: datetime
    ends_at: datetime
    place: str | None
    subject: str | None
    is_booked: bool
    is_mine: bool
    is_side: bool
    is_closed: bool
    booking: int
    has_begun: bool


@dataclass(frozen=True, slots=True)
class Slots:
    """`mine`: the visit that this person has booked already."""

    deputy: Deputy
    rows: tuple[Slot, ...]
    page: int
    total: int
    is_side: bool
    mine: Slot | None


async def view(uow: UnitOfWork, actor: Actor, row: ReceptionSlot) -> Slot:
    is_mine = row.booked_by == actor.user_id
    is_side = actor.role_for(row.mandate_id) is not None
    return Slot(
        row.id,
        await deputy(uow, row.mandate_id),
        row.starts_at,
        row.ends_at,
        row.place,
        row.subject if is_mine or is_side else None,
        row.booked_by is not None,
        is_mine,
        is_side,
        row.closed_at is not None,
        row.booking,
        row.starts_at <= uow.now,
    )


async def row_of(uow: UnitOfWork, actor: Actor, ident: int) -> ReceptionSlot:
    """Free, one's own, or of one's own workspace. Raises NotFound: others' are nobody's matter."""
    row = await uow.session.get(ReceptionSlot, known_id("reception", ident), populate_existing=True)
    theirs = row is not None and (
        row.booked_by in {None, actor.user_id} or actor.role_for(row.mandate_id) is not None
    )
    if row is None or not theirs:
        raise NotFound("reception", ident)
    return row


async def slot(uow: UnitOfWork, actor: Actor, ident: int) -> Slot:
    return await view(uow, actor, await row_of(uow, actor, ident))


def ahead(uow: UnitOfWork, mandate_id: int) -> ColumnElement[bool]:
    return and_(
        ReceptionSlot.mandate_id == mandate_id,
        ReceptionSlot.closed_at.is_(None),
        ReceptionSlot.starts_at > uow.now,
    )


async def booked_by(uow: UnitOfWork, actor: Actor, mandate_id: int) -> Slot | None:
    """The one visit that is still to come."""
    row = await uow.session.scalar(
        select(ReceptionSlot)
        .where(ahead(uow, mandate_id), ReceptionSlot.booked_by == actor.user_id)
        .execution_options(populate_existing=True)
    )
    return None if row is None else await view(uow, actor, row)


async def any_for(uow: UnitOfWork, actor: Actor, mandate_id: int) -> bool:
    """Whether there is something to book, or booked by this person."""
    mine_or_free = ReceptionSlot.booked_by.is_(None) | (ReceptionSlot.booked_by == actor.user_id)
    query = select(ReceptionSlot.id).where(ahead(uow, mandate_id), mine_or_free).limit(1)
    return await uow.session.scalar(query) is not None


async def listed(uow: UnitOfWork, actor: Actor, mandate_id: int, page: int = 0) -> Slots:
    """All of them for the deputy's side, the free ones for everybody else, the next first."""
    found = await deputy(uow, known_id("deputy", mandate_id))
    is_side = actor.role_for(mandate_id) is not None
    scope = ahead(uow, mandate_id)
    if not is_side:
        scope = and_(scope, ReceptionSlot.booked_by.is_(None))
    total = await uow.session.scalar(select(func.count(ReceptionSlot.id)).where(scope)) or 0
    here = max(0, min(page, (total - 1) // PAGE))
    rows = await uow.session.scalars(
        select(ReceptionSlot)
        .where(scope)
        .order_by(ReceptionSlot.starts_at)
        .limit(PAGE)
        .offset(here * PAGE)
        .execution_options(populate_existing=True)
    )
    shown = tuple([await view(uow, actor, row) for row in rows.all()])
    mine = None if is_side else await booked_by(uow, actor, mandate_id)
    return Slots(found, shown, here, total, is_side, mine)


def check_hours(uow: UnitOfWork, start: datetime, end: datetime | None) -> Hours:
    """Raises BadInput for what is past, too far, or has no end."""
    if end is None:
        raise BadInput("hours_without_end")
    if start <= uow.now:
        raise BadInput("moment_past")
    if start > uow.now + FARTHEST:
        raise BadInput("moment_too_far")
    if end <= start:
        raise BadInput("end_before_start")
    return start, end


def check_place(typed: str) -> str:
    place = " ".join(clean(typed).split())
    if not place:
        raise BadInput("empty")
    if len(place) > PLACE_LIMIT:
        raise BadInput("too_long", limit=PLACE_LIMIT)
    return place


async def open_times(
    uow: UnitOfWork, actor: Actor, mandate_id: int, hours: Hours,
    minutes: int, place: str | None,
) -> int:  # fmt: skip
    """How many were opened; what overlaps one that is open already is left out."""
    require_side(actor, mandate_id)
    start, end = check_hours(uow, *hours)
    wanted = cut(start, end, minutes)
    # Two assistants open times one after the other.
    await uow.session.get_one(Mandate, mandate_id, with_for_update=True)
    await _make_room(uow, mandate_id, start, end)
    taken = await uow.session.execute(
        select(ReceptionSlot.starts_at, ReceptionSlot.ends_at).where(
            ReceptionSlot.mandate_id == mandate_id,
            ReceptionSlot.starts_at.between(start - timedelta(days=1), end),
        )
    )
    fitting = without_clashes(wanted, [(one, other) for one, other in taken])
    uow.session.add_all(
        ReceptionSlot(
            mandate_id=mandate_id, starts_at=first, ends_at=last, place=place,
            opened_by=actor.user_id, booking=0,
        )
        for first, last in fitting
    )  # fmt: skip
    await uow.session.flush()
    return len(fitting)


async def _make_room(uow: UnitOfWork, mandate_id: int, start: datetime, end: datetime) -> None:
    """Times that were closed and never booked leave nothing behind."""
    await uow.session.execute(
        delete(ReceptionSlot)
        .where(
            ReceptionSlot.mandate_id == mandate_id,
            ReceptionSlot.closed_at.is_not(None),
            ReceptionSlot.booked_by.is_(None),
            ReceptionSlot.starts_at.between(start, end),
        )
        .execution_options(synchronize_session=False)
    )


async def close(uow: UnitOfWork, actor: Actor, ident: int) -> Slot:
    """Takes a time away; whoever booked it is told. A second tap changes nothing."""
    row = await uow.session.get(
        ReceptionSlot, known_id("reception", ident), with_for_update=True, populate_existing=True
    )
    if row is None or actor.role_for(row.mandate_id) is None:
        raise NotFound("reception", ident)
    if row.starts_at <= uow.now:
        raise TransitionRefused("begun", "close", "state")
    if row.closed_at is None:
        row.closed_at = uow.now
        if row.booked_by is not None:
            key = f"visit_closed:{row.id}:{row.booking}"
            morning = outside_quiet_hours(uow.now, uow.rules.zone)
            by_day = outbox.Priority.REMINDER if morning < row.starts_at else outbox.Priority.NOTICE
            await outbox.queue(
                uow, "visit_closed", row.booked_by, key, priority=by_day, slot_id=row.id
            )
        await uow.session.flush()
    return await view(uow, actor, row)


async def of_day(uow: UnitOfWork, actor: Actor, row: ReceptionSlot) -> Sequence[Slot]:
    """The booked visits of the same local day, the first one first."""
    zone = uow.rules.zone
    midnight = row.starts_at.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    rows = await uow.session.scalars(
        select(ReceptionSlot)
        .where(
            ReceptionSlot.mandate_id == row.mandate_id,
            ReceptionSlot.closed_at.is_(None),
            ReceptionSlot.booked_by.is_not(None),
            ReceptionSlot.starts_at >= midnight,
            ReceptionSlot.starts_at < midnight + timedelta(days=1),
        )
        .order_by(ReceptionSlot.starts_at)
    )
    return [await view(uow, actor, one) for one in rows.all()]
