"""What is kept, all of it, and erasing it."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.roles import Actor
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.settings import forget_views, privacy_views, trace_views
from handlers.settings.callbacks import Forget, ForgetNow, ForgetSure, MyData, Privacy, WithdrawAll
from services import forgetting, personal_data, traces
from services.unit_of_work import UnitOfWork


async def type_privacy(_message: Message, texts: Texts, operator: str) -> Screen:
    return privacy_views.privacy(texts, operator)


async def show_privacy(_query: CallbackQuery, texts: Texts, operator: str) -> Screen:
    return privacy_views.privacy(texts, operator)


async def type_my_data(_message: Message, uow: UnitOfWork, actor: Actor, texts: Texts) -> Screen:
    return await _my_data(uow, actor, texts, 0)


async def show_my_data(
    _query: CallbackQuery, callback_data: MyData, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return await _my_data(uow, actor, texts, callback_data.page)


async def _my_data(uow: UnitOfWork, actor: Actor, texts: Texts, page: int) -> Screen:
    """The person, then each letter, then all the rest."""
    about = await personal_data.about(uow, actor)
    pages = privacy_views.pages(about)
    here = min(max(page, 0), pages - 1)
    if not here:
        return privacy_views.about(texts, about)
    letter = await personal_data.letter(uow, actor, here - 1)
    if letter is not None:
        return privacy_views.letter(texts, letter, here, pages)
    found = await traces.page(uow, actor, here - 1 - about.letters)
    return trace_views.listed(texts, found, here, pages)


async def type_forget(_message: Message, uow: UnitOfWork, actor: Actor, texts: Texts) -> Screen:
    return forget_views.explain(texts, await forgetting.preview(uow, actor))


async def show_forget(_query: CallbackQuery, uow: UnitOfWork, actor: Actor, texts: Texts) -> Screen:
    return forget_views.explain(texts, await forgetting.preview(uow, actor))


async def withdraw_all(
    _query: CallbackQuery, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    await forgetting.withdraw_open(uow, actor)
    return forget_views.explain(texts, await forgetting.preview(uow, actor))


async def ask_again(_query: CallbackQuery, uow: UnitOfWork, actor: Actor, texts: Texts) -> Screen:
    leaving = await forgetting.preview(uow, actor)
    if leaving.open_numbers:
        return forget_views.explain(texts, leaving)
    return forget_views.last_question(texts)


async def forget(_query: CallbackQuery, uow: UnitOfWork, actor: Actor, texts: Texts) -> Screen:
    leaving = await forgetting.preview(uow, actor)
    if leaving.open_numbers:
        return forget_views.explain(texts, leaving)
    await forgetting.forget(uow, actor)
    return forget_views.done(texts)


def router() -> Router:
    found = Router(name="data")
    found.message.register(type_privacy, Command("privacy"))
    found.message.register(type_my_data, Command("mydata"))
    found.message.register(type_forget, Command("forget"))
    found.callback_query.register(show_privacy, Privacy.filter())
    found.callback_query.register(show_my_data, MyData.filter())
    found.callback_query.register(show_forget, Forget.filter())
    found.callback_query.register(withdraw_all, WithdrawAll.filter())
    found.callback_query.register(ask_again, ForgetSure.filter())
    found.callback_query.register(forget, ForgetNow.filter())
    return found
