"""Which stated totals are made of which parts, and which averages of which counts."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from domain.measures import BY_AVAILABILITY, BY_KIND, Measure
from domain.names import Names
from services.monitoring.choosing import Chosen, by_value, chosen
from services.monitoring.diagrams import members_counted
from services.monitoring.facts import Basis, DeputyFacts, FactionFacts, Facts, Stated


@dataclass(frozen=True, slots=True)
class Sum:
    """`value` is what the parts make; `totals` what is stated of the whole, with its sources."""

    measure: str
    subject: Names | None
    totals: Mapping[float, tuple[str, ...]]
    value: float
    parts: str  # what was added: "factions", "deputies", ...
    basis: Basis = Basis.COMPUTED
    sources: tuple[str, ...] = ()


def sums(facts: Facts) -> Iterator[Sum]:
    """Only where every part is stated: a sum with holes proves nothing."""
    yield from _requests(facts)
    yield from _seats(facts)
    yield from _programmes(facts)
    yield from _without_meetings(facts)


def _requests(facts: Facts) -> Iterator[Sum]:
    whole = by_value(facts.stated.get(Measure.REQUESTS_SINGLE_MANDATE, ()))
    single = [one for one in facts.factions if _only_single_mandate(facts, one)]
    rows = (
        ("factions", _all(single, lambda one: chosen(one.stated, Measure.REQUESTS))),
        ("deputies", _all(facts.single_mandate, _initiated)),
    )
    for parts, values in rows:
        if whole and values:
            yield _sum(Measure.REQUESTS_SINGLE_MANDATE, None, whole, values, parts)
    for faction in facts.factions:
        totals = by_value(faction.stated.get(Measure.REQUESTS, ()))
        deputies = [one for one in facts.deputies if one.faction_id == faction.id]
        values = _all(deputies, _initiated)
        if totals and values:
            yield _sum(Measure.REQUESTS, faction.name, totals, values, "deputies")


def _initiated(one: DeputyFacts) -> Chosen | None:
    return chosen(one.stated, Measure.REQUESTS_INITIATED)


def _only_single_mandate(facts: Facts, faction: FactionFacts) -> bool:
    kinds = {one.by_list for one in facts.deputies if one.faction_id == faction.id}
    return kinds == {False}


def _seats(facts: Facts) -> Iterator[Sum]:
    """All factions together fill the assembly."""
    members = _all(
        facts.factions,
        lambda one: chosen(one.stated, Measure.MEMBERS, members_counted(facts, one)),
    )
    if facts.seats and members:
        totals = {float(facts.seats.seats): tuple(filter(None, [facts.seats.source]))}
        yield _sum("seats", None, totals, members, "factions")
    if facts.seats_single_mandate and facts.districts and facts.seats:
        totals = {float(facts.seats_single_mandate): tuple(filter(None, [facts.seats.source]))}
        yield Sum("seats_single_mandate", None, totals, facts.districts, "districts")


def _programmes(facts: Facts) -> Iterator[Sum]:
    """Each deputy of a district is counted once in each way of counting programmes."""
    for measures in (BY_AVAILABILITY, BY_KIND):
        values = [chosen(facts.stated, name) for name in measures.values()]
        known = [one for one in values if one]
        if known and facts.single_mandate:
            totals: dict[float, tuple[str, ...]] = {float(len(facts.single_mandate)): ()}
            first = next(name for name in measures.values() if name in facts.stated)
            yield _sum(first, None, totals, known, "programmes")


def _without_meetings(facts: Facts) -> Iterator[Sum]:
    totals = by_value(facts.stated.get(Measure.WITHOUT_MEETINGS, ()))
    rows = [
        [chosen(one.stated, name) for name in (Measure.MEETINGS_INSIDE, Measure.MEETINGS_OUTSIDE)]
        for one in facts.single_mandate
    ]
    if totals and rows and all(all(row) for row in rows):
        none = sum(not any(cell.value for cell in row if cell) for row in rows)
        yield Sum(Measure.WITHOUT_MEETINGS, None, totals, none, "deputies_at_nought")


def _all(
    subjects: Iterable[DeputyFacts | FactionFacts], of: Callable[..., Chosen | None]
) -> list[Chosen]:
    """The parts, or none where one of them is not stated."""
    found = [of(one) for one in subjects]
    known = [one for one in found if one]
    return known if len(known) == len(found) else []


def _sum(
    measure: str,
    subject: Names | None,
    totals: Mapping[float, tuple[str, ...]],
    values: list[Chosen],
    parts: str,
) -> Sum:
    return Sum(measure, subject, totals, sum(one.value for one in values), parts)


@dataclass(frozen=True, slots=True)
class Ratio:
    """A stated count with which no stated average comes out."""

    measure: str
    subject: Names
    value: float
    sources: tuple[str, ...]
    printed: float
    printed_sources: tuple[str, ...]
    given: float


def ratios(facts: Facts) -> Iterator[Ratio]:
    for faction in facts.factions:
        printed = chosen(faction.stated, Measure.REQUESTS_PER_MEMBER)
        if printed:
            yield from _misfits(faction, printed)


def _misfits(faction: FactionFacts, printed: Chosen) -> Iterator[Ratio]:
    requests = by_value(faction.stated.get(Measure.REQUESTS, ()))
    members = by_value(faction.stated.get(Measure.MEMBERS, ()))
    usual = _usual(faction.stated)
    for value, found in requests.items():
        if members and not any(_fits(value, size, printed.value) for size in members):
            given = value / (usual[1] or 1)
            yield _ratio(Measure.REQUESTS, faction, value, found, printed, given)
    for size, found in members.items():
        if requests and not any(_fits(value, size, printed.value) for value in requests):
            given = usual[0] / (size or 1)
            yield _ratio(Measure.MEMBERS, faction, size, found, printed, given)


def _usual(stated: Stated) -> tuple[float, float]:
    requests, members = chosen(stated, Measure.REQUESTS), chosen(stated, Measure.MEMBERS)
    return (requests.value if requests else 0, members.value if members else 0)


def _fits(requests: float, members: float, printed: float) -> bool:
    """Printed with two decimals."""
    return bool(members) and abs(requests / members - printed) <= 0.005 + 1e-9


def _ratio(
    measure: str,
    faction: FactionFacts,
    value: float,
    found: tuple[str, ...],
    printed: Chosen,
    given: float,
) -> Ratio:
    return Ratio(
        measure, faction.name, value, found, printed.value, printed.sources, round(given, 2)
    )
