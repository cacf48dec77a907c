"""Which of several stated values stands in a table, and whether there were several."""

from collections.abc import Iterable
from dataclasses import dataclass

from services.monitoring.facts import Stated, Told


@dataclass(frozen=True, slots=True)
class Chosen:
    """`disputed`: sources state other values as well; they are listed as a contradiction."""

    value: float
    sources: tuple[str, ...]
    disputed: bool = False


def chosen(stated: Stated, measure: str, counted: float | None = None) -> Chosen | None:
    """The value that most sources state; where they are even, the one that was counted."""
    told = stated.get(measure, ())
    if not told:
        return None
    support: dict[float, int] = {}
    for one in told:
        support[one.value] = support.get(one.value, 0) + 1
    best = max(support, key=lambda value: (support[value], value == counted))
    return Chosen(best, sources(one for one in told if one.value == best), len(support) > 1)


def sources(told: Iterable[Told]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.source for one in told if one.source))


def by_value(told: Iterable[Told]) -> dict[float, tuple[str, ...]]:
    """Each different value with where it is stated."""
    found: dict[float, list[Told]] = {}
    for one in told:
        found.setdefault(one.value, []).append(one)
    return {value: sources(many) for value, many in found.items()}
