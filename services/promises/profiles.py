"""What is known about each deputy: from which source, for which period, and what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import func, select

from domain.due import RULES, RuleId, due
from domain.errors import NotFound
from domain.measures import Measure
from domain.names import Names
from domain.programmes import Availability, ProgrammeKind
from domain.roles import Actor, Role
from domain.samples import SMALLEST_CELL, enough
from models.appeals import Answer, Appeal
from services.directory import Deputy, deputy
from services.elections import require_no_election_in
from services.ids import known_id
from services.monitoring.choosing import chosen
from services.monitoring.facts import DeputyFacts, Period, Scope
from services.monitoring.loading import data_date, load, scopes
from services.unit_of_work import UnitOfWork

PAGE: Final = 5
MEASURES: Final = (
    Measure.REQUESTS_INITIATED,
    Measure.REQUESTS_SIGNED,
    Measure.MEETINGS_INSIDE,
    Measure.MEETINGS_OUTSIDE,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """`stated` by sources, `counted` from the registers: never one for the other."""

    measure: Measure
    stated: float | None
    sources: tuple[str, ...]
    disputed: bool
    counted: int


@dataclass(frozen=True, slots=True)
class Answered:
    """Of so many appeals whose term is over or that were answered, so many in time.

    `in_time` is None where so few could tell who has written.
    """

    in_time: int | None
    of: int


@dataclass(frozen=True, slots=True)
class Profile:
    """`answered` is None where there are too few appeals to say anything about a person."""

    deputy: Deputy
    period: Period
    data_date: date | None
    availability: Availability
    kind: ProgrammeKind
    figures: tuple[Figure, ...]
    answered: Answered | None
    gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A deputy of the monitoring table, with what is missing."""

    mandate_id: int
    name: Names
    gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    scope: Scope
    rows: tuple[Row, ...]
    page: int
    total: int
    complete: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures side by side; no order of merit is meant."""

    measure: Measure
    counted: bool
    first: float
    second: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """`pairs` hold only what both have enough of; `too_few` is what was left out for that."""

    first: Deputy
    second: Deputy
    period: Period
    pairs: tuple[Pair, ...]
    too_few: tuple[Measure, ...]


async def _scope(uow: UnitOfWork, about: Deputy) -> Scope:
    """The convocation of this very deputy."""
    found = await scopes(uow, about.assembly_id)
    same = (one for one in found if one.convocation == about.convocation)
    scope = next(same, None)
    if scope is None:
        raise NotFound("deputy", about.mandate_id)
    return scope


async def _facts(uow: UnitOfWork, mandate_id: int) -> tuple[DeputyFacts, Scope]:
    about = await deputy(uow, known_id("deputy", mandate_id))
    scope = await _scope(uow, about)
    facts = await load(uow, scope)
    return next(one for one in facts.deputies if one.mandate_id == mandate_id), scope


async def profile(uow: UnitOfWork, mandate_id: int) -> Profile:
    """Raises NotFound."""
    facts, scope = await _facts(uow, mandate_id)
    answered = await _answered(uow, mandate_id)
    return Profile(
        deputy=await deputy(uow, mandate_id),
        period=scope.period,
        data_date=await data_date(uow),
        availability=Availability(facts.availability),
        kind=ProgrammeKind(facts.programme_kind),
        figures=tuple(_figure(facts, measure) for measure in MEASURES),
        answered=answered if enough(answered.of) else None,
        gaps=gaps(facts),
    )


def _figure(facts: DeputyFacts, measure: Measure) -> Figure:
    counted = facts.counted.get(measure, 0)
    found = chosen(facts.stated, measure, counted)
    return Figure(
        measure,
        found.value if found else None,
        found.sources if found else (),
        found.disputed if found else False,
        counted,
    )


def gaps(facts: DeputyFacts) -> tuple[str, ...]:
    """Identifiers of what is not known."""
    missing = {
        "district": facts.district is None and not facts.by_list,
        "faction": facts.faction_id is None,
        "name": facts.name_doubt is not None,
        "availability": facts.availability == Availability.UNKNOWN,
        "kind": facts.programme_kind in {ProgrammeKind.UNKNOWN, ProgrammeKind.NO_DATA},
        "requests": not _any(facts, Measure.REQUESTS_INITIATED, Measure.REQUESTS_SIGNED),
        "meetings": not _any(facts, Measure.MEETINGS_INSIDE, Measure.MEETINGS_OUTSIDE),
    }
    return tuple(name for name, lacks in missing.items() if lacks)


def _any(facts: DeputyFacts, *measures: Measure) -> bool:
    return any(one in facts.stated or facts.counted.get(one) for one in measures)


async def _answered(uow: UnitOfWork, mandate_id: int) -> Answered:
    """Of all appeals here, by the first clock of each: later rounds have terms of their own."""
    first = (
        select(Answer.appeal_id, func.min(Answer.sent_at).label("at"))
        .where(Answer.sent_at.is_not(None), ~Answer.interim)
        .group_by(Answer.appeal_id)
        .subquery()
    )
    rows = await uow.session.execute(
        select(Appeal.registered_on, Appeal.answer_due, Appeal.clock_rule, first.c.at)
        .outerjoin(first, first.c.appeal_id == Appeal.id)
        .where(Appeal.mandate_id == mandate_id, Appeal.number.is_not(None))
    )
    in_time = of = 0
    for registered_on, answer_due, rule, at in rows:
        term = answer_due if rule == RuleId.ANSWER else _first_term(uow, registered_on)
        over = _over(uow, term, at)
        of += over is not None
        in_time += over is False
    return Answered(None if 0 < in_time < SMALLEST_CELL else in_time, of)


def _first_term(uow: UnitOfWork, registered_on: date) -> date:
    return due(registered_on, RULES[RuleId.ANSWER], uow.rules.calendar).due


def _over(uow: UnitOfWork, term: date | None, at: datetime | None) -> bool | None:
    """Whether the answer is late; None while the term runs."""
    if term is None:
        return None
    if at is not None:
        return uow.rules.today(at) > term
    return True if uow.rules.today(uow.now) > term else None


async def table(uow: UnitOfWork, actor: Actor, page: int = 0) -> Table:
    """Deputies with most gaps first. For coordinators of the assembly. Raises NotFound."""
    if not actor.has(Role.COORDINATOR):
        raise NotFound("table")
    mine = actor.coordinated_assemblies
    found = [one for one in await scopes(uow) if mine is None or one.assembly_id in mine]
    if not found:
        raise NotFound("table")
    facts = await load(uow, found[0])
    rows = [Row(one.mandate_id, one.name, gaps(one)) for one in facts.deputies]
    rows.sort(key=lambda row: -len(row.gaps))
    here = min(max(page, 0), max(0, (len(rows) - 1) // PAGE))
    shown = tuple(rows[here * PAGE : (here + 1) * PAGE])
    complete = sum(not row.gaps for row in rows)
    return Table(found[0], shown, here, len(rows), complete)


@dataclass(frozen=True, slots=True)
class Others:
    rows: Sequence[DeputyFacts]
    page: int
    total: int


async def others(uow: UnitOfWork, mandate_id: int, page: int) -> Others:
    """With whom a deputy can be compared: the same convocation, by name."""
    _, scope = await _facts(uow, mandate_id)
    await require_no_election_in(uow, scope.assembly_id)
    facts = await load(uow, scope)
    rows = [one for one in facts.deputies if one.mandate_id != mandate_id]
    rows.sort(key=lambda one: one.name.ru or "")
    here = min(max(page, 0), max(0, (len(rows) - 1) // PAGE))
    return Others(rows[here * PAGE : (here + 1) * PAGE], here, len(rows))


async def compare(uow: UnitOfWork, first_id: int, second_id: int) -> Comparison:
    """Of one convocation and one period. Raises NotFound, ElectionTime."""
    first, scope = await _facts(uow, first_id)
    await require_no_election_in(uow, scope.assembly_id)
    second, other = await _facts(uow, second_id)
    if first_id == second_id or scope.convocation_id != other.convocation_id:
        raise NotFound("deputy", second_id)
    pairs: list[Pair] = []
    too_few: list[Measure] = []
    for measure in MEASURES:
        found = _pair(_figure(first, measure), _figure(second, measure))
        if found:
            pairs.append(found)
        else:
            too_few.append(measure)
    return Comparison(
        await deputy(uow, first_id),
        await deputy(uow, second_id),
        scope.period,
        tuple(pairs),
        tuple(too_few),
    )


def _pair(first: Figure, second: Figure) -> Pair | None:
    """Stated with stated or counted with counted; each must rest on enough cases."""
    if first.stated is not None and second.stated is not None:
        if enough(first.stated) and enough(second.stated):
            return Pair(first.measure, counted=False, first=first.stated, second=second.stated)
        return None
    if enough(first.counted) and enough(second.counted):
        return Pair(first.measure, counted=True, first=first.counted, second=second.counted)
    return None
