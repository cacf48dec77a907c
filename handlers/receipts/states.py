"""Where somebody may be who verifies a receipt."""

from aiogram.fsm.state import State, StatesGroup


class Verifying(StatesGroup):
    number = State()
    words = State()
