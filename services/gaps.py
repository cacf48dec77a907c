"""What is missing or in doubt in the directory, for those who can fill it in."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Row, func, select

from domain.errors import BadInput, NotAllowed, NotFound
from domain.names import Language, Names
from domain.roles import Actor
from models.assemblies import Assembly, District
from models.deputies import Mandate
from services.directory import Deputy, deputy
from services.directory_cache import changed
from services.gap_columns import RANKS, GapKind
from services.gap_queries import all_gaps
from services.grants import require_coordinator
from services.ids import known_id
from services.unit_of_work import UnitOfWork

COORDINATOR = "coordinator"  # the source of what a coordinator filled in
MOST = 100
_KINDS = tuple(GapKind)


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap. Ids say what it is about; those that do not apply are None.

    `name` is that of the deputy, the place, the region or the assembly; `district` a number, `note`
    what a coordinator should know. `assemblies` counts those that a row of a region stands for.
    """

    kind: GapKind
    name: Names
    assembly: Names | None
    assembly_id: int | None
    mandate_id: int | None
    district_id: int | None
    district: int | None
    place_id: int | None
    region_id: int | None
    note: str | None
    assemblies: int

    @property
    def missing(self) -> tuple[Language, ...]:
        """Languages in which the name or the text is not known."""
        return tuple(one for one in Language if not getattr(self.name, one))


@dataclass(frozen=True, slots=True)
class GapPage:
    """`counts` are of all kinds, `total` of what was asked for."""

    gaps: tuple[Gap, ...]
    total: int
    counts: Mapping[GapKind, int]


async def data_gaps(
    uow: UnitOfWork,
    actor: Actor,
    kind: GapKind | None = None,
    *,
    offset: int = 0,
    limit: int = 20,
) -> GapPage:
    """Gaps of the newest convocations of the assemblies that this person coordinates.

    In the order of GapKind, the most needed first. Raises NotAllowed.
    """
    require_coordinator(actor)
    found = all_gaps(actor.coordinated_assemblies, uow.rules.today(uow.now)).subquery()
    counted = await uow.session.execute(
        select(found.c.kind, func.count()).group_by(found.c.kind).order_by(found.c.kind)
    )
    counts = {_KINDS[rank]: count for rank, count in counted}
    ties = (func.coalesce(found.c.assembly_id, 0), func.coalesce(found.c.mandate_id, 0))
    query = select(found).order_by(found.c.kind, found.c.position, *ties)
    if kind is not None:
        query = query.where(found.c.kind == RANKS[kind])
    rows = (
        await uow.session.execute(query.offset(max(0, offset)).limit(max(1, min(limit, MOST))))
    ).all()
    names = await _assembly_names(uow, {row.assembly_id for row in rows})
    gaps = tuple(_gap(row, names) for row in rows)
    total = sum(counts.values()) if kind is None else counts.get(kind, 0)
    return GapPage(gaps, total, counts)


async def set_mandate_district(
    uow: UnitOfWork, actor: Actor, mandate_id: int, district_number: int
) -> Deputy:
    """Fill in the district of a deputy. The same again changes nothing.

    Raises NotFound, NotAllowed, and BadInput: `elected_by_list`, `district_known` (it is in the
    sources: the data have to be corrected there), `district_taken`.
    """
    found = await deputy(uow, known_id("deputy", mandate_id))
    if not actor.coordinates(found.assembly_id):
        raise NotAllowed("set_district")
    if found.elected_by_list:
        raise BadInput("elected_by_list")
    mandate = await uow.session.get_one(Mandate, mandate_id)
    district = await uow.session.scalar(
        select(District)
        .where(
            District.convocation_id == mandate.convocation_id,
            District.number == known_id("district", district_number),
        )
        .with_for_update()
    )
    if district is None:
        raise NotFound("district", district_number)
    if mandate.district_id == district.id:
        return found
    if mandate.district_id is not None and mandate.district_source != COORDINATOR:
        raise BadInput("district_known", district=found.district)
    await _require_free(uow, mandate, district)
    mandate.district_id = district.id
    mandate.district_source = COORDINATOR
    mandate.district_set_by = actor.user_id
    mandate.district_set_at = uow.now
    await changed(uow)
    await uow.session.flush()
    return await deputy(uow, mandate_id)


async def _require_free(uow: UnitOfWork, mandate: Mandate, district: District) -> None:
    others = await uow.session.scalars(
        select(Mandate).where(Mandate.district_id == district.id, Mandate.id != mandate.id)
    )
    for other in others:
        ends_before = other.ends_on and mandate.starts_on and other.ends_on < mandate.starts_on
        starts_after = mandate.ends_on and other.starts_on and mandate.ends_on < other.starts_on
        if not (ends_before or starts_after):
            raise BadInput("district_taken", district=district.number, mandate_id=other.id)


async def _assembly_names(uow: UnitOfWork, ids: set[int | None]) -> dict[int, Names]:
    rows = await uow.session.scalars(select(Assembly).where(Assembly.id.in_(ids - {None})))
    return {row.id: row.names for row in rows}


def _gap(row: Row[tuple[object, ...]], assemblies: Mapping[int, Names]) -> Gap:
    return Gap(
        kind=_KINDS[row.kind],
        name=Names(kk=row.name_kk, ru=row.name_ru, en=row.name_en),
        assembly=assemblies.get(row.assembly_id),
        assembly_id=row.assembly_id,
        mandate_id=row.mandate_id,
        district_id=row.district_id,
        district=row.number,
        place_id=row.place_id,
        region_id=row.region_id,
        note=row.note,
        assemblies=row.assemblies,
    )
