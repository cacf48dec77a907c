"""Reads the facts of a report: who sits in an assembly, what is stated, what is counted."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Final

from sqlalchemy import and_, func, or_, select

from domain.names import Names
from domain.programmes import Availability, ProgrammeKind
from models.assemblies import Assembly, DirectoryVersion, District, Faction
from models.deputies import Mandate, Person
from models.figures import StatedFigure
from models.programmes import Programme
from services.monitoring.counting import counted, requests
from services.monitoring.facts import (
    AssemblySize,
    DeputyFacts,
    FactionFacts,
    Facts,
    Period,
    Scope,
    Stated,
    Told,
)
from services.monitoring.replies import replies
from services.unit_of_work import UnitOfWork

Subject = tuple[str, int]  # "deputy", "faction" or "convocation" with its id; ("all", 0)


async def load(uow: UnitOfWork, scope: Scope) -> Facts:
    stated, others = await _stated(uow, scope)
    assemblies = await _assemblies(uow)
    assembly = await uow.session.get_one(Assembly, scope.assembly_id)
    districts = select(func.count()).where(District.convocation_id == scope.convocation_id)
    return Facts(
        scope=scope,
        data_date=await data_date(uow),
        seats=next((one for one in assemblies if one.slug == scope.slug), None),
        seats_single_mandate=assembly.seats_single_mandate,
        districts=await uow.session.scalar(districts) or 0,
        deputies=await _deputies(uow, scope, stated),
        factions=await _factions(uow, scope, stated),
        stated=stated.get(("convocation", scope.convocation_id), {}),
        elsewhere=stated.get(("all", 0), {}),
        other_periods=others,
        requests=await requests(uow, scope.convocation_id, scope.period),
        assemblies=assemblies,
        replies=await replies(uow, scope),
    )


async def deputies(
    uow: UnitOfWork, scope: Scope, only: Collection[int] | None = None
) -> tuple[DeputyFacts, ...]:
    """Those of the convocation, or some of them, without all else that a report needs."""
    stated, _others = await _stated(uow, scope, only)
    return await _deputies(uow, scope, stated, only)


async def data_date(uow: UnitOfWork) -> date | None:
    """The day up to which the directory describes the world."""
    query = (
        select(DirectoryVersion.data_date)
        .where(DirectoryVersion.data_date.is_not(None))
        .order_by(DirectoryVersion.id.desc())
        .limit(1)
    )
    return await uow.session.scalar(query)


async def _stated(
    uow: UnitOfWork, scope: Scope, only: Collection[int] | None = None
) -> tuple[Mapping[Subject, Stated], int]:
    """By subject; and how many are stated for other periods."""
    query = select(StatedFigure).where(
        or_(
            StatedFigure.convocation_id == scope.convocation_id,
            StatedFigure.convocation_id.is_(None),
        )
    )
    if only is not None:
        query = query.where(StatedFigure.mandate_id.in_(only))
    found: dict[Subject, dict[str, tuple[Told, ...]]] = defaultdict(dict)
    others = 0
    for row in await uow.session.scalars(query.order_by(StatedFigure.id)):
        if not _within(row, scope.period):
            others += 1
            continue
        measures = found[_subject(row)]
        told = Told(row.value, row.source)
        measures[row.measure] = (*measures.get(row.measure, ()), told)
    return found, others


def _within(row: StatedFigure, period: Period) -> bool:
    first, last = period
    return (row.period_from is None or row.period_from >= first) and (
        row.period_to is None or row.period_to <= last
    )


def _subject(row: StatedFigure) -> Subject:
    for kind, ident in (
        ("deputy", row.mandate_id),
        ("faction", row.faction_id),
        ("convocation", row.convocation_id),
    ):
        if ident is not None:
            return kind, ident
    return "all", 0


async def _deputies(
    uow: UnitOfWork,
    scope: Scope,
    stated: Mapping[Subject, Stated],
    only: Collection[int] | None = None,
) -> tuple[DeputyFacts, ...]:
    counts = await counted(uow, scope.convocation_id, scope.period, only)
    factions = await _faction_names(uow, scope)
    which = Mandate.convocation_id == scope.convocation_id
    query = _DEPUTIES.where(which if only is None else and_(which, Mandate.id.in_(only)))
    return tuple(
        DeputyFacts(
            mandate_id=row.id,
            slug=row.slug,
            name=Names(kk=row.name_kk, ru=row.name_ru, en=row.name_en),
            name_doubt=row.note,
            by_list=row.kind == "list",
            district=row.number,
            district_source=row.district_source,
            faction_id=row.faction_id,
            faction=factions.get(row.faction_id),
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            availability=row.availability or Availability.UNKNOWN.value,
            programme_kind=row.programme_kind or ProgrammeKind.UNKNOWN.value,
            stated=stated.get(("deputy", row.id), {}),
            counted=counts.get(row.id, {}),
            source=row.source,
        )
        for row in await uow.session.execute(query)
    )


# Columns and not objects: a large assembly is read three times as fast.
_DEPUTIES: Final = (
    select(
        Mandate.id,
        Mandate.kind,
        Mandate.district_source,
        Mandate.faction_id,
        Mandate.starts_on,
        Mandate.ends_on,
        Mandate.source,
        Person.slug,
        Person.name_kk,
        Person.name_ru,
        Person.name_en,
        Person.note,
        District.number,
        Programme.availability,
        Programme.kind.label("programme_kind"),
    )
    .join(Person, Person.id == Mandate.person_id)
    .outerjoin(District, District.id == Mandate.district_id)
    .outerjoin(Programme, Programme.mandate_id == Mandate.id)
    .order_by(Mandate.id)
)


async def _faction_names(uow: UnitOfWork, scope: Scope) -> Mapping[int | None, Names]:
    rows = await uow.session.scalars(
        select(Faction).where(Faction.convocation_id == scope.convocation_id)
    )
    return {row.id: row.names for row in rows}


async def _factions(
    uow: UnitOfWork, scope: Scope, stated: Mapping[Subject, Stated]
) -> tuple[FactionFacts, ...]:
    rows: Iterable[Faction] = await uow.session.scalars(
        select(Faction).where(Faction.convocation_id == scope.convocation_id).order_by(Faction.id)
    )
    return tuple(
        FactionFacts(
            row.id,
            row.slug,
            row.names,
            row.members,
            row.source,
            stated.get(("faction", row.id), {}),
        )
        for row in rows
    )


async def _assemblies(uow: UnitOfWork) -> tuple[AssemblySize, ...]:
    rows = await uow.session.scalars(
        select(Assembly).where(Assembly.seats.is_not(None)).order_by(Assembly.id)
    )
    return tuple(
        AssemblySize(row.slug, row.names, row.level, row.seats or 0, row.source) for row in rows
    )
