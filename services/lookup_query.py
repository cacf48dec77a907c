"""What people type, read against the atlas: a name among other words, near hits, a region behind.

Pure: no database.
"""

from typing import Final

from domain.search import EXACT, WORD, Hit, parse_district_number
from domain.text import fold
from services.lookup_atlas import Atlas
from services.lookup_cache import PLACE, REGION

CANDIDATES: Final = 12
SURE: Final = 75.0  # a single hit from here on is opened, below it is only offered
GOOD: Final = 90.0  # from here on the words need not be read as "place, region"
PART: Final = 80.0  # how well "place" and "region" must fit when they stand together
PARTS: Final = 4  # words; more are a sentence

# Words around a name. They say nothing about which one is meant.
_NOISE: Final = frozenset(
    fold(
        "мой моя моего мне кто наш найти найди ищу покажи какой депутат депутата депутаты депутату "
        "депутатов в во из по от на у для это есть маслихат маслихата маслихате мажилис мажилиса "
        "менің біздің кім кімді тап табу іздеу депутаты депутатым депутатын мәслихат мәслихаты "
        "мәслихатының мәжіліс мәжілісі my our who is the of in for find show please deputy "
        "deputies maslikhat mazhilis majilis"
    ).split()
)
_REGION_WORDS: Final = frozenset(fold("облысы облыс облысының область области обл region").split())
_DISTRICT_WORDS: Final = frozenset(
    fold("ауданы аудан ауданының район района районе district").split()
)
_CITY_WORDS: Final = frozenset(fold("қаласы қала қаласының город города городе г city").split())


def number_in(text: str) -> int | None:
    """The number of a district, also in "депутат 8 округа"."""
    told = (word for word in text.split() if fold(word) not in _NOISE)
    return parse_district_number(text) or parse_district_number(" ".join(told))


def matches(atlas: Atlas, text: str) -> list[Hit]:
    """What the words may mean, the best first; only what is about as near as the best."""
    typed = fold(text).split()
    words = [word for word in typed if word not in _NOISE] or typed
    hits = _nearest(atlas.index.find(" ".join(words), CANDIDATES), len(words) == 1)
    if not hits or (hits[0].score < GOOD and 1 < len(words) <= PARTS):
        hits = _place_in_region(atlas, words) or hits
    return _of_kind(atlas, hits, set(words))


def _nearest(hits: list[Hit], one_word: bool) -> list[Hit]:  # noqa: FBT001 - private
    """Without the hits that are clearly worse than the first."""
    if not hits:
        return []
    best = hits[0].score
    if best == EXACT and not one_word:
        return [hit for hit in hits if hit.exact]
    margin = 2.0 if best >= WORD else 5.0
    return [hit for hit in hits if hit.score >= best - margin]


def _place_in_region(atlas: Atlas, words: list[str]) -> list[Hit]:
    """Read "Медеу, Алматы" or "Алматы Медеу": a place, told apart by its region."""
    if not 1 < len(words) <= PARTS:
        return []
    found: dict[str, Hit] = {}
    for cut in range(1, len(words)):
        first, second = " ".join(words[:cut]), " ".join(words[cut:])
        for place, region in ((first, second), (second, first)):
            for hit in _places_within(atlas, place, region):
                found.setdefault(hit.id, hit)
    return _nearest(sorted(found.values(), key=lambda hit: -hit.score), one_word=False)


def _places_within(atlas: Atlas, place: str, region: str) -> list[Hit]:
    regions = {
        int(hit.id)
        for hit in atlas.index.find(region, CANDIDATES)
        if hit.kind == REGION and hit.score >= PART
    }
    if not regions:
        return []
    return [
        Hit(hit.kind, hit.id, hit.score, exact=True)
        for hit in atlas.index.find(place, CANDIDATES)
        if hit.kind == PLACE
        and hit.score >= PART
        and atlas.places[int(hit.id)].region_id in regions
    ]


def _of_kind(atlas: Atlas, hits: list[Hit], words: set[str]) -> list[Hit]:
    """Only regions when "область" was typed, and so on, unless nothing would be left."""
    kinds = {_kind(atlas, hit) for hit in hits}
    wanted: set[str] = set()
    if words & _REGION_WORDS:
        wanted |= {REGION}
    if words & _DISTRICT_WORDS:
        wanted |= {"district", "city_district"}
    if words & _CITY_WORDS:
        wanted |= {"city", "republican_city"}
    wanted &= kinds
    return [hit for hit in hits if _kind(atlas, hit) in wanted] if wanted else hits


def _kind(atlas: Atlas, hit: Hit) -> str:
    if hit.kind == PLACE:
        return atlas.places[int(hit.id)].kind
    if hit.kind == REGION:
        cities = {one.region_id for one in atlas.assemblies.values() if _is_city(one.level)}
        return "republican_city" if int(hit.id) in cities else REGION
    return hit.kind


def _is_city(level: str) -> bool:
    return level == "republican_city"
