"""Reads the facts of a report: who sits in an assembly, what is stated, what is counted."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from sqlalchemy import func, or_, select

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
    query = (
        select(Mandate, Person, District.number, Faction, Programme)
        .join(Person, Person.id == Mandate.person_id)
        .outerjoin(District, District.id == Mandate.district_id)
        .outerjoin(Faction, Faction.id == Mandate.faction_id)
        .outerjoin(Programme, Programme.mandate_id == Mandate.id)
        .where(Mandate.convocation_id == scope.convocation_id)
        .order_by(Mandate.id)
    )
    rows = await uow.session.execute(query if only is None else query.where(Mandate.id.in_(only)))
    return tuple(
        DeputyFacts(
            mandate_id=mandate.id,
            slug=person.slug,
            name=person.names,
            name_doubt=person.note,
            by_list=mandate.kind == "list",
            district=district,
            district_source=mandate.district_source,
            faction_id=mandate.faction_id,
            faction=_names(faction),
            starts_on=mandate.starts_on,
            ends_on=mandate.ends_on,
            availability=_either(programme, "availability", Availability.UNKNOWN),
            programme_kind=_either(programme, "kind", ProgrammeKind.UNKNOWN),
            stated=stated.get(("deputy", mandate.id), {}),
            counted=counts.get(mandate.id, {}),
            source=mandate.source,
        )
        for mandate, person, district, faction, programme in rows
    )


def _names(faction: Faction | None) -> Names | None:
    return None if faction is None else faction.names


def _either(programme: Programme | None, field: str, unknown: str) -> str:
    return str(unknown) if programme is None else getattr(programme, field)


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
