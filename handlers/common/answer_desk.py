"""Where an answer is written: the deputy's inbox, or the coordinator's queue."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.state import State

from domain.appeals import Outcome
from domain.roles import Actor
from handlers.common.screen import Rows, Screen
from handlers.common.texts import Texts
from services.appeals.answers import AnswerDraft
from services.appeals.reading import Case
from services.unit_of_work import UnitOfWork


class Step(StrEnum):
    WRITE = "write"
    ANYWAY = "any"  # though a colleague is writing, too
    OVER = "over"
    OUTCOME = "outcome"
    PICK = "pick"
    PREVIEW = "look"
    SEND = "send"
    KEEP = "keep"
    DISCARD = "drop"


class AnswerTap(CallbackData, prefix="answer"):
    """A step of writing an answer; each desk has a class of its own with its own prefix."""

    appeal_id: int
    step: Step
    outcome: Outcome | None = None


def nothing_more(_: Texts, appeal_id: int) -> Rows:
    del appeal_id
    return ()


@dataclass(frozen=True, slots=True)
class Desk:
    """What differs between the two: state, taps, words, rights, and what follows."""

    state: State
    tap: type[AnswerTap]
    case: Callable[[int], CallbackData]  # the way back
    heading: str  # with {number}
    hint: str
    read: Callable[[UnitOfWork, Actor, int], Awaitable[Case]]
    send: Callable[[UnitOfWork, Actor, int], Awaitable[None]]
    after: Callable[[UnitOfWork, Actor, Texts, Case], Awaitable[Screen]]
    # An answer that came by other ways is shown with its document.
    needs_file: bool = False
    # What only a workspace has: colleagues who write just now, templates, words on the way.
    others: Callable[[UnitOfWork, Actor, Texts, int], Awaitable[list[str]]] | None = None
    beginnings: Callable[[Texts, int], Rows] = nothing_more
    other_ends: Callable[[Texts, int], Rows] = nothing_more
    stock: Callable[[Texts, Case], Screen] | None = None

    def lacks_file(self, draft: AnswerDraft) -> bool:
        return self.needs_file and not draft.files

    def to(self, step: Step, appeal_id: int) -> AnswerTap:
        return self.tap(appeal_id=appeal_id, step=step)

    def pick(self, appeal_id: int, outcome: Outcome) -> AnswerTap:
        return self.tap(appeal_id=appeal_id, step=Step.PICK, outcome=outcome)
