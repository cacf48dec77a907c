"""Joining others who ask the same, and leaving them."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from domain.roles import Actor
from handlers.appeals import joining_views as views
from handlers.appeals.callbacks import Join, JoinedLetters, Leave, OpenJoined, ShowAlike
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from services.appeals import joining, unregistered
from services.unit_of_work import UnitOfWork


def register(found: Router) -> None:
    found.callback_query.register(join, Join.filter())
    found.callback_query.register(open_joined, OpenJoined.filter())
    found.callback_query.register(joined_letters, JoinedLetters.filter())
    found.callback_query.register(leave, Leave.filter())
    found.callback_query.register(show_alike, ShowAlike.filter())


async def join(
    _query: CallbackQuery,
    callback_data: Join,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    letter_id, appeal_id = callback_data.letter_id, callback_data.appeal_id
    joined = await joining.join(uow, actor, letter_id, appeal_id)
    await state.clear()
    return views.done(texts, joined)


async def open_joined(
    _query: CallbackQuery, callback_data: OpenJoined, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return views.joined(texts, await joining.joined(uow, actor, callback_data.appeal_id))


async def joined_letters(
    _query: CallbackQuery, callback_data: JoinedLetters, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return views.listed(texts, await joining.mine(uow, actor, callback_data.page))


async def leave(
    _query: CallbackQuery, callback_data: Leave, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    """Asks first: whoever leaves gets no answer."""
    if not callback_data.sure:
        return views.ask_leave(texts, await joining.joined(uow, actor, callback_data.appeal_id))
    await joining.leave(uow, actor, callback_data.appeal_id)
    screen = views.listed(texts, await joining.mine(uow, actor, 0))
    return screen.with_toast(texts.label("You have left."))


async def show_alike(
    _query: CallbackQuery, callback_data: ShowAlike, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    found = await unregistered.offered(uow, actor, callback_data.letter_id)
    return views.offer_while_held(texts, found)
