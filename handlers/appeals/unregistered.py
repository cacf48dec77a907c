"""The author's letters that a person looks at first, or that came back to be rewritten."""

from typing import Any

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from domain.roles import Actor
from handlers.appeals import unregistered_views as views
from handlers.appeals.callbacks import OpenUnregistered, Rewrite, TakeBack
from handlers.appeals.compose import show_draft
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from services.appeals import unregistered
from services.unit_of_work import UnitOfWork


def register(found: Router) -> None:
    found.callback_query.register(open_letter, OpenUnregistered.filter())
    found.callback_query.register(rewrite, Rewrite.filter())
    found.callback_query.register(take_back, TakeBack.filter())


async def open_letter(
    _query: CallbackQuery,
    callback_data: OpenUnregistered,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    return views.letter(texts, await unregistered.load(uow, actor, callback_data.letter_id))


async def rewrite(
    _query: CallbackQuery,
    callback_data: Rewrite,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    """The text is there; what is sent next is added to it, "Change" writes it anew."""
    draft = await unregistered.rewrite(uow, actor, callback_data.letter_id)
    return (await show_draft(state, texts, draft)).as_fresh()


async def take_back(
    _query: CallbackQuery, callback_data: TakeBack, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    if not callback_data.sure:
        found = await unregistered.load(uow, actor, callback_data.letter_id)
        return views.ask_take_back(texts, found)
    await unregistered.take_back(uow, actor, callback_data.letter_id)
    return views.taken_back(texts)


async def returned(
    uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]
) -> list[Screen]:
    """A notice: the letter came back, with the reason."""
    found = await unregistered.load(uow, actor, facts["appeal_id"])
    return [views.returned(texts, found)]


NOTICES = {"returned": returned}
