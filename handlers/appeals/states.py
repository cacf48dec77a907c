"""Where an author may be. The draft itself is in the database."""

from aiogram.fsm.state import State, StatesGroup


class Compose(StatesGroup):
    topic = State()
    text = State()
    name = State()
    place = State()
    summary = State()


class Opening(StatesGroup):
    """A summary for all, of a letter that was sent."""

    summary = State()


class Dispute(StatesGroup):
    reason = State()


class GoingOn(StatesGroup):
    """A second letter, or why a case is opened again."""

    words = State()
