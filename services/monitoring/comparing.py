"""Stated figures against what the registers count."""

from collections.abc import Iterator
from dataclasses import dataclass

from domain.measures import BY_AVAILABILITY, BY_KIND, SEATS_OF_LEVELS, Measure
from domain.names import Names
from services.monitoring.choosing import by_value
from services.monitoring.diagrams import members_counted
from services.monitoring.facts import Facts, Stated

PER_DEPUTY = (
    Measure.REQUESTS_INITIATED,
    Measure.REQUESTS_SIGNED,
    Measure.MEETINGS_INSIDE,
    Measure.MEETINGS_OUTSIDE,
)


@dataclass(frozen=True, slots=True)
class Counts:
    """`whole`: the register claims to hold every case, so fewer is a contradiction as well.

    Elsewhere fewer only means that not everything has been recorded yet.
    """

    measure: str
    subject: Names | None
    stated: float
    sources: tuple[str, ...]
    counted: float
    whole: bool = False
    everywhere: bool = False

    @property
    def contradicts(self) -> bool:
        return self.counted > self.stated or (self.whole and self.counted != self.stated)


def counts(facts: Facts) -> Iterator[Counts]:
    for deputy in facts.deputies:
        for measure in PER_DEPUTY:
            counted = deputy.counted.get(measure, 0)
            yield from _each(deputy.stated, measure, deputy.name, counted)
    for faction in facts.factions:
        if members := members_counted(facts, faction):
            yield from _each(faction.stated, Measure.MEMBERS, faction.name, members, whole=True)
    for word, programmes in BY_AVAILABILITY.items():
        found = sum(one.availability == word for one in facts.single_mandate)
        yield from _each(facts.stated, programmes, None, found)
    for kind, programmes in BY_KIND.items():
        found = sum(one.programme_kind == kind for one in facts.single_mandate)
        yield from _each(facts.stated, programmes, None, found)
    for total, levels in SEATS_OF_LEVELS.items():
        seats = sum(one.seats for one in facts.assemblies if one.level in levels)
        for one in _each(facts.elsewhere, total, None, seats, whole=True):
            yield Counts(
                one.measure, None, one.stated, one.sources, one.counted,
                whole=True, everywhere=True,
            )  # fmt: skip


def _each(
    stated: Stated, measure: str, subject: Names | None, counted: float, *, whole: bool = False
) -> Iterator[Counts]:
    for value, found in by_value(stated.get(measure, ())).items():
        yield Counts(measure, subject, value, found, counted, whole)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of what sources state for all deputies has been recorded one by one."""

    measure: str
    stated: float
    counted: float


def coverage(facts: Facts) -> tuple[Coverage, ...]:
    found: dict[str, tuple[float, float]] = {}
    for one in counts(facts):
        if one.measure in PER_DEPUTY:
            stated, counted = found.get(one.measure, (0.0, 0.0))
            found[one.measure] = (stated + one.stated, counted + one.counted)
    return tuple(Coverage(name, stated, counted) for name, (stated, counted) in found.items())
