"""Whether each case fits its state: reasons, parents, questions, answers and dates."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.orm import aliased

from domain.appeals import (
    AWAITING_ANSWER,
    Closing,
    HoldReason,
    ReturnReason,
    State,
    Topic,
    Visibility,
)
from domain.terms import RuleId
from models.appeals import Answer, Appeal
from models.casework import Clarification, Supporter
from services.appeals import dates
from services.appeals.changed_dates import WITH_DATES
from services.appeals.dates import Dates
from services.unit_of_work import UnitOfWork

MESSAGES: Final = {
    "parent": "appeal {appeal}: {state}, but it does not say to which appeal",
    "own_parent": "appeal {appeal}: is joined, merged or redirected to itself",
    "no_reason": "appeal {appeal}: {state} without a reason",
    "no_question": "appeal {appeal}: waits for a reply, but nothing was asked",
    "no_answer": "appeal {appeal}: {state}, but no answer was sent or it has no outcome",
    "supporter": "appeal {appeal}: has supporters, but was never registered",
    "no_clock": "appeal {appeal}: {state}, but its clock never started",
    "e_otinish": "appeal {appeal}: a number of e-Otinish without its day, or the reverse",
    "unknown_word": "appeal {appeal}: unknown {field} {value}",
    "due": "appeal {appeal}: {clock} is due on {stored}, its clock says {computed}",
}
_WORDS: Final[dict[str, type[StrEnum]]] = {
    "closed_as": Closing,
    "held_for": HoldReason,
    "returned_for": ReturnReason,
    "topic": Topic,
    "visibility": Visibility,
    "clock_rule": RuleId,
}
_ANSWERED: Final = (State.ANSWERED, State.CONFIRMED, State.PARTLY)

Found = tuple[str, dict[str, Any]]


async def findings(uow: UnitOfWork) -> list[Found]:
    """Keys of MESSAGES with what their sentences need."""
    found: list[Found] = []
    for reason, condition in _conditions().items():
        rows = await uow.session.execute(
            select(Appeal.id, Appeal.state).where(condition).order_by(Appeal.id)
        )
        found += [(reason, {"appeal": ident, "state": state}) for ident, state in rows]
    return [*found, *await _unknown_words(uow), *await _due(uow)]


def _conditions() -> dict[str, ColumnElement[bool]]:
    state = Appeal.state
    asked = exists().where(Clarification.appeal_id == Appeal.id, Clarification.replied_at.is_(None))
    sent = exists().where(
        Answer.appeal_id == Appeal.id, Answer.sent_at.is_not(None), Answer.interim.is_(False)
    )
    supported = exists().where(Supporter.appeal_id == Appeal.id)
    child = aliased(Appeal)
    return {
        "parent": and_(state.in_([State.JOINED, State.MERGED]), Appeal.parent_id.is_(None)),
        "own_parent": exists().where(child.id == Appeal.id, child.parent_id == child.id),
        "no_reason": or_(
            and_(state == State.CLOSED, Appeal.closed_as.is_(None)),
            and_(state == State.HELD, Appeal.held_for.is_(None)),
            and_(state == State.RETURNED, Appeal.returned_for.is_(None)),
        ),
        "no_question": and_(state == State.CLARIFICATION, ~asked),
        "no_answer": and_(state.in_(_ANSWERED), or_(~sent, Appeal.outcome.is_(None))),
        "supporter": and_(state.in_([State.DRAFT, State.HELD, State.RETURNED]), supported),
        "no_clock": and_(state.in_(AWAITING_ANSWER), Appeal.clock_started_on.is_(None)),
        "e_otinish": Appeal.e_otinish_number.is_(None) != Appeal.e_otinish_on.is_(None),
    }


async def _unknown_words(uow: UnitOfWork) -> list[Found]:
    found: list[Found] = []
    for field, known in _WORDS.items():
        column = getattr(Appeal, field)
        rows = await uow.session.execute(
            select(Appeal.id, column).where(column.is_not(None), column.not_in(list(known)))
        )
        found += [
            ("unknown_word", {"appeal": ident, "field": field, "value": value})
            for ident, value in rows
        ]
    return found


async def _due(uow: UnitOfWork) -> list[Found]:
    """Dates that rest on today's calendar; others are computed anew by the next tick."""
    ids = await uow.session.scalars(
        select(Appeal.id)
        .where(
            Appeal.state.in_(WITH_DATES),
            Appeal.calendar_version == uow.rules.calendar.version,
        )
        .order_by(Appeal.id)
    )
    found: list[Found] = []
    for ident in ids.all():
        appeal = await uow.session.get_one(Appeal, ident)
        found += _wrong(appeal, await dates.dates_of(uow, appeal))
        uow.session.expunge_all()  # a check of a large database must not keep all of it
    return found


def _wrong(appeal: Appeal, clocks: Dates) -> Iterator[Found]:
    answer = clocks.answer
    expected = {
        "ack": clocks.acknowledge.due if clocks.acknowledge else None,
        "answer": answer.due if answer and not answer.stands else None,
        "handover": clocks.handover.due if clocks.handover else None,
        "reply": clocks.reply.due if clocks.reply else None,
    }
    for clock, stored in dates.in_force(appeal).items():
        if stored != expected[clock]:
            facts = {"clock": clock, "stored": stored, "computed": expected[clock] or "nothing"}
            yield "due", {"appeal": appeal.id, **facts}
