"""Where somebody of the deputy's side may be. The answer itself is in the database."""

from aiogram.fsm.state import State, StatesGroup


class Answering(StatesGroup):
    writing = State()


class Working(StatesGroup):
    """`name`: how colleagues call me. The conversation holds the id that it is about."""

    name = State()
    note = State()
    template = State()
    search = State()
