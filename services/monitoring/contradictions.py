"""What does not add up, found by rules over the data: no figure is named here."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from domain.assembly_sizes import LEGAL_SIZES
from domain.measures import Measure
from domain.names import Names
from domain.told import tellings
from services.monitoring.choosing import by_value
from services.monitoring.comparing import Counts, counts
from services.monitoring.facts import Basis, Facts, Stated
from services.monitoring.sums import Sum, ratios, sums


class Kind(StrEnum):
    TOLD_TWICE = "told_twice"  # one figure, different values
    PARTS = "parts_and_total"
    RATIO = "ratio"
    RECORDED = "stated_and_recorded"
    TOLD_DIFFERENTLY = "told_differently"  # a fact that is no figure
    OVER_SIZE = "over_legal_size"


@dataclass(frozen=True, slots=True)
class Version:
    """One of the values that do not fit each other. `what` says what it is, if not stated."""

    value: float | None
    basis: Basis
    sources: tuple[str, ...] = ()
    what: str = ""
    person: Names | None = None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """`subject` is whom or what it is about; None: the convocation, or all assemblies."""

    kind: Kind
    measure: str
    subject: Names | None
    versions: tuple[Version, ...]
    everywhere: bool = False  # about all assemblies, not about the one of the report


def contradictions(facts: Facts) -> tuple[Contradiction, ...]:
    rules = (_told_twice, _parts, _ratios, _recorded, _told_differently, _over_size)
    return tuple(one for rule in rules for one in rule(facts))


def _subjects(facts: Facts) -> Iterator[tuple[Names | None, Stated, bool]]:
    yield None, facts.stated, False
    for faction in facts.factions:
        yield faction.name, faction.stated, False
    for deputy in facts.deputies:
        yield deputy.name, deputy.stated, False
    yield None, facts.elsewhere, True


def _told_twice(facts: Facts) -> Iterator[Contradiction]:
    for subject, stated, everywhere in _subjects(facts):
        for measure, told in stated.items():
            values = by_value(told)
            if len(values) > 1:
                versions = tuple(
                    Version(value, Basis.STATED, found) for value, found in values.items()
                )
                yield Contradiction(Kind.TOLD_TWICE, measure, subject, versions, everywhere)


def _parts(facts: Facts) -> Iterator[Contradiction]:
    for one in sums(facts):
        if one.value not in one.totals:
            yield Contradiction(Kind.PARTS, one.measure, one.subject, tuple(_sides(one)))


def _sides(one: Sum) -> Iterator[Version]:
    for total, found in one.totals.items():
        yield Version(total, Basis.STATED, found)
    yield Version(one.value, one.basis, one.sources, one.parts)


def _ratios(facts: Facts) -> Iterator[Contradiction]:
    """A printed average that no stated count gives, and counts that give no printed average."""
    for one in ratios(facts):
        versions = (
            Version(one.value, Basis.STATED, one.sources),
            Version(one.printed, Basis.STATED, one.printed_sources, Measure.REQUESTS_PER_MEMBER),
            Version(one.given, Basis.COMPUTED, (), "ratio"),
        )
        yield Contradiction(Kind.RATIO, one.measure, one.subject, versions)


def _recorded(facts: Facts) -> Iterator[Contradiction]:
    for one in counts(facts):
        if one.contradicts:
            yield Contradiction(Kind.RECORDED, one.measure, one.subject, _both(one), one.everywhere)


def _both(one: Counts) -> tuple[Version, ...]:
    stated = Version(one.stated, Basis.STATED, one.sources)
    return stated, Version(one.counted, Basis.COMPUTED, (), "registers")


def _told_differently(facts: Facts) -> Iterator[Contradiction]:
    names = {one.slug: one.name for one in facts.deputies}
    for request in facts.requests:
        if request.conflict is None:
            continue
        told = tellings(request.conflict)
        versions = tuple(
            Version(None, Basis.STATED, (one.source,), one.what, names.get(one.person or ""))
            for one in told
        ) or (Version(None, Basis.STATED, (request.source or "",), request.conflict),)
        yield Contradiction(Kind.TOLD_DIFFERENTLY, "request", request.text, versions)


def _over_size(facts: Facts) -> Iterator[Contradiction]:
    for one in facts.assemblies:
        limit = LEGAL_SIZES.get(one.level)
        if limit and one.seats > limit.most:
            versions = (
                Version(one.seats, Basis.STATED, (one.source,) if one.source else ()),
                Version(limit.most, Basis.STATED, (limit.source,), "legal_size"),
            )
            yield Contradiction(Kind.OVER_SIZE, "seats", one.name, versions, everywhere=True)
