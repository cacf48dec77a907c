"""Taps of the calendar. A day stands in them as YYYY-MM-DD."""

from datetime import date

from aiogram.filters.callback_data import CallbackData

from domain.errors import NotFound


class AddDay(CallbackData, prefix="cal_add"):
    """A day is worked, or off, against the public calendar."""

    working: bool


class NoSource(CallbackData, prefix="cal_nosrc"):
    """The order has no link or number yet."""


class OpenDay(CallbackData, prefix="cal_day"):
    day: str


class RestoreDay(CallbackData, prefix="cal_del"):
    day: str
    sure: bool = False


class ShowTerms(CallbackData, prefix="cal_terms"):
    """How many working days for what, and where that comes from."""


def day_of(text: str) -> date:
    """The day in a tap. Raises NotFound for what no button of ours carries."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NotFound("day") from None
