"""Measure how well look-alike letters are told from those that only sound alike.

    python -m benchmarks.similarity [-v]

Prints precision and recall on the pairs of similarity_pairs.yaml, and the time of a comparison;
-v lists every pair that was judged wrongly.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path

import yaml

from domain.similarity import ALIKE, features, likeness

PAIRS = Path(__file__).with_name("similarity_pairs.yaml")
Letter = tuple[str, str]  # language, text


@dataclass(frozen=True)
class Pair:
    one: Letter
    other: Letter
    alike: bool
    held_back: bool

    @property
    def crosses(self) -> bool:
        """Of two languages; a mixed letter is of both."""
        languages = {self.one[0], self.other[0]}
        return len(languages) > 1 and "mix" not in languages

    @property
    def score(self) -> float:
        return likeness(self.one[1], self.other[1])

    @property
    def right(self) -> bool:
        return (self.score >= ALIKE) is self.alike


def pairs(path: Path = PAIRS) -> Iterator[Pair]:
    """Every two letters of a matter, and each of them with each that only sounds like it."""
    for group in yaml.safe_load(path.read_text(encoding="utf-8")):
        held_back = bool(group.get("held_back"))
        alike, other = ([*map(_letter, group[key])] for key in ("alike", "other"))
        yield from (Pair(a, b, True, held_back) for a, b in combinations(alike, 2))  # noqa: FBT003
        yield from (Pair(a, b, False, held_back) for a, b in product(alike, other))  # noqa: FBT003


def _letter(item: dict[str, str]) -> Letter:
    ((language, text),) = item.items()
    return language, text


@dataclass(frozen=True)
class Quality:
    """Precision and recall of "asks the same"."""

    pairs: int
    precision: float
    recall: float


def quality(judged: list[Pair]) -> Quality:
    offered = [pair for pair in judged if pair.score >= ALIKE]
    hits = sum(pair.alike for pair in offered)
    wanted = sum(pair.alike for pair in judged)
    return Quality(len(judged), hits / max(1, len(offered)), hits / max(1, wanted))


def main() -> None:
    """Print the figures, and with -v every miss."""
    known = list(pairs())
    within = [pair for pair in known if not pair.crosses]
    parts = {
        "one language": within,
        "  used while the measure was made": [one for one in within if not one.held_back],
        "  held back": [one for one in within if one.held_back],
        "across languages": [pair for pair in known if pair.crosses],
    }
    for name, judged in parts.items():
        found = quality(judged)
        figures = f"precision {found.precision:.3f}, recall {found.recall:.3f}"
        print(f"{name:34} {found.pairs:4} pairs: {figures}")
    _times(known)
    if "-v" in sys.argv:
        for pair in known:
            if not pair.right:
                label = "alike" if pair.alike else "other"
                print(f"{label} {pair.score:.2f}\n   {pair.one[1]}\n   {pair.other[1]}")


def _times(known: list[Pair]) -> None:
    texts = sorted({pair.one[1] for pair in known} | {pair.other[1] for pair in known})
    begun = time.perf_counter()
    features.cache_clear()
    made = [features(text) for text in texts]
    between = time.perf_counter()
    for one in made:
        likeness(made[0], one)
    ended = time.perf_counter()
    each = [1e6 * spent / len(texts) for spent in (between - begun, ended - between)]
    print(f"features {each[0]:.0f} us, comparison {each[1]:.0f} us a letter")


if __name__ == "__main__":
    main()
