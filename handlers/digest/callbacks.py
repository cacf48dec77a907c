"""Taps of this feature."""

from aiogram.filters.callback_data import CallbackData


class ChooseDay(CallbackData, prefix="dig_cd"):
    """Asks for the day of the week."""


class ChooseHour(CallbackData, prefix="dig_ch"):
    """Asks for the hour."""


class SetDay(CallbackData, prefix="dig_d"):
    weekday: int


class SetHour(CallbackData, prefix="dig_h"):
    hour: int


class SetQuiet(CallbackData, prefix="dig_q"):
    """Whether a week without news is told of."""

    quiet: bool
