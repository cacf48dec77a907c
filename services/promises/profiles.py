"""What is known about a deputy: from which source, for which period, and what is missing."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import func, or_, select

from domain.due import RULES, RuleId, due
from domain.errors import NotFound
from domain.measures import Measure
from domain.programmes import Availability, ProgrammeKind
from domain.promises import Subject
from domain.samples import SMALLEST_CELL, enough
from models.appeals import Answer, Appeal
from models.figures import StatedFigure
from services.directory import Deputy, deputy
from services.ids import known_id
from services.monitoring.choosing import chosen
from services.monitoring.facts import DeputyFacts, Period, Scope
from services.monitoring.loading import data_date, deputies
from services.monitoring.scopes import scopes
from services.promises.responses import Response, about
from services.unit_of_work import UnitOfWork

Said = Mapping[str, tuple[Response, ...]]  # by measure
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
    responses: tuple[Response, ...] = ()


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


async def _scope(uow: UnitOfWork, about: Deputy) -> Scope:
    """The convocation of this very deputy."""
    found = await scopes(uow, about.assembly_id)
    same = (one for one in found if one.convocation == about.convocation)
    scope = next(same, None)
    if scope is None:
        raise NotFound("deputy", about.mandate_id)
    return scope


async def facts_of(uow: UnitOfWork, mandate_id: int) -> tuple[DeputyFacts, Scope]:
    """Raises NotFound."""
    about = await deputy(uow, known_id("deputy", mandate_id))
    scope = await _scope(uow, about)
    (found,) = await deputies(uow, scope, [mandate_id])
    return found, scope


async def profile(uow: UnitOfWork, mandate_id: int) -> Profile:
    """Raises NotFound."""
    facts, scope = await facts_of(uow, mandate_id)
    answered = await _answered(uow, mandate_id)
    return Profile(
        deputy=await deputy(uow, mandate_id),
        period=scope.period,
        data_date=await data_date(uow),
        availability=Availability(facts.availability),
        kind=ProgrammeKind(facts.programme_kind),
        figures=await figures(uow, facts, scope),
        answered=answered if enough(answered.of) else None,
        gaps=gaps(facts),
    )


async def _said(uow: UnitOfWork, mandate_id: int, scope: Scope) -> Said:
    """What the deputy's side says to figures that are stated for this period."""
    first, last = scope.period
    rows = await uow.session.execute(
        select(StatedFigure.measure, StatedFigure.id)
        .where(
            StatedFigure.mandate_id == mandate_id,
            or_(StatedFigure.period_from.is_(None), StatedFigure.period_from >= first),
            or_(StatedFigure.period_to.is_(None), StatedFigure.period_to <= last),
        )
        .order_by(StatedFigure.id)
    )
    measures = {ident: measure for measure, ident in rows}
    found: dict[str, tuple[Response, ...]] = defaultdict(tuple)
    for ident, said in (await about(uow, Subject.FIGURE, list(measures))).items():
        found[measures[ident]] += said
    return found


async def figures(uow: UnitOfWork, facts: DeputyFacts, scope: Scope) -> tuple[Figure, ...]:
    """One for each of MEASURES, with what the deputy's side says to it."""
    said = await _said(uow, facts.mandate_id, scope)
    return tuple(_figure(facts, measure, said) for measure in MEASURES)


def _figure(facts: DeputyFacts, measure: Measure, said: Said) -> Figure:
    counted = facts.counted.get(measure, 0)
    found = chosen(facts.stated, measure, counted)
    return Figure(
        measure,
        found.value if found else None,
        found.sources if found else (),
        found.disputed if found else False,
        counted,
        said.get(measure, ()),
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
