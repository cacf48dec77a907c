"""What the lookup shows of a district, a place and a region, and which districts are one's own."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Final

from domain.errors import NotFound
from domain.roles import Actor
from models.deputies import Mandate
from services import following, people
from services.directory import Deputy, as_deputy, deputies
from services.directory_cache import kept
from services.lookup_atlas import Assembly, District, Near, Place, Region
from services.lookup_cache import LookupCache
from services.unit_of_work import UnitOfWork

NEAREST: Final = 4  # places offered for a shared location


@dataclass(frozen=True, slots=True)
class DistrictRow:
    """A district and who holds or held its mandate; nobody where that is not known."""

    district: District
    deputies: tuple[Deputy, ...]


@dataclass(frozen=True, slots=True)
class PlacePage:
    """A place. Where `certain` is false, the rows are the districts it may lie in."""

    place: Place
    certain: bool
    rows: tuple[DistrictRow, ...]
    silent: tuple[Assembly, ...]

    @property
    def only(self) -> Deputy | None:
        """The one deputy of this place, where there is no doubt."""
        found = [deputy for row in self.rows for deputy in row.deputies]
        return found[0] if self.certain and len(self.rows) == len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class RegionPage:
    region: Region
    rows: tuple[DistrictRow, ...]
    silent: tuple[Assembly, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class DistrictPage:
    """A district. `unplaced`: how many deputies of its convocation have no known district."""

    row: DistrictRow
    places: tuple[Place, ...]
    is_home: bool
    unplaced: int

    @property
    def only(self) -> Deputy | None:
        return self.row.deputies[0] if len(self.row.deputies) == 1 else None


async def my_districts(
    uow: UnitOfWork, actor: Actor, cache: LookupCache
) -> tuple[DistrictRow, ...]:
    """The districts that the person called their own, and their deputies."""
    homes = await people.homes_of(uow, actor)
    if not homes:
        return ()
    atlas = await cache.atlas(uow)
    return await rows_of(uow, [atlas.districts[d] for _, d in homes if d in atlas.districts])


async def call_home(
    uow: UnitOfWork, actor: Actor, cache: LookupCache, district_id: int
) -> DistrictPage:
    """Remember "this is my district", and show it as it stands. Raises NotFound."""
    atlas = await cache.atlas(uow)
    if district_id not in atlas.districts:
        raise NotFound("district", district_id)
    assembly = atlas.districts[district_id].assembly
    was = dict(await people.homes_of(uow, actor)).get(assembly.id)
    await people.set_home(uow, actor, assembly.id, district_id)
    await uow.session.flush()
    await following.moved(uow, actor, was, district_id)
    return await district_page(uow, actor, cache, district_id)


async def district_page(
    uow: UnitOfWork, actor: Actor, cache: LookupCache, district_id: int
) -> DistrictPage:
    """Raises NotFound."""
    atlas = await cache.atlas(uow)
    district = atlas.districts.get(district_id)
    if district is None:
        raise NotFound("district", district_id)
    homes = await people.homes_of(uow, actor)
    (row,) = await rows_of(uow, [district])
    return DistrictPage(
        row,
        atlas.places_in(district_id),
        (district.assembly.id, district_id) in homes,
        0 if row.deputies else len(await without_district(uow, district.assembly)),
    )


async def place_page(uow: UnitOfWork, cache: LookupCache, place_id: int) -> PlacePage:
    """Raises NotFound."""
    atlas = await cache.atlas(uow)
    place = atlas.places.get(place_id)
    if place is None:
        raise NotFound("place", place_id)
    wanted = [atlas.districts[ident] for ident in (*place.districts, *place.maybe)]
    silent = atlas.silent_assemblies(place_id=place.id)
    return PlacePage(place, not place.maybe, await rows_of(uow, wanted), silent)


async def region_page(uow: UnitOfWork, cache: LookupCache, region_id: int) -> RegionPage:
    """Raises NotFound."""
    atlas = await cache.atlas(uow)
    region = atlas.regions.get(region_id)
    if region is None:
        raise NotFound("region", region_id)
    rows = await rows_of(uow, atlas.districts_of(region_id))
    silent = atlas.silent_assemblies(region_id=region_id)
    return RegionPage(region, rows, silent, atlas.places_of(region_id))


async def regions(uow: UnitOfWork, cache: LookupCache) -> tuple[Region, ...]:
    return tuple((await cache.atlas(uow)).regions.values())


async def near(
    uow: UnitOfWork, cache: LookupCache, latitude: float, longitude: float
) -> tuple[Near, ...]:
    """The known places nearest to a shared location. A guess: the person confirms one."""
    return (await cache.atlas(uow)).near(latitude, longitude, NEAREST)


async def without_district(uow: UnitOfWork, assembly: Assembly) -> tuple[Deputy, ...]:
    """Single-mandate deputies of the latest convocation whose district is not known."""
    rows = await uow.session.execute(
        deputies()
        .where(
            Mandate.convocation_id == assembly.convocation_id,
            Mandate.district_id.is_(None),
            Mandate.kind == "district",
        )
        .order_by(Mandate.id)
    )
    return tuple(as_deputy(row) for row in rows)


async def rows_of(uow: UnitOfWork, districts: Iterable[District]) -> tuple[DistrictRow, ...]:
    """Districts with their deputies, whoever holds the mandate now first."""
    wanted = {one.id: one for one in districts}.values()
    return tuple(
        [await kept(uow, (DistrictRow, one.id), partial(_row_of, uow, one)) for one in wanted]
    )


async def _row_of(uow: UnitOfWork, district: District) -> DistrictRow:
    rows = await uow.session.execute(
        deputies().where(Mandate.district_id == district.id).order_by(Mandate.id.desc())
    )
    return DistrictRow(district, tuple(as_deputy(row) for row in rows))
