"""Words of danger in a letter: patterns over its words, and words in which they mean nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from domain.text import fold

_GAP: Final = r"(?: \S+){0,3}?"  # up to three words between
_NOTHING: Final = re.compile(r"(?!)")


class Patterns:
    """Patterns such as "горит .. дом*", made ready once; `found_in` reads only."""

    def __init__(self, words: Iterable[str], exceptions: Iterable[str] = ()) -> None:
        self._words = _joined(words)
        self._exceptions = _joined(exceptions)

    def found_in(self, key: str) -> bool:
        """Whether one is in the folded text, outside of every exception."""
        if self._words.search(key) is None:
            return False
        spans = [found.span() for found in self._exceptions.finditer(key)]
        return any(
            not any(begin < found.end() and found.start() < end for begin, end in spans)
            for found in self._words.finditer(key)
        )


@dataclass(frozen=True, slots=True)
class Danger:
    """A kind of danger: its words, and the numbers to call, the most important first."""

    name: str
    patterns: Patterns
    call: tuple[str, ...]


def dangers_in(text: str, known: Iterable[Danger]) -> list[Danger]:
    """The kinds of danger that the text tells of."""
    key = fold(text)
    return [one for one in known if one.patterns.found_in(key)]


def _joined(patterns: Iterable[str]) -> re.Pattern[str]:
    forms = [_form(one) for one in patterns]
    return re.compile(rf"(?<!\S)(?:{'|'.join(forms)})(?!\S)") if forms else _NOTHING


def _form(pattern: str) -> str:
    form = ""
    for word in pattern.split():
        if word == "..":
            form += _GAP
            continue
        ending = r"\S*" if word.endswith("*") else ""
        form += (" " if form else "") + re.escape(fold(word)) + ending
    return form
