"""Where something is typed. The conversation holds the id and the field."""

from aiogram.fsm.state import State, StatesGroup


class Announcing(StatesGroup):
    field = State()
    reason = State()


class Receiving(StatesGroup):
    hours = State()
    place = State()
    subject = State()
