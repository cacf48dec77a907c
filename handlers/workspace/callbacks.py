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


class TakeIt(CallbackData, prefix="w_mine"):
    """I work on it from now on."""

    appeal_id: int


class ChooseColleague(CallbackData, prefix="w_who"):
    appeal_id: int


class GiveTo(CallbackData, prefix="w_give"):
    appeal_id: int
    user_id: int


class CallMe(CallbackData, prefix="w_name"):
    """How colleagues call me."""

    mandate_id: int


class OpenNotes(CallbackData, prefix="w_notes"):
    appeal_id: int
    page: int = 0


class AddNote(CallbackData, prefix="w_note"):
    appeal_id: int
