"""Where something is to be typed."""

from aiogram.fsm.state import State, StatesGroup


class Ordering(StatesGroup):
    period = State()
