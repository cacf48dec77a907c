"""Builds the atlas, and keeps it until the next import."""

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import select

from domain.names import Names
from domain.search import Entry, Index
from models.assemblies import Assembly as AssemblyRow
from models.assemblies import Convocation, DirectoryVersion
from models.assemblies import District as DistrictRow
from models.deputies import Person, PersonSpelling
from models.geography import Place as PlaceRow
from models.geography import PlaceAlias, PlaceDistrict, RegionAlias
from models.geography import Region as RegionRow
from services.directory_cache import COORDINATOR
from services.lookup_atlas import Assembly, Atlas, District, Place, Region
from services.unit_of_work import UnitOfWork

PERSON, PLACE, REGION = "person", "place", "region"


class LookupCache:
    """One for each process, handed to the handlers. Looking costs one small query."""

    def __init__(self) -> None:
        self._atlas: Atlas | None = None

    async def atlas(self, uow: UnitOfWork) -> Atlas:
        """The directory of now. Without any import (an empty database) it is read each time."""
        if self._atlas is not None and uow.session.info.get(LookupCache) == self._atlas.stamp:
            return self._atlas  # compared in this transaction already
        newest = (
            select(DirectoryVersion.id, DirectoryVersion.digest)
            .where(DirectoryVersion.digest != COORDINATOR)
            .order_by(DirectoryVersion.id.desc())
        )
        row = (await uow.session.execute(newest.limit(1))).first()
        stamp = (row.id, row.digest) if row else None
        if self._atlas is None or stamp is None or self._atlas.stamp != stamp:
            self._atlas = await _read(uow, stamp)
        uow.session.info[LookupCache] = stamp
        return self._atlas


async def _read(uow: UnitOfWork, stamp: tuple[int, str] | None) -> Atlas:
    regions = {
        row.id: Region(row.id, row.names, row.position)
        for row in await uow.session.scalars(select(RegionRow).order_by(RegionRow.position))
    }
    assemblies = await _assemblies(uow)
    districts = await _districts(uow, assemblies, regions)
    places = await _places(uow, regions, districts)
    index = Index([*await _people(uow), *await _place_entries(uow, places), *await _areas(uow)])
    return Atlas(stamp, index, regions, assemblies, districts, places)


async def _assemblies(uow: UnitOfWork) -> dict[int, Assembly]:
    latest: dict[int, int] = {}
    for convocation in await uow.session.scalars(select(Convocation).order_by(Convocation.number)):
        latest[convocation.assembly_id] = convocation.id
    rows = await uow.session.scalars(select(AssemblyRow).order_by(AssemblyRow.id))
    return {
        row.id: Assembly(
            row.id,
            row.names,
            row.level,
            row.region_id,
            row.place_id,
            row.seats,
            latest.get(row.id),
        )
        for row in rows
    }


async def _districts(
    uow: UnitOfWork, assemblies: dict[int, Assembly], regions: dict[int, Region]
) -> dict[int, District]:
    current = {one.convocation_id: one for one in assemblies.values() if one.convocation_id}
    rows = await uow.session.scalars(select(DistrictRow).order_by(DistrictRow.id))
    return {
        row.id: District(
            row.id,
            row.number,
            current[row.convocation_id],
            row.region_id,
            regions[row.region_id].name if row.region_id else None,
            Names(kk=row.territory_kk, ru=row.territory_ru, en=row.territory_en),
        )
        for row in rows
        if row.convocation_id in current
    }


async def _places(
    uow: UnitOfWork, regions: dict[int, Region], districts: dict[int, District]
) -> dict[int, Place]:
    lies: dict[tuple[int, bool], list[int]] = defaultdict(list)
    for link in await uow.session.scalars(select(PlaceDistrict).order_by(PlaceDistrict.id)):
        if link.district_id in districts:
            lies[link.place_id, link.certain].append(link.district_id)
    return {
        row.id: Place(
            row.id,
            row.names,
            row.kind,
            row.region_id,
            regions[row.region_id].name,
            row.latitude,
            row.longitude,
            tuple(lies[row.id, True]),
            tuple(lies[row.id, False]),
        )
        for row in await uow.session.scalars(select(PlaceRow).order_by(PlaceRow.kato))
    }


def _keys(names: Names, others: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (names.kk, names.ru, names.en, *others))))


async def _people(uow: UnitOfWork) -> Iterator[Entry]:
    spellings: dict[int, list[str]] = defaultdict(list)
    for person_id, spelling in await uow.session.execute(
        select(PersonSpelling.person_id, PersonSpelling.spelling).order_by(PersonSpelling.id)
    ):
        spellings[person_id].append(spelling)
    people = await uow.session.scalars(select(Person).order_by(Person.id))
    return (Entry(PERSON, str(one.id), _keys(one.names, spellings[one.id])) for one in people)


async def _place_entries(uow: UnitOfWork, places: dict[int, Place]) -> Iterator[Entry]:
    aliases: dict[int, list[str]] = defaultdict(list)
    for place_id, alias in await uow.session.execute(
        select(PlaceAlias.place_id, PlaceAlias.alias).order_by(PlaceAlias.id)
    ):
        aliases[place_id].append(alias)
    return (Entry(PLACE, str(one.id), _keys(one.name, aliases[one.id])) for one in places.values())


async def _areas(uow: UnitOfWork) -> Iterator[Entry]:
    aliases: dict[int, list[str]] = defaultdict(list)
    for region_id, alias in await uow.session.execute(
        select(RegionAlias.region_id, RegionAlias.alias).order_by(RegionAlias.id)
    ):
        aliases[region_id].append(alias)
    regions = await uow.session.scalars(select(RegionRow).order_by(RegionRow.id))
    return (Entry(REGION, str(one.id), _keys(one.names, aliases[one.id])) for one in regions)
