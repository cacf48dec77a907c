"""From the author's card to e-Otinish, and back with its number."""

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.roles import Actor
from handlers.common.links import ToEOtinish
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.common.typed import WORDS, only_words
from handlers.e_otinish import views
from handlers.e_otinish.states import Exporting
from services.appeals import e_otinish, reading
from services.unit_of_work import UnitOfWork


async def export(
    _query: CallbackQuery,
    callback_data: ToEOtinish,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> list[Screen]:
    case = await reading.authored(uow, actor, callback_data.appeal_id)
    await state.set_state(Exporting.number)
    await state.set_data({"appeal": case.id})
    return views.ready(texts, case)


async def type_number(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    appeal_id = int((await state.get_data())["appeal"])
    await e_otinish.note(uow, actor, appeal_id, message.text or "")
    await state.clear()
    return views.noted(texts, await reading.authored(uow, actor, appeal_id))


def router() -> Router:
    found = Router(name="e_otinish")
    found.callback_query.register(export, ToEOtinish.filter())
    found.message.register(type_number, Exporting.number, WORDS)
    found.message.register(only_words, StateFilter(Exporting), ~F.text)
    return found
