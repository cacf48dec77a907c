"""The dates of an appeal, each with how it was computed. One function for receipt and inbox."""

from dataclasses import dataclass
from datetime import date

from domain.due import RULES, DueDate, RuleId, due
from models.appeals import Appeal
from services.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Dates:
    """`acknowledge` and `answer` are None while the clocks wait for the handover."""

    acknowledge: DueDate | None
    answer: DueDate | None
    handover: DueDate | None


def start_clocks(uow: UnitOfWork, appeal: Appeal, day: date) -> None:
    """Both clocks count from `day`, which is day zero."""
    calendar = uow.rules.calendar
    appeal.clock_started_on = day
    appeal.ack_due = due(day, RULES[RuleId.ACKNOWLEDGEMENT], calendar).due
    appeal.answer_due = due(day, RULES[RuleId.ANSWER], calendar).due
    appeal.calendar_version = calendar.version


def wait_for_handover(uow: UnitOfWork, appeal: Appeal, day: date) -> None:
    """A coordinator has a term of their own; the clocks of the deputy's side wait."""
    appeal.handover_due = due(day, RULES[RuleId.HANDOVER], uow.rules.calendar).due


def dates_of(uow: UnitOfWork, appeal: Appeal) -> Dates:
    """How the stored dates came about."""
    calendar = uow.rules.calendar
    start = appeal.clock_started_on
    explained = {
        rule: due(start, RULES[rule], calendar)
        for rule in (RuleId.ACKNOWLEDGEMENT, RuleId.ANSWER)
        if start is not None
    }
    registered = appeal.registered_on
    waits = start is None and registered is not None and appeal.handover_due is not None
    return Dates(
        acknowledge=explained.get(RuleId.ACKNOWLEDGEMENT),
        answer=explained.get(RuleId.ANSWER),
        handover=due(registered, RULES[RuleId.HANDOVER], calendar)
        if waits and registered
        else None,
    )
