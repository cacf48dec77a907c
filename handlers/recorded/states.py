"""Where somebody may be who answers a record or decides about a dispute."""

from aiogram.fsm.state import State, StatesGroup


class Responding(StatesGroup):
    text = State()
    look = State()


class Settling(StatesGroup):
    reason = State()
