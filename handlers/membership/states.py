"""Where something is to be typed."""

from aiogram.fsm.state import State, StatesGroup


class Inviting(StatesGroup):
    deputy = State()
    assembly = State()


class Filling(StatesGroup):
    district = State()
