"""Where a meeting was: inside the district of its deputy or outside."""

from typing import Final

from domain.errors import NotFound
from domain.inside import inside
from domain.records import RecordKind
from domain.roles import Actor
from models.records import Meeting
from services.directory import deputy
from services.lookup_cache import LookupCache
from services.records.editing import Edit, begin
from services.records.kinds import Row
from services.unit_of_work import UnitOfWork

BY_HAND: Final = {"yes": True, "no": False, "unknown": None}
COMPUTE: Final = "compute"


async def set_place(
    uow: UnitOfWork, actor: Actor, cache: LookupCache, ident: int, place_id: int
) -> None:
    edit = await begin(uow, actor, RecordKind.MEETING, ident)
    if place_id not in (await cache.atlas(uow)).places:
        raise NotFound("place", place_id)
    edit.put("place_id", place_id)
    edit.put("place_text", None)
    await compute_inside(edit, cache)


async def inside_by_hand(edit: Edit, cache: LookupCache, value: str) -> None:
    if value == COMPUTE:
        edit.put("inside_set_by", None)
        await compute_inside(edit, cache)
    elif value in BY_HAND:
        edit.put("inside", BY_HAND[value])
        edit.put("inside_set_by", edit.actor.user_id)
    else:
        raise NotFound("button")


async def compute_inside(edit: Edit, cache: LookupCache) -> None:
    """From place and deputy, unless a person has said it."""
    row: Row = edit.row
    if not isinstance(row, Meeting) or row.inside_set_by is not None:
        return
    edit.put("inside", await _computed(edit.uow, cache, row))


async def _computed(uow: UnitOfWork, cache: LookupCache, row: Meeting) -> bool | None:
    atlas = await cache.atlas(uow)
    place = atlas.places.get(row.place_id or 0)
    if place is None or row.mandate_id is None:
        return None
    district = atlas.districts.get((await deputy(uow, row.mandate_id)).district_id or 0)
    if district is None:
        return None
    own = {one.id for one in atlas.districts.values() if one.assembly.id == district.assembly.id}
    return inside(
        district.id,
        district.region_id,
        place.region_id,
        own.intersection(place.districts),
        own.intersection(place.maybe),
    )
