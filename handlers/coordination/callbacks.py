"""Taps of coordinators. A step of passing on carries what was chosen before it."""

from datetime import date

from aiogram.filters.callback_data import CallbackData

from domain.appeals import ReturnReason, Way
from domain.errors import BadInput
from domain.life_cycle import Action
from handlers.common.answer_desk import AnswerTap


class HeldLetters(CallbackData, prefix="c_held"):
    """Letters to look at before they are registered."""

    page: int = 0


class OpenHeld(CallbackData, prefix="c_hl"):
    letter_id: int


class Release(CallbackData, prefix="c_rel"):
    letter_id: int


class AskReturn(CallbackData, prefix="c_ret"):
    letter_id: int


class GiveBack(CallbackData, prefix="c_rback"):
    letter_id: int
    reason: ReturnReason


class HeldFiles(CallbackData, prefix="c_hf"):
    letter_id: int


class ShowFiles(CallbackData, prefix="c_files"):
    appeal_id: int


class WhyDates(CallbackData, prefix="c_why"):
    appeal_id: int


class TextToPassOn(CallbackData, prefix="c_text"):
    """The letter as a message that can be forwarded."""

    appeal_id: int


class PassOn(CallbackData, prefix="c_pass"):
    appeal_id: int


class PickWay(CallbackData, prefix="c_way"):
    appeal_id: int
    way: Way


class PickDay(CallbackData, prefix="c_day"):
    appeal_id: int
    way: Way
    day: str  # YYYY-MM-DD


class NoReference(CallbackData, prefix="c_noref"):
    appeal_id: int
    way: Way
    day: str


class Record(AnswerTap, prefix="c_ans"):
    """A step of writing down the answer that came by other ways."""


class Decide(CallbackData, prefix="c_dec"):
    """What is to become of it: sent back, the disagreement closed, given up."""

    appeal_id: int
    action: Action


class PickReason(CallbackData, prefix="c_rsn"):
    appeal_id: int
    action: Action
    reason: str


class WithoutWords(CallbackData, prefix="c_now"):
    """Decides by the reason alone."""

    appeal_id: int
    action: Action
    reason: str


def day_of(text: str) -> date:
    """The day in a tap. Raises BadInput for what no button of ours carries."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput("not_a_date") from None
