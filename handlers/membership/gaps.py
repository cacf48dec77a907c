"""Gaps in the data, and setting the district of a deputy who has none."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.errors import BadInput, NotFound
from domain.roles import Actor
from domain.search import parse_district_number
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.common.typed import WORDS
from handlers.membership import gap_views as views
from handlers.membership.callbacks import Gaps, GapsOf, NameDistrict
from handlers.membership.states import Filling
from services.directory import deputy
from services.gaps import data_gaps, set_mandate_district
from services.grants import require_coordinator
from services.ids import known_id
from services.unit_of_work import UnitOfWork

MANDATE = "gap_mandate"


async def show_kinds(
    _query: CallbackQuery, state: FSMContext, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    await state.set_state(None)
    return views.kinds(texts, await data_gaps(uow, actor, limit=1))


async def show_gaps(
    _query: CallbackQuery,
    callback_data: GapsOf,
    state: FSMContext,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    await state.set_state(None)
    page = max(0, min(callback_data.page, 10_000))
    found = await data_gaps(
        uow, actor, callback_data.kind, offset=page * views.PAGE, limit=views.PAGE
    )
    return views.gaps(texts, found, callback_data.kind, page)


async def ask_district(
    _query: CallbackQuery,
    callback_data: NameDistrict,
    state: FSMContext,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    require_coordinator(actor)
    found = await deputy(uow, known_id("deputy", callback_data.mandate_id))
    await state.set_state(Filling.district)
    await state.update_data({MANDATE: found.mandate_id})
    return views.ask_district(texts, found)


async def type_district(
    message: Message, state: FSMContext, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    mandate_id = int((await state.get_data())[MANDATE])
    number = parse_district_number(message.text or "") or 0
    try:
        found = await set_mandate_district(uow, actor, mandate_id, number)
    except (BadInput, NotFound) as error:
        return views.refused(texts, error)
    await state.set_state(None)
    return views.district_set(texts, found)


def router() -> Router:
    found = Router(name="gaps")
    found.callback_query.register(show_kinds, Gaps.filter())
    found.callback_query.register(show_gaps, GapsOf.filter())
    found.callback_query.register(ask_district, NameDistrict.filter())
    found.message.register(type_district, Filling.district, WORDS)
    return found
