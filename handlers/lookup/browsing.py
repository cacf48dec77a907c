"""Taps on regions, places and districts."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.roles import Actor
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.lookup import areas, districts
from handlers.lookup.callbacks import (
    BrowsePlaces,
    BrowseRegions,
    CallHome,
    OpenDistrict,
    OpenPlace,
    OpenRegion,
    WithoutDistrict,
)
from handlers.lookup.opening import open_district, open_place
from services import lookup_pages
from services.lookup_cache import LookupCache
from services.unit_of_work import UnitOfWork


async def regions(
    _query: CallbackQuery,
    callback_data: BrowseRegions,
    uow: UnitOfWork,
    texts: Texts,
    lookup_cache: LookupCache,
) -> Screen:
    found = await lookup_pages.regions(uow, lookup_cache)
    return areas.regions(texts, found, callback_data.page)


async def region(
    _query: CallbackQuery,
    callback_data: OpenRegion,
    uow: UnitOfWork,
    texts: Texts,
    lookup_cache: LookupCache,
) -> Screen:
    found = await lookup_pages.region_page(uow, lookup_cache, callback_data.region_id)
    return areas.region(texts, found, callback_data.page)


async def places(
    _query: CallbackQuery,
    callback_data: BrowsePlaces,
    uow: UnitOfWork,
    texts: Texts,
    lookup_cache: LookupCache,
) -> Screen:
    found = await lookup_pages.region_page(uow, lookup_cache, callback_data.region_id)
    return areas.places(texts, found, callback_data.page)


async def place(
    _query: CallbackQuery,
    callback_data: OpenPlace,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    lookup_cache: LookupCache,
) -> Screen:
    found = await lookup_pages.place_page(uow, lookup_cache, callback_data.place_id)
    if callback_data.whole:
        return areas.place(texts, found, callback_data.page)
    return await open_place(uow, actor, texts, found)


async def district(
    _query: CallbackQuery,
    callback_data: OpenDistrict,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    lookup_cache: LookupCache,
) -> Screen:
    found = await lookup_pages.district_page(uow, actor, lookup_cache, callback_data.district_id)
    return await open_district(uow, actor, texts, found)


async def without_district(
    _query: CallbackQuery,
    callback_data: WithoutDistrict,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    lookup_cache: LookupCache,
) -> Screen:
    ident = callback_data.district_id
    page = await lookup_pages.district_page(uow, actor, lookup_cache, ident)
    found = await lookup_pages.without_district(uow, page.row.district.assembly)
    return districts.without_district(texts, found, callback_data.page, ident)


async def call_home(
    _query: CallbackQuery,
    callback_data: CallHome,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    lookup_cache: LookupCache,
) -> Screen:
    found = await lookup_pages.call_home(uow, actor, lookup_cache, callback_data.district_id)
    screen = await open_district(uow, actor, texts, found)
    if found.row.deputies:
        told = texts.label("Your district. Its deputy's news come once a week, see /digest")
        return screen.with_toast(told)
    return screen.with_toast(texts.label("Remembered: this is your district."))


def register(router: Router) -> None:
    router.callback_query.register(regions, BrowseRegions.filter())
    router.callback_query.register(region, OpenRegion.filter())
    router.callback_query.register(places, BrowsePlaces.filter())
    router.callback_query.register(place, OpenPlace.filter())
    router.callback_query.register(district, OpenDistrict.filter())
    router.callback_query.register(without_district, WithoutDistrict.filter())
    router.callback_query.register(call_home, CallHome.filter())
