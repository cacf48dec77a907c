"""Finding a deputy: what a number, a name, a place or a region may mean."""

from collections.abc import Collection
from dataclasses import dataclass

from domain.roles import Actor
from models.deputies import Mandate
from services import people
from services.directory import Deputy, as_deputy, deputies
from services.lookup_atlas import District, Place, Region, in_order
from services.lookup_cache import PERSON, PLACE, LookupCache
from services.lookup_pages import rows_of
from services.lookup_query import SURE, matches, number_in
from services.unit_of_work import UnitOfWork

Meaning = Deputy | District | Place | Region


@dataclass(frozen=True, slots=True)
class Search:
    """What was typed may mean these, the likeliest first. `clear`: one, and near enough to open."""

    meanings: tuple[Meaning, ...]
    clear: bool = False
    number: int | None = None


async def search(uow: UnitOfWork, actor: Actor, cache: LookupCache, text: str) -> Search:
    """What the words mean. Districts of the person's own assemblies come first."""
    atlas = await cache.atlas(uow)
    number = number_in(text)
    if number is not None:
        own = {assembly for assembly, _ in await people.homes_of(uow, actor)}
        found = in_order(iter(atlas.numbered(number)), own)
        return Search(found, clear=len(found) == 1, number=number)
    hits = matches(atlas, text)
    holders = await _held_by(uow, [int(hit.id) for hit in hits if hit.kind == PERSON])
    meanings: list[Meaning] = []
    for hit in hits:
        if hit.kind == PERSON:
            meanings += [one for one in holders if one.person_id == int(hit.id)]
        else:
            known = atlas.places if hit.kind == PLACE else atlas.regions
            meanings.append(known[int(hit.id)])
    if len(meanings) > 1 and await _same_district(uow, cache, meanings):
        meanings = meanings[:1]
    return Search(tuple(meanings), len(meanings) == 1 and hits[0].score >= SURE)


async def _same_district(uow: UnitOfWork, cache: LookupCache, meanings: list[Meaning]) -> bool:
    """Whichever was meant, the way leads to one district: there is nothing to ask."""
    atlas = await cache.atlas(uow)
    ways: set[tuple[int, ...]] = set()
    for one in meanings:
        if isinstance(one, Place):
            ways.add(() if one.maybe else one.districts)
        elif isinstance(one, Region):
            ways.add(tuple(district.id for district in atlas.districts_of(one.id)))
        else:
            return False
    return len(ways) == 1 and len(ways.pop()) == 1


async def deputies_named(
    uow: UnitOfWork, actor: Actor, cache: LookupCache, text: str
) -> tuple[Deputy, ...]:
    """The deputies that the words lead to, whatever they name."""
    atlas = await cache.atlas(uow)
    found: list[Deputy] = []
    wanted: list[District] = []
    for one in (await search(uow, actor, cache, text)).meanings:
        if isinstance(one, Deputy):
            found.append(one)
        elif isinstance(one, District):
            wanted.append(one)
        elif isinstance(one, Place):
            wanted += [atlas.districts[ident] for ident in (*one.districts, *one.maybe)]
        else:
            wanted += atlas.districts_of(one.id)
    rows = await rows_of(uow, wanted)
    every = [*found, *(deputy for row in rows for deputy in row.deputies)]
    return tuple({one.mandate_id: one for one in every}.values())


async def _held_by(uow: UnitOfWork, person_ids: Collection[int]) -> list[Deputy]:
    if not person_ids:
        return []
    rows = await uow.session.execute(
        deputies().where(Mandate.person_id.in_(person_ids)).order_by(Mandate.id.desc())
    )
    return [as_deputy(row) for row in rows]
