"""Finding a person, a place or a region by what people type, with a slip of the finger or two.

Pure ranking over the folded spellings that the data bring; second names of places are spellings
too. Thresholds were chosen with `benchmarks/lookup.py`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from domain.district_number import parse_district_number
from domain.spellings import forms, spellings, stem, telling
from domain.text import fold

__all__ = ["Entry", "Hit", "Index", "parse_district_number"]

SHORTEST: Final = 3  # shorter keys would match everything: they count only when typed exactly
LONGEST: Final = 80  # more letters than any name has: a letter, not a search
CUTOFF: Final = 0.7  # one slip in four letters, two in seven
CUTOFF_LONG: Final = 0.6  # two words of three: people type patronymics that the data do not have
WITH_PATRONYMIC: Final = 3

# Scores are 0..100. What is nearer to a whole name, typed plainly, ranks higher.
EXACT: Final = 100.0
WHOLE: Final = 99.0  # without the kind of place: "Абай" for "Абай облысы"
WORD: Final = 97.0  # a word of a name, such as a surname
PREFIX: Final = 60.0  # a word not typed to its end, and up to
PREFIX_PART: Final = 35.0  # for the part of it that was typed
ENDING: Final = 0.96  # factor for a word in another case
INITIAL_RIGHT: Final = 1.0
INITIAL_WRONG: Final = -4.0


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to be found: `kind` and `id` are the caller's, `keys` all its spellings."""

    kind: str
    id: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found. `score` is 0..100; `exact`: a whole spelling was typed (after folding)."""

    kind: str
    id: str
    score: float
    exact: bool


class Index:
    """The entries, folded once; `find` only reads. Build a new one when names change."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = tuple(entries)
        exact: defaultdict[str, set[int]] = defaultdict(set)
        whole: defaultdict[str, set[int]] = defaultdict(set)
        words: defaultdict[str, set[int]] = defaultdict(set)
        for place, entry in enumerate(self._entries):
            for key in entry.keys:
                exact[fold(key)].add(place)
                for names in spellings(key):
                    for form in forms(names):
                        whole[form].add(place)
                    for word in telling(names):
                        words[word].add(place)
        self._exact, self._whole, self._words = dict(exact), dict(whole), dict(words)
        self._whole_list = [form for form in whole if len(form) >= SHORTEST]
        self._word_list = sorted(word for word in words if len(word) >= SHORTEST)

    def find(self, query: str, limit: int = 5) -> list[Hit]:
        """Find what `query` names, the best first.

        At most `limit` hits, but equally good ones at the end of the list are not torn apart:
        of six districts with one name either all are shown or none.
        """
        key = fold(query)
        if not key or limit < 1 or len(query) > LONGEST:
            return []
        found: dict[int, float] = defaultdict(float)
        for names in spellings(query):
            for scores in (self._by_whole(names), self._by_words(telling(names))):
                for place, score in scores.items():
                    found[place] = max(found[place], score)
        self._weigh_initials(key.split(), found)
        typed = self._exact.get(key, set())
        found.update(dict.fromkeys(typed, EXACT))
        return _first([self._hit(place, score, typed) for place, score in found.items()], limit)

    def _hit(self, place: int, score: float, typed: set[int]) -> Hit:
        entry = self._entries[place]
        return Hit(entry.kind, entry.id, round(score, 2), place in typed)

    def _by_whole(self, names: list[str]) -> dict[int, float]:
        """Compare the whole query with whole spellings, in the given and in sorted order."""
        scores: dict[int, float] = {}
        for text in forms(names):
            alike = dict(_similar(text, self._whole_list))
            if text in self._whole:
                alike[text] = 1.0
            for form, share in alike.items():
                for place in self._whole[form]:
                    scores[place] = max(scores.get(place, 0.0), share * WHOLE)
        return scores

    def _by_words(self, names: list[str]) -> dict[int, float]:
        """Compare word by word; a word of the query without a like counts as zero."""
        long = [name for name in names if len(name) >= SHORTEST]
        total: dict[int, float] = defaultdict(float)
        letters = sum(map(len, long))
        for name in long:
            for place, score in self._by_word(name).items():
                total[place] += score * len(name) / letters
        cutoff = WORD * (CUTOFF_LONG if len(long) >= WITH_PATRONYMIC else CUTOFF)
        return {place: score for place, score in total.items() if score >= cutoff}

    def _by_word(self, name: str) -> dict[int, float]:
        scores: dict[int, float] = {}
        for word, score in self._like_words(name):
            for place in self._words[word]:
                scores[place] = max(scores.get(place, 0.0), score)
        return scores

    def _like_words(self, name: str) -> Iterator[tuple[str, float]]:
        for word, alike in _similar(name, self._word_list):
            yield word, alike * WORD
        if (bare := stem(name)) in self._words:
            yield bare, WORD * ENDING
        start = bisect_left(self._word_list, name)
        following = (self._word_list[place] for place in range(start, len(self._word_list)))
        for word in takewhile(lambda word: word.startswith(name), following):
            yield word, PREFIX + PREFIX_PART * len(name) / len(word)

    def _weigh_initials(self, names: list[str], found: dict[int, float]) -> None:
        """Let "Б." tell two people of one surname apart, not more."""
        initials = {name for name in names if len(name) == 1 and name.isalpha()}
        if not initials or len(initials) == len(names):
            return
        for place in found:
            keys = self._entries[place].keys
            first = {word[0] for key in keys for word in fold(key).split()}
            found[place] += INITIAL_RIGHT if initials <= first else INITIAL_WRONG


def _similar(text: str, choices: list[str]) -> Iterator[tuple[str, float]]:
    if len(text) < SHORTEST:
        return
    scorer = OSA.normalized_similarity
    for choice, alike, _ in process.extract(
        text, choices, scorer=scorer, score_cutoff=CUTOFF, limit=None
    ):
        yield choice, alike


def _first(hits: list[Hit], limit: int) -> list[Hit]:
    ranked = sorted(hits, key=lambda hit: (-hit.score, hit.kind, hit.id))
    last = ranked[:limit][-1].score if ranked else 0.0
    return [hit for place, hit in enumerate(ranked) if place < limit or hit.score == last]
