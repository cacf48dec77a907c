"""A coordinator decides about a proposed status."""

from aiogram.types import CallbackQuery

from domain.errors import TransitionRefused
from domain.roles import Actor
from handlers.common.errors import refusal_words
from handlers.common.fact_links import OpenStatuses
from handlers.common.screen import Notice, Screen
from handlers.common.texts import Texts
from handlers.promises import change_views as views
from handlers.promises.callbacks import AskReturn, Confirm, GiveBack
from services.promises import reading, reviewing, settling
from services.unit_of_work import UnitOfWork


async def queue(
    _query: CallbackQuery, callback_data: OpenStatuses, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    found = await reviewing.queue(uow, actor, callback_data.page)
    return views.queue(texts, found, await settling.count(uow, actor))


async def confirm(
    _query: CallbackQuery, callback_data: Confirm, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    change_id = callback_data.change_id
    try:
        await reviewing.confirm(uow, actor, change_id)
    except TransitionRefused as error:
        raise Notice(await _as_it_stands(uow, actor, texts, change_id, error)) from None
    found = await reading.change(uow, actor, change_id)
    if found.verdict.reached:
        note = texts("<b>Confirmed.</b> The deputy's side is told and can reply.")
    else:
        note = texts(
            "<b>Confirmed.</b> The deputy is not in this bot; that will be said beside the status. "
            "Please tell the deputy by letter if you can."
        )
    return views.change(texts, found, note)


async def ask_return(
    _query: CallbackQuery, callback_data: AskReturn, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return views.ask_return(texts, await reading.change(uow, actor, callback_data.change_id))


async def give_back(
    _query: CallbackQuery, callback_data: GiveBack, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    change_id = callback_data.change_id
    try:
        await reviewing.give_back(uow, actor, change_id, callback_data.reason)
    except TransitionRefused as error:
        raise Notice(await _as_it_stands(uow, actor, texts, change_id, error)) from None
    note = texts("<b>Returned.</b> Whoever proposed it reads the reason.")
    found = await reviewing.queue(uow, actor)
    return views.queue(texts, found, await settling.count(uow, actor), note)


async def _as_it_stands(
    uow: UnitOfWork, actor: Actor, texts: Texts, change_id: int, error: TransitionRefused
) -> Screen:
    """Why not, and how it stands now."""
    found = await reading.change(uow, actor, change_id)
    return views.change(texts, found, refusal_words(texts, error))
