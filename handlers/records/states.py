"""Where somebody who records may be."""

from aiogram.fsm.state import State, StatesGroup


class Logging(StatesGroup):
    home = State()  # a link, a photo or words begin a meeting
    filling = State()  # kind, record, and the field that is asked for, if any


class Splitting(StatesGroup):
    words = State()  # of a promise, or by what it is measured
