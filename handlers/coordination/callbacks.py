"""Taps of coordinators. A step of passing on carries what was chosen before it."""

from datetime import date

from aiogram.filters.callback_data import CallbackData

from domain.appeals import Way
from domain.errors import BadInput
from handlers.common.answer_desk import AnswerTap


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


def day_of(text: str) -> date:
    """The day in a tap. Raises BadInput for what no button of ours carries."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput("not_a_date") from None
