"""The dates of an appeal, each with how it was computed. One function for receipt and inbox."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select, update

from domain.appeals import AWAITING_ANSWER, State
from domain.clock import AnswerDue, Extension, Pause, answer_due
from domain.due import RULES, DueDate, RuleId, due
from domain.life_cycle import Action
from models import casework
from models.appeals import Appeal, AppealEvent
from services.unit_of_work import UnitOfWork

_STARTS = (
    Action.DELIVER,
    Action.HAND_OVER,
    Action.SUCCEED,
    Action.DISPUTE,
    Action.SEND_BACK,
    Action.WRITE_AGAIN,
    Action.REOPEN,
)


@dataclass(frozen=True, slots=True)
class Dates:
    """`acknowledge` and `answer` are None while the clocks wait for the handover."""

    acknowledge: DueDate | None
    answer: AnswerDue | None
    handover: DueDate | None
    reply: DueDate | None  # of the author, to what the deputy's side asked


async def start_clocks(
    uow: UnitOfWork, appeal: Appeal, day: date, rule: RuleId = RuleId.ANSWER
) -> None:
    """Both clocks count from `day`, which is day zero.

    One that begins again has its own rule, and nothing is to be acknowledged a second time.
    """
    appeal.clock_started_on = day
    appeal.clock_rule = rule
    if rule is RuleId.ANSWER:
        appeal.ack_due = due(day, RULES[RuleId.ACKNOWLEDGEMENT], uow.rules.calendar).due
    await compute(uow, appeal)


async def begin_anew(uow: UnitOfWork, appeal: Appeal) -> None:
    """A case that goes back into work: a new term, and what was reached before counts no more."""
    appeal.outcome = appeal.closed_as = None
    await drop_requests(uow, appeal)
    await start_clocks(uow, appeal, today_working(uow), RuleId.REOPENED)


async def drop_requests(uow: UnitOfWork, appeal: Appeal) -> None:
    """More time that was asked for the clock before is not granted any more."""
    asked = casework.ExtensionRequest
    await uow.session.execute(
        update(asked)
        .where(asked.appeal_id == appeal.id, asked.decided_at.is_(None))
        .values(decided_at=uow.now, granted=False)
    )


async def compute(uow: UnitOfWork, appeal: Appeal) -> AnswerDue | None:
    """Stores the due date anew, after a pause, an extension or a change of the calendar."""
    found = await _answer(uow, appeal)
    appeal.answer_due = None if found is None or found.stands else found.due
    appeal.calendar_version = uow.rules.calendar.version
    return found


def wait_for_handover(uow: UnitOfWork, appeal: Appeal, day: date) -> None:
    """A coordinator has a term of their own; the clocks of the deputy's side wait."""
    appeal.handover_due = due(day, RULES[RuleId.HANDOVER], uow.rules.calendar).due
    appeal.calendar_version = uow.rules.calendar.version


def today_working(uow: UnitOfWork) -> date:
    """The day on which a clock that begins now starts."""
    return uow.rules.calendar.next_working(uow.rules.today(uow.now))


async def dates_of(uow: UnitOfWork, appeal: Appeal) -> Dates:
    """How the stored dates came about."""
    calendar = uow.rules.calendar
    start = appeal.clock_started_on
    return Dates(
        acknowledge=due(start, RULES[RuleId.ACKNOWLEDGEMENT], calendar)
        if start and appeal.clock_rule == RuleId.ANSWER
        else None,
        answer=await _answer(uow, appeal),
        handover=await _handover(uow, appeal) if start is None else None,
        reply=await _reply(uow, appeal),
    )


async def recompute(uow: UnitOfWork, appeal: Appeal) -> dict[str, list[str]]:
    """Stores all dates anew, by the calendar of now; what moved: clock -> day before, day after."""
    before = in_force(appeal)
    found = await dates_of(uow, appeal)
    if found.acknowledge and appeal.ack_due:
        appeal.ack_due = found.acknowledge.due
    if found.handover and appeal.handover_due:
        appeal.handover_due = found.handover.due
    if found.reply and appeal.reply_due:
        appeal.reply_due = found.reply.due
    await compute(uow, appeal)
    after = in_force(appeal)
    return {
        clock: [day.isoformat(), later.isoformat()]
        for clock, day in before.items()
        if (later := after.get(clock)) and later != day
    }


def in_force(appeal: Appeal) -> dict[str, date]:
    """The dates in force in this state."""
    state = State(appeal.state)
    dates = {
        "ack": appeal.ack_due if state in {State.REGISTERED, State.DELIVERED} else None,
        "answer": appeal.answer_due if state in AWAITING_ANSWER else None,
        "handover": appeal.handover_due if state is State.UNDELIVERABLE else None,
        "reply": appeal.reply_due if state is State.CLARIFICATION else None,
    }
    return {clock: day for clock, day in dates.items() if day is not None}


async def _handover(uow: UnitOfWork, appeal: Appeal) -> DueDate | None:
    """Counted from the day on which a coordinator was asked, at the earliest the registration."""
    if appeal.handover_due is None or appeal.registered_on is None:
        return None
    asked_at = await uow.session.scalar(
        select(AppealEvent.at)
        .where(AppealEvent.appeal_id == appeal.id, AppealEvent.action == Action.FAIL_DELIVERY)
        .order_by(AppealEvent.position.desc())
        .limit(1)
    )
    day = uow.rules.today(asked_at) if asked_at else appeal.registered_on
    return due(max(day, appeal.registered_on), RULES[RuleId.HANDOVER], uow.rules.calendar)


async def _answer(uow: UnitOfWork, appeal: Appeal) -> AnswerDue | None:
    if appeal.clock_started_on is None:
        return None
    rule = RULES[RuleId(appeal.clock_rule or RuleId.ANSWER)]
    changes = await _changes(uow, appeal)
    return answer_due(appeal.clock_started_on, rule, changes, uow.rules.calendar)


async def _changes(uow: UnitOfWork, appeal: Appeal) -> tuple[Pause | Extension, ...]:
    """What changed the clock that runs now, in order."""
    today = uow.rules.today
    asked = await uow.session.scalars(
        select(casework.Clarification).where(casework.Clarification.appeal_id == appeal.id)
    )
    extended = await uow.session.scalars(
        select(casework.Extension).where(casework.Extension.appeal_id == appeal.id)
    )
    waits = appeal.state == State.CLARIFICATION
    # A question follows what was decided at the same moment: none can be asked the other way round.
    found: list[tuple[datetime, Pause | Extension]] = [
        (row.decided_at, Extension(today(row.decided_at), row.until)) for row in extended
    ]
    found += [
        (row.asked_at, Pause(today(row.asked_at), row.replied_at and today(row.replied_at)))
        for row in asked
        if row.replied_at or waits
    ]
    since = await _began(uow, appeal) if found else None
    return tuple(
        change for moment, change in sorted(found, key=_moment) if since is None or moment >= since
    )


async def _began(uow: UnitOfWork, appeal: Appeal) -> datetime | None:
    """When the clock that runs now was started; its day zero may lie later, after a weekend."""
    return await uow.session.scalar(
        select(func.max(AppealEvent.at)).where(
            AppealEvent.appeal_id == appeal.id, AppealEvent.action.in_(_STARTS)
        )
    )


def _moment(item: tuple[datetime, Pause | Extension]) -> datetime:
    return item[0]


async def _reply(uow: UnitOfWork, appeal: Appeal) -> DueDate | None:
    if appeal.state != State.CLARIFICATION:
        return None
    asked_at = await uow.session.scalar(
        select(casework.Clarification.asked_at)
        .where(
            casework.Clarification.appeal_id == appeal.id,
            casework.Clarification.replied_at.is_(None),
        )
        .order_by(casework.Clarification.id.desc())
    )
    if asked_at is None:
        return None
    rule = RULES[RuleId.CLARIFICATION]
    return due(uow.rules.today(asked_at), rule, uow.rules.calendar)
