"""The diagrams of the report as numbers: what is drawn is this and nothing else."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from domain.measures import BY_AVAILABILITY, BY_KIND, Measure
from domain.names import Names
from services.monitoring.choosing import Chosen, chosen
from services.monitoring.facts import Basis, DeputyFacts, FactionFacts, Facts, Stated


class DiagramKind(StrEnum):
    AVAILABILITY = "availability"
    PROGRAMME_KIND = "programme_kind"
    FACTIONS = "requests_by_faction"
    REQUESTS = "requests_by_deputy"
    MEETINGS = "meetings_by_deputy"


@dataclass(frozen=True, slots=True)
class Bar:
    """`subject` is a name, or the word of a closed list. A value that is not known is None."""

    subject: Names | str
    values: tuple[float | None, ...]
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Diagram:
    """`series` are measures, one for each value of a bar; `members` belong to factions."""

    kind: DiagramKind
    basis: Basis
    series: tuple[str, ...]
    bars: tuple[Bar, ...]
    sources: tuple[str, ...] = ()
    members: tuple[float | None, ...] = ()

    def total(self, index: int) -> float:
        return sum(bar.values[index] or 0 for bar in self.bars)


SERIES = {
    DiagramKind.REQUESTS: (Measure.REQUESTS_INITIATED, Measure.REQUESTS_SIGNED),
    DiagramKind.MEETINGS: (Measure.MEETINGS_INSIDE, Measure.MEETINGS_OUTSIDE),
}


def diagrams(facts: Facts) -> tuple[Diagram, ...]:
    """Each as the sources state it; where none does, as the registers count it."""
    makers: Sequence[Callable[[Facts, Basis], Diagram]] = (
        lambda facts, basis: _words(facts, basis, DiagramKind.AVAILABILITY, BY_AVAILABILITY),
        lambda facts, basis: _words(facts, basis, DiagramKind.PROGRAMME_KIND, BY_KIND),
        _factions,
        lambda facts, basis: _deputies(facts, basis, DiagramKind.REQUESTS),
        lambda facts, basis: _deputies(facts, basis, DiagramKind.MEETINGS),
    )
    return tuple(_first_known(make, facts) for make in makers)


def _first_known(make: Callable[[Facts, Basis], Diagram], facts: Facts) -> Diagram:
    stated = make(facts, Basis.STATED)
    return stated if stated.bars else make(facts, Basis.COMPUTED)


def _words(facts: Facts, basis: Basis, kind: DiagramKind, measures: Mapping[Any, str]) -> Diagram:
    """Programmes by a closed list of words: counted over deputies of districts."""
    bars, found = [], []
    for word, measure in measures.items():
        if basis is Basis.STATED:
            value = chosen(facts.stated, measure)
            if value is None:
                continue
            found.append(value)
            bars.append(Bar(str(word), (value.value,), value.disputed))
        else:
            count = sum(_word_of(one, kind) == word for one in facts.single_mandate)
            bars.append(Bar(str(word), (count,)))
    return Diagram(kind, basis, (kind.value,), tuple(bars), _sources(found))


def _word_of(one: DeputyFacts, kind: DiagramKind) -> str:
    return one.availability if kind is DiagramKind.AVAILABILITY else one.programme_kind


def _factions(facts: Facts, basis: Basis) -> Diagram:
    bars, members, found = [], [], []
    for one in facts.factions:
        size = _members(facts, one)
        if basis is Basis.STATED:
            value = chosen(one.stated, Measure.REQUESTS)
            if value is None:
                continue
            found.append(value)
            bars.append(Bar(one.name, (value.value,), value.disputed))
        else:
            bars.append(Bar(one.name, (_counted_of(facts, one),)))
        members.append(size)
    return Diagram(
        DiagramKind.FACTIONS,
        basis,
        (Measure.REQUESTS,),
        tuple(bars),
        _sources(found),
        tuple(members),
    )


def _members(facts: Facts, one: FactionFacts) -> float | None:
    counted = members_counted(facts, one)
    value = chosen(one.stated, Measure.MEMBERS, counted or one.members)
    return value.value if value else one.members


def members_counted(facts: Facts, one: FactionFacts) -> int:
    return sum(deputy.faction_id == one.id for deputy in facts.deputies)


def _counted_of(facts: Facts, faction: FactionFacts) -> int:
    return sum(
        one.counted.get(Measure.REQUESTS_INITIATED, 0)
        for one in facts.deputies
        if one.faction_id == faction.id
    )


def _deputies(facts: Facts, basis: Basis, kind: DiagramKind) -> Diagram:
    series: tuple[str, ...] = SERIES[kind]
    if basis is Basis.COMPUTED and kind is DiagramKind.MEETINGS:
        series = (*series, Measure.MEETINGS_UNKNOWN)
    bars, found = [], []
    for one in facts.deputies:
        if basis is Basis.STATED:
            values = _told(one.stated, series)
            if not any(values):
                continue
            found += [value for value in values if value]
            bars.append(
                Bar(
                    one.name,
                    tuple(value.value if value else None for value in values),
                    any(value.disputed for value in values if value),
                )
            )
        else:
            bars.append(Bar(one.name, tuple(one.counted.get(name, 0) for name in series)))
    return Diagram(kind, basis, series, tuple(bars), _sources(found))


def _told(stated: Stated, series: tuple[str, ...]) -> list[Chosen | None]:
    return [chosen(stated, name) for name in series]


def _sources(found: Iterable[Chosen]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source for one in found for source in one.sources))
