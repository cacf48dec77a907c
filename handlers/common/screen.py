"""A screen: one message with its buttons, free of any Telegram object."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from aiogram.filters.callback_data import CallbackData
from markupsafe import Markup

from domain.errors import DomainError


@dataclass(frozen=True)
class Button:
    """One action: a tap that comes back (`tap`), a link, or a text to copy.

    A `choice` may also be picked by typing its number.
    """

    label: str
    tap: CallbackData | None = None
    url: str | None = None
    copy: str | None = None
    choice: int | None = None

    @cached_property
    def data(self) -> str | None:
        """What comes back when it is tapped: wanted for the button, its label and its number."""
        return self.tap.pack() if self.tap is not None else None


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class File:
    """A photo or document: one that Telegram holds, or one to be uploaded."""

    kind: str  # photo, document
    file_id: str = ""
    path: str | None = None
    content: bytes | None = None
    draw: Callable[[], bytes] | None = None  # made only as it goes out
    name: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Screen:
    """What a person sees. `fresh`: something happened, so it comes as a new message.

    `toast` answers the tap in passing. `ask_location` is the label of a button that shares the
    location; it needs a keyboard of its own, so such a screen has no other buttons.
    `plain_menu` takes the person's own menu of commands away: everybody's is shown again.
    """

    text: Markup
    rows: Rows = ()
    files: tuple[File, ...] = ()
    fresh: bool = False
    toast: str | None = None
    ask_location: str | None = None
    plain_menu: bool = False

    def with_toast(self, toast: str) -> "Screen":
        return replace(self, toast=toast)

    def as_fresh(self) -> "Screen":
        return replace(self, fresh=True)

    def before(self, *rows: tuple[Button, ...]) -> "Screen":
        """The same screen with more rows below."""
        return replace(self, rows=self.rows + rows)


Shown = Screen | list[Screen] | None


class Notice(DomainError):
    """A rule said no, and the feature knows the best screen to answer with.

    What the update changed so far is rolled back; the screen is shown.
    """

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.screen = screen


def lines(*parts: Any) -> Markup:
    """Lines of a message; what is None is left out, "" is an empty line."""
    return Markup("\n").join(part for part in parts if part is not None)
