"""The life of an appeal as one table: what is not listed here does not happen."""

from dataclasses import dataclass
from enum import StrEnum

from domain.errors import TransitionRefused
from domain.roles import Role


class State(StrEnum):
    DRAFT = "draft"
    REGISTERED = "registered"
    UNDELIVERABLE = "undeliverable"
    DELIVERED = "delivered"
    ACKNOWLEDGED = "acknowledged"
    ANSWERED = "answered"
    CONFIRMED = "confirmed"
    PARTLY = "partly"
    DISPUTED = "disputed"
    WITHDRAWN = "withdrawn"


class Action(StrEnum):
    SEND = "send"
    DELIVER = "deliver"
    FAIL_DELIVERY = "fail_delivery"
    HAND_OVER = "hand_over"
    ACKNOWLEDGE = "acknowledge"
    ANSWER = "answer"
    RECORD_ANSWER = "record_answer"
    CONFIRM = "confirm"
    CONFIRM_PARTLY = "confirm_partly"
    DISPUTE = "dispute"
    WITHDRAW = "withdraw"


class Kind(StrEnum):
    HELP = "help"
    COMPLAINT = "complaint"
    PROPOSAL = "proposal"
    QUESTION = "question"
    THANKS = "thanks"
    PROGRAMME = "programme"  # asks the deputy for the election programme


class Topic(StrEnum):
    """Few enough to stand on one screen with the kinds."""

    HOUSING = "housing"
    ROADS = "roads"
    HEALTH = "health"
    SCHOOL = "school"
    SOCIAL = "social"
    WORK = "work"
    ECOLOGY = "ecology"
    LAW = "law"
    OTHER = "other"


class Outcome(StrEnum):
    SOLVED = "solved"
    PARTLY = "partly"
    EXPLAINED = "explained"
    REFUSED = "refused"
    OUTSIDE = "outside"  # outside the deputy's competence


class Way(StrEnum):
    """How an appeal reached, or an answer came from, a deputy who is not in the bot."""

    LETTER = "letter"
    E_OTINISH = "e_otinish"
    RECEPTION = "reception"
    MAIL = "mail"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Transition:
    action: Action
    sources: frozenset[State]
    target: State
    roles: frozenset[Role]


def _row(action: Action, sources: set[State], target: State, *roles: Role) -> Transition:
    return Transition(action, frozenset(sources), target, frozenset(roles))


# States in which the case still waits for somebody.
OPEN = frozenset(
    {
        State.REGISTERED,
        State.UNDELIVERABLE,
        State.DELIVERED,
        State.ACKNOWLEDGED,
        State.ANSWERED,
        State.DISPUTED,
    }
)
# States in which the deputy's side owes an answer.
AWAITING_ANSWER = frozenset({State.REGISTERED, State.DELIVERED, State.ACKNOWLEDGED, State.DISPUTED})

_SIDE = (Role.DEPUTY, Role.ASSISTANT)

TRANSITIONS = (
    _row(Action.SEND, {State.DRAFT}, State.REGISTERED, Role.VOTER),
    _row(Action.DELIVER, {State.REGISTERED, State.UNDELIVERABLE}, State.DELIVERED, Role.SYSTEM),
    _row(Action.FAIL_DELIVERY, {State.REGISTERED}, State.UNDELIVERABLE, Role.SYSTEM),
    _row(Action.HAND_OVER, {State.UNDELIVERABLE}, State.DELIVERED, Role.COORDINATOR),
    _row(Action.ACKNOWLEDGE, {State.DELIVERED}, State.ACKNOWLEDGED, *_SIDE),
    _row(Action.ANSWER, {State.ACKNOWLEDGED, State.DISPUTED}, State.ANSWERED, *_SIDE),
    _row(
        Action.RECORD_ANSWER,
        {State.DELIVERED, State.ACKNOWLEDGED, State.DISPUTED},
        State.ANSWERED,
        Role.COORDINATOR,
    ),
    _row(Action.CONFIRM, {State.ANSWERED}, State.CONFIRMED, Role.VOTER),
    _row(Action.CONFIRM_PARTLY, {State.ANSWERED}, State.PARTLY, Role.VOTER),
    _row(Action.DISPUTE, {State.ANSWERED}, State.DISPUTED, Role.VOTER),
    _row(Action.WITHDRAW, set(OPEN), State.WITHDRAWN, Role.VOTER),
)
_BY_ACTION = {row.action: row for row in TRANSITIONS}


def target(state: State, action: Action, role: Role) -> State:
    """The state after `action`. Raises TransitionRefused with a reason: state or role."""
    row = _BY_ACTION[action]
    if role not in row.roles:
        raise TransitionRefused(state, action, "role")
    if state not in row.sources:
        raise TransitionRefused(state, action, "state")
    return row.target


def allowed(state: State, role: Role) -> frozenset[Action]:
    """What this role may do with an appeal in this state."""
    return frozenset(
        row.action for row in TRANSITIONS if role in row.roles and state in row.sources
    )
