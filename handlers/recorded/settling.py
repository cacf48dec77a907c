"""A coordinator decides about a dispute."""

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.errors import BadInput, TransitionRefused
from domain.roles import Actor
from handlers.common.errors import explain, refusal_words
from handlers.common.fact_links import OpenDisputes
from handlers.common.screen import Notice, Screen
from handlers.common.texts import Texts
from handlers.recorded import dispute_views as views
from handlers.recorded.callbacks import AskReject, AskUphold, DisputeFiles, OpenDispute, Uphold
from handlers.recorded.states import Settling
from services.promises import settling
from services.promises.settling import Dispute
from services.unit_of_work import UnitOfWork


async def queue(
    _query: CallbackQuery, callback_data: OpenDisputes, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return views.queue(texts, await settling.queue(uow, actor, callback_data.page))


async def open_dispute(
    _query: CallbackQuery,
    callback_data: OpenDispute,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    await state.clear()
    return views.dispute(texts, await settling.dispute(uow, actor, callback_data.response_id))


async def files(
    _query: CallbackQuery, callback_data: DisputeFiles, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return views.files(texts, await settling.dispute(uow, actor, callback_data.response_id))


async def _open(uow: UnitOfWork, actor: Actor, texts: Texts, response_id: int) -> Dispute:
    """One that this person may decide about, or how it stands."""
    found = await settling.dispute(uow, actor, response_id)
    if found.conflict or not found.may_settle:
        why = TransitionRefused("disputed", "settle", found.conflict or "state")
        raise Notice(views.dispute(texts, found, refusal_words(texts, why)))
    return found


async def ask_uphold(
    _query: CallbackQuery, callback_data: AskUphold, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return views.ask_uphold(texts, await _open(uow, actor, texts, callback_data.response_id))


async def uphold(
    _query: CallbackQuery, callback_data: Uphold, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    await _open(uow, actor, texts, callback_data.response_id)
    await settling.uphold(uow, actor, callback_data.response_id, callback_data.reason)
    note = texts("<b>The record is returned.</b> Both sides are told.")
    return views.queue(texts, await settling.queue(uow, actor), note)


async def ask_reject(
    _query: CallbackQuery,
    callback_data: AskReject,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    found = await _open(uow, actor, texts, callback_data.response_id)
    await state.set_state(Settling.reason)
    await state.set_data({"response": found.response.id})
    return views.ask_reason(texts, found)


async def type_reason(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    response_id = (await state.get_data())["response"]
    found = await _open(uow, actor, texts, response_id)
    try:
        await settling.reject(uow, actor, response_id, message.text or "")
    except BadInput as error:
        raise Notice(views.ask_reason(texts, found, explain(texts, error)[0].text)) from None
    await state.clear()
    note = texts("<b>It stays, with your reason.</b> Both sides are told.")
    return views.queue(texts, await settling.queue(uow, actor), note)


async def cancel(_message: Message, texts: Texts, state: FSMContext) -> Screen:
    response_id = (await state.get_data())["response"]
    await state.clear()
    return views.left(texts, response_id)
