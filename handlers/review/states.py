"""Where a reviewer may be."""

from aiogram.fsm.state import State, StatesGroup


class Reviewing(StatesGroup):
    words = State()  # why a record goes back
