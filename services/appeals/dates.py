"""The dates of an appeal, each with how it was computed. One function for receipt and inbox."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from domain.appeals import State
from domain.clock import AnswerDue, Extension, Pause, answer_due
from domain.due import RULES, DueDate, RuleId, due
from models import casework
from models.appeals import Appeal
from services.unit_of_work import UnitOfWork


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
    """Both clocks count from `day`, which is day zero; one that begins again has its own rule."""
    calendar = uow.rules.calendar
    appeal.clock_started_on = day
    appeal.clock_rule = rule
    appeal.ack_due = due(day, RULES[RuleId.ACKNOWLEDGEMENT], calendar).due
    await compute(uow, appeal)


async def compute(uow: UnitOfWork, appeal: Appeal) -> AnswerDue | None:
    """Stores the due date anew, after a pause, an extension or a change of the calendar."""
    found = await _answer(uow, appeal)
    appeal.answer_due = None if found is None or found.stands else found.due
    appeal.calendar_version = uow.rules.calendar.version
    return found


def wait_for_handover(uow: UnitOfWork, appeal: Appeal, day: date) -> None:
    """A coordinator has a term of their own; the clocks of the deputy's side wait."""
    appeal.handover_due = due(day, RULES[RuleId.HANDOVER], uow.rules.calendar).due


def today_working(uow: UnitOfWork) -> date:
    """The day on which a clock that begins now starts."""
    return uow.rules.calendar.next_working(uow.rules.today(uow.now))


async def dates_of(uow: UnitOfWork, appeal: Appeal) -> Dates:
    """How the stored dates came about."""
    calendar = uow.rules.calendar
    start, registered = appeal.clock_started_on, appeal.registered_on
    waits = start is None and appeal.handover_due is not None
    return Dates(
        acknowledge=due(start, RULES[RuleId.ACKNOWLEDGEMENT], calendar) if start else None,
        answer=await _answer(uow, appeal),
        handover=due(registered, RULES[RuleId.HANDOVER], calendar)
        if waits and registered
        else None,
        reply=await _reply(uow, appeal),
    )


async def _answer(uow: UnitOfWork, appeal: Appeal) -> AnswerDue | None:
    if appeal.clock_started_on is None:
        return None
    rule = RULES[RuleId(appeal.clock_rule or RuleId.ANSWER)]
    changes = await _changes(uow, appeal, appeal.clock_started_on)
    return answer_due(appeal.clock_started_on, rule, changes, uow.rules.calendar)


async def _changes(uow: UnitOfWork, appeal: Appeal, since: date) -> tuple[Pause | Extension, ...]:
    """What changed the clock that runs now, in order."""
    today = uow.rules.today
    asked = await uow.session.scalars(
        select(casework.Clarification).where(casework.Clarification.appeal_id == appeal.id)
    )
    extended = await uow.session.scalars(
        select(casework.Extension).where(casework.Extension.appeal_id == appeal.id)
    )
    found = [
        (row.asked_at, Pause(today(row.asked_at), row.replied_at and today(row.replied_at)))
        for row in asked
    ] + [(row.decided_at, Extension(today(row.decided_at), row.until)) for row in extended]
    return tuple(change for moment, change in sorted(found, key=_moment) if today(moment) >= since)


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
