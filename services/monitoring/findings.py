"""What can be computed and said in neutral words: always with what it is a part of."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from domain.names import Names
from domain.samples import enough
from services.monitoring.diagrams import Bar, Diagram, DiagramKind
from services.monitoring.facts import Basis

MOST_NAMED = 3  # more people with the same number are a crowd, not a finding


class FindingKind(StrEnum):
    MOST_INITIATED = "most_initiated"
    MOST_SIGNED = "most_signed"
    MOST_TOGETHER = "most_together"
    INSIDE = "meetings_inside"
    ONLY_OUTSIDE = "only_outside"
    MOSTLY_OUTSIDE = "mostly_outside"


@dataclass(frozen=True, slots=True)
class Named:
    """`part` of `whole` are this person's own cases."""

    name: Names
    part: float
    whole: float


@dataclass(frozen=True, slots=True)
class Finding:
    """`part` of `whole`, over so many `deputies`. `unnamed` have too few cases to be named."""

    kind: FindingKind
    basis: Basis
    part: float
    whole: float
    deputies: int
    named: tuple[Named, ...] = ()
    unnamed: int = 0


def findings(diagrams: Sequence[Diagram]) -> tuple[Finding, ...]:
    found: list[Finding] = []
    for one in diagrams:
        if one.kind is DiagramKind.REQUESTS:
            found += _requests(one)
        elif one.kind is DiagramKind.MEETINGS:
            found += _meetings(one)
    return tuple(found)


def _requests(one: Diagram) -> Iterator[Finding]:
    ways: tuple[tuple[FindingKind, Callable[[Bar], float]], ...] = (
        (FindingKind.MOST_INITIATED, lambda bar: bar.values[0] or 0),
        (FindingKind.MOST_SIGNED, lambda bar: bar.values[1] or 0),
        (FindingKind.MOST_TOGETHER, lambda bar: sum(value or 0 for value in bar.values)),
    )
    for kind, value in ways:
        if not one.bars:
            continue
        most, whole = max(map(value, one.bars)), sum(map(value, one.bars))
        holders = [bar for bar in one.bars if value(bar) == most]
        if enough(most) and len(holders) <= MOST_NAMED:
            named = tuple(Named(_name(bar), most, whole) for bar in holders)
            yield Finding(kind, one.basis, most, whole, len(one.bars), named)


def _meetings(one: Diagram) -> Iterator[Finding]:
    met = [bar for bar in one.bars if _all(bar)]
    inside, whole = sum(bar.values[0] or 0 for bar in met), sum(map(_all, met))
    if enough(whole):
        yield Finding(FindingKind.INSIDE, one.basis, inside, whole, len(met))
    ways: tuple[tuple[FindingKind, Callable[[Bar], bool]], ...] = (
        (FindingKind.ONLY_OUTSIDE, lambda bar: _outside(bar) == _all(bar)),
        (FindingKind.MOSTLY_OUTSIDE, lambda bar: _all(bar) / 2 < _outside(bar) < _all(bar)),
    )
    for kind, fits in ways:
        chosen = [bar for bar in met if fits(bar)]
        if not chosen:
            continue
        named = tuple(Named(_name(bar), _outside(bar), _all(bar)) for bar in chosen if _many(bar))
        unnamed = len(chosen) - len(named)
        yield Finding(kind, one.basis, len(chosen), len(met), len(met), named, unnamed)


def _all(bar: Bar) -> float:
    return sum(value or 0 for value in bar.values)


def _outside(bar: Bar) -> float:
    return bar.values[1] or 0


def _many(bar: Bar) -> bool:
    return enough(_all(bar))


def _name(bar: Bar) -> Names:
    return bar.subject if isinstance(bar.subject, Names) else Names(None, bar.subject, None)
