"""Taps of a coordinator who splits a programme into promises."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

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
