"""Taps of profiles."""

from aiogram.filters.callback_data import CallbackData


class AskOther(CallbackData, prefix="prof_who"):
    """With whom to compare."""

    mandate_id: int
    page: int = 0


class Compare(CallbackData, prefix="prof_cmp"):
    first: int
    second: int


class ShowFiles(CallbackData, prefix="prof_f"):
    """What the deputy's side attached to its replies."""

    mandate_id: int


class ListTables(CallbackData, prefix="prof_ts"):
    """The assemblies with a monitoring table."""

    page: int
