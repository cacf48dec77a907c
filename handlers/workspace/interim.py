"""Sending a word on the way, of a template or of one's own."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from domain.errors import TransitionRefused
from domain.roles import Actor
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.workspace import interim_views as views
from handlers.workspace.callbacks import SendInterim
from handlers.workspace.case_screen import case_screen
from services.appeals import reading
from services.desk import interim
from services.unit_of_work import UnitOfWork


async def send(
    _query: CallbackQuery,
    callback_data: SendInterim,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    """Shows it first, then sends it."""
    appeal_id, chosen = callback_data.appeal_id, callback_data.template_id
    case = await reading.in_workspace(uow, actor, appeal_id)
    if not callback_data.sure:
        text = await interim.text_of(uow, actor, appeal_id, chosen or None)
        return views.ask(texts, case, text, chosen, uow.now)
    await state.clear()
    try:
        await interim.send(uow, actor, appeal_id, chosen or None)
    except TransitionRefused:
        return await case_screen(uow, actor, texts, appeal_id, changed=True)
    return views.sent(texts, case)


def router() -> Router:
    found = Router(name="interim")
    found.callback_query.register(send, SendInterim.filter())
    return found
