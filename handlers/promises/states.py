"""Where somebody may be amid a promise."""

from aiogram.fsm.state import State, StatesGroup


class Proposing(StatesGroup):
    reason = State()
    evidence = State()
