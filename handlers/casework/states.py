"""Where somebody may be who works on a case, or its author who was asked."""

from aiogram.fsm.state import State, StatesGroup


class Asking(StatesGroup):
    question = State()


class Redirecting(StatesGroup):
    body = State()
    letter = State()
    deputy = State()
    sure = State()


class Extending(StatesGroup):
    reason = State()
    day = State()


class Merging(StatesGroup):
    number = State()


class Replying(StatesGroup):
    writing = State()
