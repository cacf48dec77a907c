"""Where a coordinator may be who changes a day."""

from aiogram.fsm.state import State, StatesGroup


class Changing(StatesGroup):
    day = State()
    reason = State()
    source = State()
