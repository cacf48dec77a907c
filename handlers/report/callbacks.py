"""Taps on the way to a report. Days are numbers like 20230329."""

from datetime import date

from aiogram.filters.callback_data import CallbackData

from domain.errors import NotFound
from domain.names import Language
from handlers.report.writing import Format
from services.monitoring.facts import Period


class Reports(CallbackData, prefix="rep"):
    """Which assembly; straight to the period where there is one only."""

    page: int = 0


class ReportOf(CallbackData, prefix="rep_of"):
    """Which period."""

    convocation_id: int


class OtherPeriod(CallbackData, prefix="rep_per"):
    """Asks for the two days."""

    convocation_id: int


class InPeriod(CallbackData, prefix="rep_in"):
    """Which language."""

    convocation_id: int
    first: int
    last: int


class InLanguage(CallbackData, prefix="rep_lang"):
    """Which format."""

    convocation_id: int
    first: int
    last: int
    language: Language


class MakeReport(CallbackData, prefix="rep_make"):
    convocation_id: int
    first: int
    last: int
    language: Language
    form: Format


class WatchReport(CallbackData, prefix="rep_see"):
    job_id: int


class StopReport(CallbackData, prefix="rep_stop"):
    job_id: int


def packed(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day


def period(data: InPeriod | InLanguage | MakeReport) -> Period:
    """A forged number is a missing thing."""
    try:
        first, last = (
            date(one // 10_000, one // 100 % 100, one % 100) for one in (data.first, data.last)
        )
    except ValueError:
        raise NotFound("period") from None
    return first, last
