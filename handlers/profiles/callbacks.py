"""Taps of profiles."""

from aiogram.filters.callback_data import CallbackData


class AskOther(CallbackData, prefix="prof_who"):
    """With whom to compare."""

    mandate_id: int
    page: int = 0


class Compare(CallbackData, prefix="prof_cmp"):
    first: int
    second: int
