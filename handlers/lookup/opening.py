"""From what was meant to its screen: the card wherever there is just one deputy."""

from domain.roles import Actor
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.lookup import areas, districts
from handlers.lookup.card import card
from services import cards, lookup_pages
from services.directory import Deputy
from services.lookup import Meaning
from services.lookup_atlas import District, Place
from services.lookup_cache import LookupCache
from services.lookup_pages import DistrictPage, PlacePage
from services.unit_of_work import UnitOfWork


async def open_meaning(
    uow: UnitOfWork, actor: Actor, texts: Texts, cache: LookupCache, meaning: Meaning
) -> Screen:
    if isinstance(meaning, Deputy):
        return card(texts, await cards.card(uow, actor, meaning.mandate_id))
    if isinstance(meaning, District):
        page = await lookup_pages.district_page(uow, actor, cache, meaning.id)
        return await open_district(uow, actor, texts, page)
    if isinstance(meaning, Place):
        return await open_place(
            uow, actor, texts, await lookup_pages.place_page(uow, cache, meaning.id)
        )
    return areas.region(texts, await lookup_pages.region_page(uow, cache, meaning.id), 0)


async def open_district(uow: UnitOfWork, actor: Actor, texts: Texts, page: DistrictPage) -> Screen:
    if page.only is None:
        return districts.district(texts, page)
    return card(texts, await cards.card(uow, actor, page.only.mandate_id))


async def open_place(uow: UnitOfWork, actor: Actor, texts: Texts, page: PlacePage) -> Screen:
    if page.only is None:
        return areas.place(texts, page)
    found = await cards.card(uow, actor, page.only.mandate_id)
    return card(texts, found, found_by=page.place)
