"""Buttons that stand in the same place on every screen, and pages of lists."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from aiogram.filters.callback_data import CallbackData

from handlers.common.screen import Button, Rows
from handlers.common.texts import Texts

PAGE_SIZE = 5
T = TypeVar("T")


class Home(CallbackData, prefix="home"):
    """To the first screen."""


class Nothing(CallbackData, prefix="nop"):
    """The counter "2 of 9": tapping it does nothing."""


def home_row(_: Texts, back: CallbackData | None = None) -> tuple[Button, ...]:
    """The last row of a screen: "Back" where there is a way back, and "Home"."""
    home = Button(_.label("Home"), tap=Home())
    return (Button(_.label("Back"), tap=back), home) if back else (home,)


def pager(
    _: Texts, page: int, total: int, turn: Callable[[int], CallbackData], size: int = PAGE_SIZE
) -> Rows:
    """A row "Previous | 2 of 9 | Next", or nothing where one page holds all. Pages count from 0."""
    pages = max(1, -(-total // size))
    if pages == 1:
        return ()
    here = min(page, pages - 1)
    row = [Button(_.label("{page} of {pages}", page=here + 1, pages=pages), tap=Nothing())]
    if here > 0:
        row.insert(0, Button(_.label("Previous"), tap=turn(here - 1)))
    if here < pages - 1:
        row.append(Button(_.label("Next"), tap=turn(here + 1)))
    return (tuple(row),)


def in_pairs(buttons: Sequence[Button]) -> Rows:
    """Buttons two in a row."""
    return tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))
