"""How alike two letters are: over Kazakh, Russian, English and their mixtures, with slips.

Two letters ask the same when both their matter and their place agree: potholes in Abai street are
neither potholes in Satpaev street nor darkness in Abai street. Pure, and bounded: long letters are
compared by their first words. Measured with `python -m benchmarks.similarity`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from domain import similarity_words as known
from domain.text import fold

ALIKE: Final = 0.5  # asks the same; chosen with benchmarks/similarity.py
SAME: Final = 0.8  # copied: the same words, but for a name or a greeting

_WORDS: Final = 120  # of a letter; what is asked for stands at its beginning
_SHORTEST: Final = 3
_STEM: Final = 3
_WHERE: Final = 6
_SLIP: Final = 0.75  # one slip in four letters
_NAME_SLIP: Final = 0.72  # names come in two spellings: Сәтбаев, Сатпаев
_WEAK: Final = 0.3
_KNOWN: Final = 2.0  # a word of a known matter says more than another
_OTHER_SUBJECT: Final = 0.5
_SAME_PLACE: Final = 1.5
_ONE_PLACE: Final = 0.9  # only one of them says where
_OTHER_PLACE: Final = 0.45
_SAME_NUMBER: Final = 1.15
_ONLY_NUMBER: Final = 1.4  # it stands for the place
_OTHER_NUMBER: Final = 0.45
_GRAMS: Final = 0.15  # the share of letter groups in the score, the rest is words
_SENTENCE: Final = re.compile(r"[.!?\n]+")
_TOKEN: Final = re.compile(r"\d+|[^\W\d_]+")
_LONGEST_NUMBER: Final = 3  # years and sums are longer
_BESIDE: Final = known.NAME_FOLLOWS | known.NAME_PRECEDES
_STRONG: Final = frozenset(known.MATTERS.values()) - known.WEAK


@dataclass(frozen=True, slots=True)
class Features:
    """What a letter is compared by."""

    matter: dict[str, float]  # stems or matters with their weight
    names: frozenset[str]  # of places: beside a street, or written with a capital
    every: tuple[str, ...]  # all stems, in which names of the other letter are looked for
    numbers: frozenset[str]
    grams: frozenset[str]
    size: tuple[float, str]  # how much it says; the stems only make the order of two certain


@lru_cache(maxsize=512)
def features(text: str) -> Features:
    """Everything a comparison needs."""
    words, capitals = _words_of(text)
    keys = [word.key for word in words]
    places = {words[place].stem for place in _named(keys) | capitals if words[place].tells}
    matter: dict[str, float] = {}
    for word in words:
        if word.tells and word.stem not in places:
            found = word.matter or word.stem
            matter[found] = max(matter.get(found, 0.0), word.weight)
    joined = "".join(sorted(matter))
    return Features(
        matter,
        frozenset(places),
        tuple(dict.fromkeys(word.stem for word in words if not word.key.isdecimal())),
        frozenset(_numbers(keys)),
        frozenset(joined[start : start + 3] for start in range(len(joined) - 2)),
        (sum(matter.values()), joined),
    )


def likeness(one: str | Features, other: str | Features) -> float:
    """0 for letters that share nothing, 1 for the same words; ALIKE and more ask the same."""
    a = features(one) if isinstance(one, str) else one
    b = features(other) if isinstance(other, str) else other
    if not a.matter.keys() & b.matter.keys():
        return 0.0  # slips alone make no likeness
    factors = _subjects(a, b) * _places(a, b) * _numbers_agree(a, b)
    return min(1.0, _matters(a, b) * factors)


def sameness(a: Features, b: Features) -> float:
    """The share of words that both have: SAME and more were copied from one another."""
    one, other = set(a.every), set(b.every)
    return len(one & other) / max(1, len(one | other))


def stem(word: str) -> str:
    """Take off up to two endings, Kazakh or Russian, and keep three letters at least."""
    for _ in range(2):
        ends = (end for end in known.ENDINGS if word.endswith(end) and len(word) - len(end) > _STEM)
        ending = next(ends, None)
        if ending is None:
            return word
        word = word.removesuffix(ending)
    return word


@dataclass(frozen=True, slots=True)
class _Word:
    """A word as it is compared: `tells` something, of a known matter or only of itself."""

    key: str
    stem: str
    matter: str | None
    weight: float
    tells: bool


@lru_cache(maxsize=8192)
def _word(token: str) -> _Word:
    """Letters share most of their words: each is folded once."""
    key = fold(token)
    matter = _matter(key)
    long = len(key) >= _SHORTEST or matter is not None  # "су" is short, and water all the same
    tells = long and key not in known.STOP and not key.isdecimal()
    return _Word(key, stem(key), matter, _weight(key, matter), tells)


def _words_of(text: str) -> tuple[list[_Word], set[int]]:
    """The first words, and the places of those with a capital that no sentence begins with."""
    found: list[_Word] = []
    capitals: set[int] = set()
    for sentence in _SENTENCE.split(text):
        for place, token in enumerate(_TOKEN.findall(sentence)):
            word = _word(token)
            if _is_name(token, word, first=not place):
                capitals.add(len(found))
            found.append(word)
            if len(found) == _WORDS:
                return found, capitals
    return found, capitals


def _is_name(token: str, word: _Word, *, first: bool) -> bool:
    """A capital inside a sentence, or a Kazakh sentence that begins with its place: "Семейде"."""
    if not token[0].isupper() or token.isupper() or word.key in _BESIDE:
        return False
    if not first:
        return True
    common = word.matter is not None or word.weight == _WEAK
    return not common and len(word.key) >= _WHERE and word.key.endswith(known.WHERE)


def _named(words: list[str]) -> set[int]:
    """The places of words beside "улица", "ауылы", "street"."""
    following = {i + 1 for i, word in enumerate(words) if word in known.NAME_FOLLOWS}
    preceding = {i - 1 for i, word in enumerate(words) if i and word in known.NAME_PRECEDES}
    beside = {i for i in following | preceding if i < len(words)}
    return {i for i in beside if words[i] not in _BESIDE}


def _matter(word: str) -> str | None:
    for size in range(min(len(word), known.LONGEST_BEGINNING), 1, -1):
        found = known.MATTERS.get(word[:size])
        # Short beginnings are whole words with an ending: "су" is water, "сурет" is not.
        if found and (size > _SHORTEST or len(word) - size <= size):
            return found
    return None


def _weight(word: str, matter: str | None) -> float:
    if matter in known.WEAK or word.startswith(known.WEAK_BEGINNINGS):
        return _WEAK
    return 1.0 if matter is None else _KNOWN


def _numbers(words: list[str]) -> set[str]:
    """Of houses, schools and routes: not what counts days or money."""
    return {
        word
        for word, after in pairwise([*words, ""])
        if word.isdecimal() and len(word) <= _LONGEST_NUMBER and not after.startswith(known.UNITS)
    }


def _matters(a: Features, b: Features) -> float:
    """The share of what the shorter letter says, tempered by how much the longer says besides."""
    few, many = (a, b) if a.size <= b.size else (b, a)
    both = _shared(few.matter, many.matter)
    least, most = few.size[0], many.size[0]
    words = 0.6 * both / least + 0.4 * 2 * both / (least + most)
    grams = 2 * len(a.grams & b.grams) / (len(a.grams) + len(b.grams))
    return (1 - _GRAMS) * words + _GRAMS * grams


def _subjects(a: Features, b: Features) -> float:
    """Two letters about a factory, one of its smoke, one of its wages, ask two things."""
    one, other = (set(x.matter) & _STRONG for x in (a, b))
    return _OTHER_SUBJECT if one and other and not one & other else 1.0


def _shared(few: dict[str, float], many: dict[str, float]) -> float:
    """The weight of words found in both; a word with a slip counts by how near it is."""
    exact = few.keys() & many.keys()
    total = sum(min(few[word], many[word]) for word in exact)
    rest = [word for word in many if word not in exact]
    for word in few.keys() - exact:
        near = process.extractOne(word, rest, scorer=OSA.normalized_similarity, score_cutoff=_SLIP)
        if near is not None:
            total += min(few[word], many[near[0]]) * near[1]
    return total


def _places(a: Features, b: Features) -> float:
    """How far both speak of one place."""
    if not a.names and not b.names:
        return 1.0
    if _named_in(a.names, b.every) or _named_in(b.names, a.every):
        return _SAME_PLACE
    return _OTHER_PLACE if a.names and b.names else _ONE_PLACE


def _named_in(names: frozenset[str], words: tuple[str, ...]) -> bool:
    """Two stems of one name differ by what was taken off them."""
    return any(
        (word.startswith(name) or name.startswith(word)) and len(word) > _STEM
        for name in names
        for word in words
    ) or any(
        process.extractOne(name, words, scorer=OSA.normalized_similarity, score_cutoff=_NAME_SLIP)
        for name in names
    )


def _numbers_agree(a: Features, b: Features) -> float:
    if not a.numbers or not b.numbers:
        return 1.0
    if not a.numbers & b.numbers:
        return _OTHER_NUMBER
    return _SAME_NUMBER if a.names and b.names else _ONLY_NUMBER
