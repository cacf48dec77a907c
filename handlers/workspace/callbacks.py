"""Taps of the deputy's side."""

from aiogram.filters.callback_data import CallbackData

from handlers.common.answer_desk import AnswerTap


class TakeIntoWork(CallbackData, prefix="w_take"):
    appeal_id: int


class ShowFiles(CallbackData, prefix="w_files"):
    appeal_id: int


class WhyDates(CallbackData, prefix="w_why"):
    appeal_id: int


class Answer(AnswerTap, prefix="w_ans"):
    """A step of the answer."""
