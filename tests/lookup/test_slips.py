"""Every name and place of the shipped data with one slip of the finger."""

import random
import statistics
import time

from domain.roles import Actor
from domain.search import Entry, Index
from domain.text import fold
from services import lookup_cache
from services.directory import Deputy
from services.lookup import Meaning, search
from services.lookup_atlas import District, Place, Region
from services.lookup_cache import LookupCache
from services.unit_of_work import UnitOfWork

SHORTEST = 4  # letters; "Шу" with a slip is anything
ENOUGH = 0.97
SLOWEST = 0.005  # seconds for the middle query; what the machine does beside is not ours
LETTERS = ("абвгдежзийклмнопрстуфхчшыэюя", "abcdefghijklmnopqrstuvwxyz")


def slip(text: str, chance: random.Random) -> str:
    """A letter too many, one left out, a wrong one, or two swapped."""
    place = chance.choice([at for at, letter in enumerate(text) if letter.isalpha()])
    letter = chance.choice(LETTERS[text[place].isascii()])
    return chance.choice(
        (
            text[:place] + letter + text[place:],
            text[:place] + text[place + 1 :],
            text[:place] + letter + text[place + 1 :],
            text[:place] + text[place : place + 2][::-1] + text[place + 2 :],
        )
    )


def key(meaning: Meaning) -> tuple[str, int]:
    if isinstance(meaning, Deputy):
        return lookup_cache.PERSON, meaning.person_id
    if isinstance(meaning, Place):
        return lookup_cache.PLACE, meaning.id
    return lookup_cache.REGION, meaning.id


async def districts_of(cache: LookupCache, uow: UnitOfWork, meaning: Meaning) -> set[int]:
    """A place may stand for its region where both lie in one district."""
    if isinstance(meaning, Place):
        return {*meaning.districts, *meaning.maybe}
    if isinstance(meaning, Region):
        return {one.id for one in (await cache.atlas(uow)).districts_of(meaning.id)}
    return {meaning.id} if isinstance(meaning, District) else set()


async def test_one_slip(uow: UnitOfWork, actor: Actor, cache: LookupCache) -> None:
    atlas = await cache.atlas(uow)
    chance = random.Random(8)
    known = {(one.kind, int(one.id)): one.keys for one in entries(atlas.index)}
    tries = missed = 0
    times = []
    for target, spellings in known.items():
        for spelling in spellings:
            if len(fold(spelling)) < SHORTEST:
                continue
            typed = slip(spelling, chance)
            begun = time.perf_counter()
            found = await search(uow, actor, cache, typed)
            times.append(time.perf_counter() - begun)
            tries += 1
            missed += not await is_among(cache, uow, target, found.meanings)
    print(f"{tries} queries, found {1 - missed / tries:.2%}, ")  # noqa: T201 - the measure
    print(f"{statistics.median(times) * 1000:.2f} ms in the middle")  # noqa: T201
    assert missed / tries <= 1 - ENOUGH
    assert statistics.median(times) < SLOWEST


def entries(index: Index) -> list[Entry]:
    return list(index._entries)  # noqa: SLF001 - the test asks for all there is


async def is_among(
    cache: LookupCache, uow: UnitOfWork, target: tuple[str, int], meanings: tuple[Meaning, ...]
) -> bool:
    if target in {key(one) for one in meanings if not isinstance(one, District)}:
        return True
    atlas = await cache.atlas(uow)
    kind, ident = target
    if kind == lookup_cache.PERSON or not meanings:
        return False
    wanted = await districts_of(
        cache, uow, atlas.places[ident] if kind == lookup_cache.PLACE else atlas.regions[ident]
    )
    return wanted == await districts_of(cache, uow, meanings[0]) and len(wanted) == 1
