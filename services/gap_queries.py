"""One query for each kind of gap; together they make one list."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Select,
    and_,
    case,
    exists,
    func,
    or_,
    select,
    true,
    union_all,
)
from sqlalchemy.orm import aliased

from domain.programmes import Availability
from models.assemblies import Assembly, Convocation, District
from models.deputies import Mandate, Person
from models.geography import Place, PlaceDistrict, Region
from models.programmes import Programme
from services.gap_columns import GapKind, names, row

Query = Select[Any]
Condition = ColumnElement[bool]


def all_gaps(assemblies: Collection[int] | None, today: date) -> CompoundSelect[Any]:
    """Gaps in the newest convocations of these assemblies; None means all of them."""
    scope = and_(
        _is_newest(), true() if assemblies is None else Convocation.assembly_id.in_(assemblies)
    )
    return union_all(
        _mandates(GapKind.MANDATE_WITHOUT_DISTRICT, scope, today).where(
            Mandate.kind == "district", Mandate.district_id.is_(None)
        ),
        _districts(GapKind.DISTRICT_WITHOUT_DEPUTY, scope).where(~_has_deputy(today)),
        _mandates(GapKind.NAME_IN_DOUBT, scope, today).where(
            or_(Person.note.is_not(None), Person.confidence.in_(("low", "medium")))
        ),
        _mandates(GapKind.PROGRAMME_UNKNOWN, scope, today).where(~_programme_known()),
        _places(scope),
        _districts(GapKind.TERRITORY_UNKNOWN, scope).where(_no_territory()),
        _mandates(GapKind.TRANSLATION_MISSING, scope, today).where(_untranslated(Person)),
        _assemblies(scope),
        _empty_assemblies(scope),
    )


def _is_newest() -> Condition:
    other = aliased(Convocation)
    newest = select(func.max(other.number)).where(other.assembly_id == Convocation.assembly_id)
    return Convocation.number == newest.correlate(Convocation).scalar_subquery()


def _in_force(today: date) -> Condition:
    return or_(Mandate.ends_on.is_(None), Mandate.ends_on >= today)


def _has_deputy(today: date) -> Condition:
    return exists().where(Mandate.district_id == District.id, _in_force(today))


def _programme_known() -> Condition:
    return exists().where(
        Programme.mandate_id == Mandate.id, Programme.availability != Availability.UNKNOWN
    )


def _untranslated(of: Any) -> Condition:
    return or_(of.name_kk.is_(None), of.name_en.is_(None))


def _no_territory() -> Condition:
    return and_(
        District.territory_kk.is_(None),
        District.territory_ru.is_(None),
        District.territory_en.is_(None),
    )


def _mandates(kind: GapKind, scope: Condition, today: date) -> Query:
    columns = row(
        kind,
        assembly_id=Convocation.assembly_id,
        mandate_id=Mandate.id,
        district_id=Mandate.district_id,
        number=District.number,
        note=Person.note,
        position=Mandate.id,
        **names(Person),
    )
    return (
        select(*columns)
        .select_from(Mandate)
        .join(Person, Person.id == Mandate.person_id)
        .join(Convocation, Convocation.id == Mandate.convocation_id)
        .outerjoin(District, District.id == Mandate.district_id)
        .where(scope, _in_force(today))
    )


def _districts(kind: GapKind, scope: Condition) -> Query:
    columns = row(
        kind,
        assembly_id=Convocation.assembly_id,
        district_id=District.id,
        number=District.number,
        region_id=District.region_id,
        name_kk=District.territory_kk,
        name_ru=District.territory_ru,
        name_en=District.territory_en,
        position=District.id,
    )
    return (
        select(*columns)
        .select_from(District)
        .join(Convocation, Convocation.id == District.convocation_id)
        .where(scope)
    )


def _places(scope: Condition) -> Query:
    """Places that may lie in one of several districts of an assembly, and in none for certain."""
    columns = row(
        GapKind.PLACE_WITHOUT_DISTRICT,
        assembly_id=Convocation.assembly_id,
        place_id=Place.id,
        region_id=Place.region_id,
        position=Place.id,
        **names(Place),
    )
    return (
        select(*columns)
        .select_from(Place)
        .join(PlaceDistrict, PlaceDistrict.place_id == Place.id)
        .join(District, District.id == PlaceDistrict.district_id)
        .join(Convocation, Convocation.id == District.convocation_id)
        .where(scope)
        .group_by(Convocation.assembly_id, Place.id)
        .having(func.max(case((PlaceDistrict.certain, 1), else_=0)) == 0)
    )


def _assemblies(scope: Condition) -> Query:
    columns = row(
        GapKind.TRANSLATION_MISSING,
        assembly_id=Assembly.id,
        region_id=Assembly.region_id,
        position=Assembly.id,
        **names(Assembly),
    )
    return (
        select(*columns)
        .select_from(Assembly)
        .join(Convocation, Convocation.assembly_id == Assembly.id)
        .where(scope, _untranslated(Assembly))
    )


def _empty_assemblies(scope: Condition) -> Query:
    """Assemblies whose deputies are not known, by region."""
    counted = func.count(Assembly.id)
    columns = row(
        GapKind.ASSEMBLY_WITHOUT_DEPUTIES,
        # The assembly itself where the row stands for one only.
        assembly_id=case((counted == 1, func.min(Assembly.id))),
        region_id=Assembly.region_id,
        position=func.min(Region.position),
        assemblies=counted,
        **{name: func.min(column) for name, column in names(Region).items()},
    )
    return (
        select(*columns)
        .select_from(Assembly)
        .join(Convocation, Convocation.assembly_id == Assembly.id)
        .outerjoin(Region, Region.id == Assembly.region_id)
        .where(scope, ~exists().where(Mandate.convocation_id == Convocation.id))
        .group_by(Assembly.region_id)
    )
