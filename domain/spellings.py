"""Words of names as people write them: which of them tell, and in which forms to compare them."""

from __future__ import annotations

import unicodedata
from typing import Final

from domain.text import fold

# Words for the kind of a place or a person, in three languages: they tell names not apart.
_GENERIC: Final = frozenset(
    fold(
        "облысы облыс обл область области region oblast қаласы қала город города г гор city "
        "ауданы аудан район района рн district rayon raion депутат депутаты deputy"
    ).split()
)
# Case endings of Kazakh and Russian, the longest that fits is taken off.
_ENDINGS: Final = sorted(
    fold(
        "ның дың тың ға қа да та дан тан нан мен бен пен нің дің тің ге ке де те ден тен нен "
        "а у е и ом ым ем ой ого ому"
    ).split(),
    key=len,
    reverse=True,
)
_STEM: Final = 4


def spellings(text: str) -> list[list[str]]:
    """Give the words as a key, and as typed: "Akhu" is near "Aksu", but "ах" is not near "аксу"."""
    typed = "".join(
        character if character.isalnum() else " "
        for character in unicodedata.normalize("NFKC", text).casefold()
    )
    key, plain = fold(text).split(), typed.split()
    # The same most of the time: comparing twice would only cost time.
    return [words for words in (key, plain if plain != key else []) if words]


def telling(words: list[str]) -> list[str]:
    """Drop the words that only say what kind of thing it is, unless nothing else is there."""
    return [word for word in words if fold(word) not in _GENERIC] or words


def forms(words: list[str]) -> set[str]:
    """Give what to compare as a whole: all of it, only what tells, and that in sorted order."""
    names = telling(words)
    return {" ".join(words), " ".join(names), " ".join(sorted(names))}


def stem(word: str) -> str | None:
    """Take the case ending off a folded word; None when it has none, or too little is left."""
    fitting = (end for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= _STEM)
    ending = next(fitting, None)
    return word.removesuffix(ending) if ending else None
