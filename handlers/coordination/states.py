"""Where a coordinator may be."""

from aiogram.fsm.state import State, StatesGroup


class PassingOn(StatesGroup):
    day = State()
    reference = State()


class Recording(StatesGroup):
    writing = State()


class Deciding(StatesGroup):
    words = State()
