"""When the calendar changes, open dates follow, and everybody concerned is told once."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, and_, or_, select

from domain.appeals import AWAITING_ANSWER, State
from domain.calendar import next_moment_within_hours, outside_quiet_hours
from domain.errors import NotFound
from domain.roles import Actor, Role
from models.appeals import Appeal, AppealEvent
from models.messaging import OutboxMessage
from services import outbox, people
from services.appeals import dates
from services.appeals.events import record
from services.unit_of_work import UnitOfWork

EVENT: Final = "dates_changed"
BATCH: Final = 10  # in one transaction, 2 ms each: whoever writes a letter must not notice
# A coordinator enters the days of one order one after the other: the notice waits for all of them.
SETTLED_AFTER: Final = timedelta(minutes=10)
WITH_DATES: Final = AWAITING_ANSWER | {State.UNDELIVERABLE, State.CLARIFICATION, State.REDIRECTED}
SIDE_CLOCKS: Final = frozenset({"ack", "answer"})


@dataclass(frozen=True, slots=True)
class Moved:
    """A date of a case that one person sees, before and after; `seen_as` is in which role."""

    appeal_id: int
    number: str
    seen_as: Role
    clock: str  # ack, answer, handover, reply
    before: date
    after: date


async def follow_calendar(uow: UnitOfWork) -> bool:
    """Computes anew what rests on another calendar, some at a time; True when there may be more."""
    version = uow.rules.calendar.version
    rows = await uow.session.scalars(
        select(Appeal)
        .where(
            Appeal.state.in_(WITH_DATES),
            or_(Appeal.calendar_version.is_(None), Appeal.calendar_version != version),
        )
        .limit(BATCH)
        .with_for_update(skip_locked=True)
    )
    found = rows.all()
    for appeal in found:
        appeal.calendar_version = version
        moved = await dates.recompute(uow, appeal)
        if moved:
            await record(uow, appeal, EVENT, None, Role.SYSTEM, calendar=version, dates=moved)
            await _tell(uow, appeal, frozenset(moved))
    return len(found) == BATCH


async def _tell(uow: UnitOfWork, appeal: Appeal, clocks: frozenset[str]) -> None:
    rules = uow.rules
    settled = uow.now + SETTLED_AFTER
    by_day = outside_quiet_hours(settled, rules.zone)
    at_work = next_moment_within_hours(settled, rules.zone, rules.hours, rules.calendar)
    await _queue(uow, appeal.author_id, by_day)
    if clocks & SIDE_CLOCKS:
        for user_id in await people.workspace_members(uow, appeal.mandate_id):
            await _queue(uow, user_id, at_work)
    if "handover" in clocks:
        for user_id in await people.coordinators(uow, appeal.assembly_id):
            await _queue(uow, user_id, at_work)


async def _queue(uow: UnitOfWork, user_id: int, due_at: datetime) -> None:
    """One that waits already tells of everything that moved since it was queued."""
    waiting = await uow.session.scalar(
        select(OutboxMessage.id).where(
            OutboxMessage.recipient_id == user_id,
            OutboxMessage.kind == EVENT,
            OutboxMessage.state == "new",
        )
    )
    if waiting is None:
        since = uow.now.isoformat()
        key = f"{EVENT}:{user_id}:{since}"
        await outbox.queue(
            uow, EVENT, user_id, key, priority=outbox.Priority.NOTICE, due_at=due_at, since=since
        )


async def moved_for(uow: UnitOfWork, actor: Actor, since: datetime) -> list[Moved]:
    """What moved since then in the cases of this person and still holds. Raises NotFound.

    A change that was taken back before the notice went out is no news.
    """
    rows = await uow.session.execute(
        select(Appeal, AppealEvent.data)
        .join(AppealEvent, AppealEvent.appeal_id == Appeal.id)
        .where(_of(actor), AppealEvent.action == EVENT, AppealEvent.at >= since)
        .order_by(Appeal.id, AppealEvent.position)
    )
    first: dict[tuple[int, str], tuple[Appeal, date]] = {}
    for appeal, data in rows:
        for clock, (before, _after) in data["dates"].items():
            first.setdefault((appeal.id, clock), (appeal, date.fromisoformat(before)))
    found = [
        Moved(appeal.id, appeal.number or "", role, clock, before, after)
        for (_id, clock), (appeal, before) in first.items()
        if (role := _role(actor, appeal, clock))
        and (after := dates.in_force(appeal).get(clock))
        and after != before
    ]
    if not found:
        raise NotFound("dates")
    return found


def _of(actor: Actor) -> ColumnElement[bool]:
    waits = Appeal.state == State.UNDELIVERABLE
    assemblies = actor.coordinated_assemblies
    if assemblies is not None:
        waits = and_(waits, Appeal.assembly_id.in_(assemblies))
    return and_(
        Appeal.state.in_(WITH_DATES),
        or_(
            Appeal.author_id == actor.user_id,
            Appeal.mandate_id.in_(actor.mandates),
            waits,
        ),
    )


def _role(actor: Actor, appeal: Appeal, clock: str) -> Role | None:
    if appeal.author_id == actor.user_id:
        return Role.VOTER
    if clock in SIDE_CLOCKS:
        return actor.role_for(appeal.mandate_id)
    if clock == "handover" and actor.coordinates(appeal.assembly_id):
        return Role.COORDINATOR
    return None
