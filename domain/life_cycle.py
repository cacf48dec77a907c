"""The life of an appeal as one table: what is not listed here does not happen."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from domain.appeals import FINAL, OPEN, State
from domain.errors import TransitionRefused
from domain.roles import Role

# Windows counted in calendar days from the moment of the last change of state.
DRAFT_LIVES: Final = timedelta(days=7)
REWRITE_WITHIN: Final = timedelta(days=14)
DISPUTE_WITHIN: Final = timedelta(days=30)
SILENT_AFTER: Final = timedelta(days=30)  # an answer without a word from the author
SETTLED_AFTER: Final = timedelta(days=30)  # solved or partly solved
REDIRECTED_LIVES: Final = timedelta(days=30)  # after its due date
REOPEN_WITHIN: Final = timedelta(days=60)
# Counted from the end of a case: its words, and then all of it but the number.
WORDS_KEPT: Final = timedelta(days=365)
DATES_KEPT: Final = timedelta(days=3 * 365 + 1)


class Action(StrEnum):
    SEND = "send"
    HOLD = "hold"
    RELEASE = "release"
    RETURN = "return"
    REWRITE = "rewrite"
    JOIN = "join"
    DELIVER = "deliver"
    FAIL_DELIVERY = "fail_delivery"
    HAND_OVER = "hand_over"
    GIVE_UP = "give_up"  # it cannot be delivered by any way
    ACKNOWLEDGE = "acknowledge"
    START_WORK = "start_work"
    REDIRECT = "redirect"
    ASK = "ask"
    REPLY = "reply"
    EXTEND = "extend"
    ANSWER = "answer"
    RECORD_ANSWER = "record_answer"
    CONFIRM = "confirm"
    CONFIRM_PARTLY = "confirm_partly"
    WRITE_AGAIN = "write_again"
    DISPUTE = "dispute"
    SEND_BACK = "send_back"
    CLOSE_DISPUTED = "close_disputed"
    CLOSE_SILENT = "close_silent"
    CLOSE_SETTLED = "close_settled"
    CLOSE_NO_REPLY = "close_no_reply"
    CLOSE_REDIRECTED = "close_redirected"
    REOPEN = "reopen"
    MERGE = "merge"
    SUCCEED = "succeed"  # to the successor, when the mandate has ended
    WITHDRAW = "withdraw"
    ANONYMISE = "anonymise"


# What the deputy's side, or who passes the case on, can do besides answering.
FURTHER_STEPS: Final = frozenset({Action.ASK, Action.REDIRECT, Action.EXTEND, Action.MERGE})
# Either way the author gets an answer.
ANSWERS: Final = frozenset({Action.ANSWER, Action.RECORD_ANSWER})
# Each of these can happen to a case once.
ONCE: Final = frozenset({Action.WRITE_AGAIN, Action.SEND_BACK, Action.REOPEN})
# So long after the last change of state it can be done.
WITHIN: Final = {Action.DISPUTE: DISPUTE_WITHIN, Action.REOPEN: REOPEN_WITHIN}


@dataclass(frozen=True, slots=True)
class Transition:
    """`target` is None where the case stays in its state.

    From the states in `also` the steps between are taken on the way: whoever answers a case that
    nobody took up has taken it up by that.
    """

    action: Action
    sources: frozenset[State]
    target: State | None
    roles: frozenset[Role]
    also: frozenset[State]


def _row(
    action: Action,
    sources: State | frozenset[State] | set[State],
    target: State | None,
    *by: Role,
    also: tuple[State, ...] = (),
) -> Transition:
    found = frozenset({sources}) if isinstance(sources, State) else frozenset(sources)
    return Transition(action, found, target, frozenset(by), frozenset(also))


_VOTER, _SYSTEM, _COORDINATOR = Role.VOTER, Role.SYSTEM, Role.COORDINATOR
_SIDE = (Role.DEPUTY, Role.ASSISTANT)
_S = State
# What lies before the work on a case, in this order.
_NEW = (_S.REGISTERED, _S.DELIVERED, _S.ACKNOWLEDGED)

TRANSITIONS: Final = (
    _row(Action.SEND, _S.DRAFT, _S.REGISTERED, _VOTER),
    _row(Action.HOLD, _S.DRAFT, _S.HELD, _SYSTEM),
    _row(Action.RELEASE, _S.HELD, _S.REGISTERED, _COORDINATOR),
    _row(Action.RETURN, _S.HELD, _S.RETURNED, _COORDINATOR),
    _row(Action.REWRITE, _S.RETURNED, _S.DRAFT, _VOTER),
    _row(Action.JOIN, {_S.DRAFT, _S.HELD}, _S.JOINED, _VOTER),
    _row(Action.DELIVER, {_S.REGISTERED, _S.UNDELIVERABLE}, _S.DELIVERED, _SYSTEM),
    _row(Action.FAIL_DELIVERY, _S.REGISTERED, _S.UNDELIVERABLE, _SYSTEM),
    _row(Action.HAND_OVER, _S.UNDELIVERABLE, _S.DELIVERED, _COORDINATOR),
    _row(Action.GIVE_UP, _S.UNDELIVERABLE, _S.CLOSED, _COORDINATOR),
    # A coordinator takes a case "into work" only by writing down an answer that came other ways.
    _row(Action.ACKNOWLEDGE, _S.DELIVERED, _S.ACKNOWLEDGED, _COORDINATOR),
    _row(Action.ACKNOWLEDGE, _S.DELIVERED, _S.ACKNOWLEDGED, *_SIDE, also=_NEW[:1]),
    _row(Action.START_WORK, _S.ACKNOWLEDGED, _S.IN_WORK, *_SIDE, also=_NEW[:2]),
    _row(
        Action.REDIRECT,
        {_S.DELIVERED, _S.ACKNOWLEDGED, _S.IN_WORK},
        _S.REDIRECTED,
        *_SIDE,
        also=_NEW[:1],
    ),
    _row(Action.REDIRECT, _S.UNDELIVERABLE, _S.REDIRECTED, _COORDINATOR),
    _row(Action.ASK, _S.IN_WORK, _S.CLARIFICATION, *_SIDE, also=_NEW),
    _row(Action.REPLY, _S.CLARIFICATION, _S.IN_WORK, _VOTER),
    _row(Action.CLOSE_NO_REPLY, _S.CLARIFICATION, _S.CLOSED, _SYSTEM),
    _row(Action.EXTEND, {_S.ACKNOWLEDGED, _S.IN_WORK}, None, Role.DEPUTY, _COORDINATOR),
    _row(
        Action.ANSWER,
        {_S.ACKNOWLEDGED, _S.IN_WORK, _S.REDIRECTED, _S.DISPUTED},
        _S.ANSWERED,
        *_SIDE,
        also=_NEW[:2],
    ),
    _row(
        Action.RECORD_ANSWER,
        {_S.ACKNOWLEDGED, _S.IN_WORK, _S.REDIRECTED, _S.DISPUTED},
        _S.ANSWERED,
        _COORDINATOR,
        also=_NEW[1:2],
    ),
    _row(Action.CONFIRM, _S.ANSWERED, _S.CONFIRMED, _VOTER),
    _row(Action.CONFIRM_PARTLY, _S.ANSWERED, _S.PARTLY, _VOTER),
    _row(Action.WRITE_AGAIN, _S.PARTLY, _S.IN_WORK, _VOTER),
    _row(Action.DISPUTE, _S.ANSWERED, _S.DISPUTED, _VOTER),
    _row(Action.SEND_BACK, _S.DISPUTED, _S.IN_WORK, _COORDINATOR),
    _row(Action.CLOSE_DISPUTED, _S.DISPUTED, _S.CLOSED, _COORDINATOR),
    _row(Action.CLOSE_SILENT, _S.ANSWERED, _S.CLOSED, _SYSTEM),
    _row(Action.CLOSE_SETTLED, {_S.CONFIRMED, _S.PARTLY}, _S.CLOSED, _SYSTEM),
    _row(Action.CLOSE_REDIRECTED, _S.REDIRECTED, _S.CLOSED, _SYSTEM),
    _row(Action.REOPEN, _S.CLOSED, _S.IN_WORK, _VOTER),
    _row(Action.MERGE, OPEN, _S.MERGED, *_SIDE, _COORDINATOR),
    _row(Action.SUCCEED, OPEN, _S.DELIVERED, _SYSTEM),
    _row(Action.WITHDRAW, OPEN | {_S.HELD}, _S.WITHDRAWN, _VOTER),
    _row(Action.ANONYMISE, FINAL - {_S.ANONYMISED}, _S.ANONYMISED, _SYSTEM),
)


def target(state: State, action: Action, role: Role) -> State:
    """The state after `action`. Raises TransitionRefused with a reason: state or role."""
    rows = [row for row in TRANSITIONS if row.action is action and state in row.sources]
    if not rows:
        raise TransitionRefused(state, action, "state")
    for row in rows:
        if role in row.roles:
            return row.target or state
    raise TransitionRefused(state, action, "role")


def allowed(state: State, role: Role) -> frozenset[Action]:
    """What this role may do with an appeal in this state."""
    return frozenset(
        row.action for row in TRANSITIONS if role in row.roles and state in row.sources
    )


def possible(state: State, role: Role) -> frozenset[Action]:
    """The same with what leads through steps that are taken on the way."""
    return frozenset(
        row.action for row in TRANSITIONS if role in row.roles and state in row.sources | row.also
    )


def refusal(action: Action, since: datetime, now: datetime, done: Container[str]) -> str | None:
    """Why a listed action cannot be done now, as "reopen_once" or "dispute_late"; None if it can.

    `since` is the last change of state, `done` the actions in the chain.
    """
    if action in ONCE and action in done:
        return f"{action}_once"
    if action in WITHIN and now - since > WITHIN[action]:
        return f"{action}_late"
    return None
