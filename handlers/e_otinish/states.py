"""Where an author may be who sends a letter through e-Otinish too."""

from aiogram.fsm.state import State, StatesGroup


class Exporting(StatesGroup):
    number = State()
