"""Measure the search: every spelling in the data with one slip of the finger.

    python -m benchmarks.lookup [FOLDER]     (default: data/)

Reads deputies.csv, places.csv and regions.csv of the folder, as far as they are there: the columns
name_kk, name_ru, name_en, and `spellings`, `aliases` or `variants...`, separated by ";". Prints the
share where the right entry is first, or equal to the first under the same name, and the time.
"""

from __future__ import annotations

import csv
import random
import re
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from domain.search import Entry, Hit, Index
from domain.text import fold

FILES = ("deputies", "places", "regions")
ROUNDS = 5
SHORTEST_WITH_SLIP = 4
ALPHABETS = ("абвгдежзийклмнопрстуфхчшыэюяәғқңөұүі", "abcdefghijklmnopqrstuvwxyz")
_REMARK = re.compile(r"\([^)]*\)")


def load(folder: Path) -> list[Entry]:
    """Read the entries, the first column being the identifier and the file the kind."""
    rows = ((name, row) for name in FILES for row in _rows(folder / f"{name}.csv"))
    spelt = ((kind, row, tuple(dict.fromkeys(_spellings(row)))) for kind, row in rows)
    return [Entry(kind, next(iter(row.values())), keys) for kind, row, keys in spelt if keys]


def _rows(path: Path) -> list[dict[str, str]]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _spellings(row: dict[str, str]) -> Iterator[str]:
    for column, value in row.items():
        if re.fullmatch(r"name_(kk|ru|en)|spellings.*|aliases.*|variants.*", column):
            parts = _REMARK.sub("", value or "").split(";")
            yield from filter(None, map(str.strip, parts))


def slip(text: str, chance: random.Random) -> str:
    """Make one slip: a letter inserted, left out, replaced, or two neighbours swapped."""
    places = [place for place, character in enumerate(text) if character.isalpha()]
    place = chance.choice(places)
    letter = chance.choice(ALPHABETS[text[place].isascii()])
    kind = chance.randrange(4)
    if kind == 0:
        return text[:place] + letter + text[place:]
    if kind == 1:
        return text[:place] + text[place + 1 :]
    if kind == 2:
        return text[:place] + letter + text[place + 1 :]
    return text[:place] + text[place : place + 2][::-1] + text[place + 2 :]


def is_right(
    entry: Entry, spelling: str, hits: list[Hit], known: dict[tuple[str, str], set[str]]
) -> bool:
    """Tell whether `entry`, or one of the same name, is among the best hits."""
    best = [hit for hit in hits if hit.score == hits[0].score]
    return any(
        (hit.kind, hit.id) == (entry.kind, entry.id) or fold(spelling) in known[hit.kind, hit.id]
        for hit in best
    )


def measure(entries: list[Entry], rounds: int, seed: int) -> tuple[list[str], int, list[float]]:
    """Give the misses ("typed -> found instead of"), the number of queries and seconds of each."""
    chance = random.Random(seed)
    index = Index(entries)
    known = {(entry.kind, entry.id): set(map(fold, entry.keys)) for entry in entries}
    misses, times = [], []
    for entry in entries * rounds:
        for spelling in entry.keys:
            if sum(map(str.isalpha, spelling)) < SHORTEST_WITH_SLIP:
                continue
            typed = slip(spelling, chance)
            start = time.perf_counter()
            hits = index.find(typed, limit=5)
            times.append(time.perf_counter() - start)
            if not is_right(entry, spelling, hits, known):
                got = f"{hits[0].id} {hits[0].score}" if hits else "nothing"
                misses.append(f"{typed} -> {got} instead of {entry.id} ({spelling})")
    return misses, len(times), times


def main() -> None:
    """Print the figures, and with -v every miss."""
    words = [word for word in sys.argv[1:] if word != "-v"]
    folder = Path(words[0] if words else "data")
    entries = load(folder)
    if not entries:
        raise SystemExit(f"no {', '.join(FILES)} in {folder}")
    misses, queries, times = measure(entries, ROUNDS, seed=1)
    cuts = statistics.quantiles(times, n=100)
    print(f"{len(entries)} entries, {sum(len(entry.keys) for entry in entries)} spellings")
    print(f"{queries} queries with one slip, right: {1 - len(misses) / queries:.2%}")
    print(f"time: p50 {cuts[49] * 1000:.2f} ms, p95 {cuts[94] * 1000:.2f} ms")
    if "-v" in sys.argv:
        print(*misses, sep="\n")


if __name__ == "__main__":
    main()
