"""A person misses something in the directory: the coordinators hear of it, without who asked."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Final

from domain.errors import NotFound
from domain.roles import Actor
from domain.text import clean, fold
from services import people
from services.directory import deputy
from services.ids import known_id
from services.lookup_atlas import District, Place, Region
from services.lookup_cache import LookupCache
from services.outbox import Priority, queue
from services.unit_of_work import UnitOfWork

LONGEST: Final = 60  # letters of a search that are passed on
EVERYTHING: Final = 0  # no assembly: those who coordinate all of them


class Gap(StrEnum):
    """What is missing, by what it is missing about."""

    DEPUTY = "deputy"  # the district of a deputy
    DISTRICT = "district"  # the deputy of a district
    PLACE = "place"  # the district of a place, the deputies of its maslikhat
    REGION = "region"  # the deputies of its maslikhats
    WORDS = "words"  # nothing was found


@dataclass(frozen=True, slots=True)
class GapNotice:
    """What a coordinator is told. `subject` is None where only words are known, or it is gone."""

    gap: Gap
    subject: District | Place | Region | None
    mandate_id: int | None
    words: str


async def tell(uow: UnitOfWork, cache: LookupCache, gap: Gap, ident: int, words: str = "") -> int:
    """Tell the coordinators, each one once a day for one gap; how many there are to tell.

    Raises NotFound.
    """
    assembly_id = await _assembly(uow, cache, gap, ident)
    told = await people.coordinators(uow, assembly_id)
    kept = clean(words)[:LONGEST]
    what = f"{ident}:{sha256(fold(kept).encode()).hexdigest()[:16]}"
    day = uow.rules.today(uow.now)
    for user_id in told:
        await queue(
            uow,
            "directory_gap",
            user_id,
            f"gap:{gap}:{what}:{user_id}:{day}",
            priority=Priority.DIGEST,
            gap=str(gap),
            ident=ident,
            words=kept,
        )
    return len(told)


async def read_notice(
    uow: UnitOfWork, actor: Actor, cache: LookupCache, gap: Gap, ident: int, words: str
) -> GapNotice | None:
    """What to show of it now; None when this person coordinates it no longer."""
    try:
        assembly_id = await _assembly(uow, cache, gap, ident)
    except NotFound:
        return None
    if not actor.coordinates(assembly_id):
        return None
    atlas = await cache.atlas(uow)
    subjects: dict[Gap, District | Place | Region | None] = {
        Gap.DISTRICT: atlas.districts.get(ident),
        Gap.PLACE: atlas.places.get(ident),
        Gap.REGION: atlas.regions.get(ident),
    }
    return GapNotice(gap, subjects.get(gap), ident if gap is Gap.DEPUTY else None, words)


async def _assembly(uow: UnitOfWork, cache: LookupCache, gap: Gap, ident: int) -> int:
    """Whose coordinators are told."""
    if gap is Gap.WORDS:
        return EVERYTHING
    known_id(gap, ident)
    if gap is Gap.DEPUTY:
        return (await deputy(uow, ident)).assembly_id
    atlas = await cache.atlas(uow)
    if gap is Gap.DISTRICT and ident in atlas.districts:
        return atlas.districts[ident].assembly.id
    if (gap is Gap.PLACE and ident in atlas.places) or (
        gap is Gap.REGION and ident in atlas.regions
    ):
        return EVERYTHING
    raise NotFound(gap, ident)
