"""Taps of a coordinator who splits a programme into promises."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from domain.programmes import ProgrammeKind
from domain.promises import PromiseScope


class Part(StrEnum):
    TEXT = "text"
    INDICATOR = "indicator"


class AddPromise(CallbackData, prefix="pe_add"):
    mandate_id: int


class EditPromise(CallbackData, prefix="pe"):
    promise_id: int


class AskPart(CallbackData, prefix="pe_ask"):
    promise_id: int
    part: Part


class AskTopic(CallbackData, prefix="pe_tops"):
    promise_id: int
    page: int = 0


class PickTopic(CallbackData, prefix="pe_top"):
    promise_id: int
    topic: str


class PickScope(CallbackData, prefix="pe_scp"):
    promise_id: int
    scope: PromiseScope


class AskKind(CallbackData, prefix="pe_kinds"):
    """Whose words the programme is."""

    mandate_id: int


class PickKind(CallbackData, prefix="pe_kind"):
    mandate_id: int
    kind: ProgrammeKind


class AskThesis(CallbackData, prefix="pe_ths"):
    """What of a party's programme a promise repeats."""

    promise_id: int
    page: int = 0


class PickThesis(CallbackData, prefix="pe_th"):
    """0: none."""

    promise_id: int
    thesis_id: int
