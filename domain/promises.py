"""The status of a promise, and how a change of it becomes public.

A verdict about a promise can ground a recall: it needs evidence, two people who agree, and the
deputy's right of reply before anybody else sees it.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from domain.errors import TransitionRefused


class PromiseStatus(StrEnum):
    NOT_RATED = "not_rated"
    IN_WORK = "in_work"
    STALLED = "stalled"
    KEPT = "kept"
    COMPROMISE = "compromise"
    NOT_KEPT = "not_kept"


class PromiseScope(StrEnum):
    LOCAL = "local"
    NATIONAL = "national"


class ResponseKind(StrEnum):
    """What the deputy's side says to what is recorded."""

    ANSWER = "answer"
    DISPUTE = "dispute"


class Decision(StrEnum):
    """Of a coordinator about a dispute."""

    UPHELD = "upheld"  # the record is returned
    REJECTED = "rejected"


class Subject(StrEnum):
    """What is recorded about a deputy."""

    MEETING = "meeting"
    REQUEST = "request"
    EVENT = "event"
    CHANGE = "change"
    FIGURE = "figure"


class ChangeState(StrEnum):
    """Of one proposed change of status."""

    PROPOSED = "proposed"
    WITH_DEPUTY = "with_deputy"  # reviewed; the right of reply runs
    PUBLIC = "public"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"


class ChangeAction(StrEnum):
    CONFIRM = "confirm"  # by a second person
    RETURN = "return"
    PUBLISH = "publish"
    WITHDRAW = "withdraw"


OPEN: Final = frozenset({ChangeState.PROPOSED, ChangeState.WITH_DEPUTY})


@dataclass(frozen=True, slots=True)
class _Step:
    sources: frozenset[ChangeState]
    target: ChangeState


_C = ChangeState
STEPS: Final = {
    ChangeAction.CONFIRM: _Step(frozenset({_C.PROPOSED}), _C.WITH_DEPUTY),
    # A public one is taken back where the deputy's side disputed it and was right.
    ChangeAction.RETURN: _Step(frozenset({_C.PROPOSED, _C.WITH_DEPUTY, _C.PUBLIC}), _C.RETURNED),
    ChangeAction.PUBLISH: _Step(frozenset({_C.WITH_DEPUTY}), _C.PUBLIC),
    ChangeAction.WITHDRAW: _Step(frozenset({_C.PROPOSED, _C.WITH_DEPUTY}), _C.WITHDRAWN),
}


def after(state: ChangeState, action: ChangeAction) -> ChangeState:
    """The state after `action`. Raises TransitionRefused."""
    step = STEPS[action]
    if state not in step.sources:
        raise TransitionRefused(state, action, "state")
    return step.target
