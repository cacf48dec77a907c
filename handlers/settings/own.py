"""Language, districts and roles of the person."""

from dataclasses import replace

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.roles import Actor
from handlers.common.links import ChooseLanguage
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.settings import views
from handlers.settings.callbacks import (
    AskLeave,
    LeaveRole,
    OpenSettings,
    RemoveHome,
    SetLanguage,
)
from services import followed, grants, people, personal_data
from services.appeals import drafts
from services.digests import plans
from services.granting import withdraw
from services.unit_of_work import UnitOfWork


async def type_language(_message: Message, texts: Texts) -> Screen:
    return views.languages(texts)


async def choose_language(_query: CallbackQuery, texts: Texts) -> Screen:
    return views.languages(texts)


async def set_language(
    _query: CallbackQuery,
    callback_data: SetLanguage,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    """The screen itself answers in the new language."""
    await people.choose_language(uow, actor, callback_data.language)
    changed = replace(texts, language=callback_data.language)
    return views.languages(changed, toast=views.OWN_NAMES[callback_data.language])


async def type_settings(_message: Message, uow: UnitOfWork, actor: Actor, texts: Texts) -> Screen:
    return await _settings(uow, actor, texts)


async def show_settings(
    _query: CallbackQuery, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return await _settings(uow, actor, texts)


async def remove_home(
    _query: CallbackQuery,
    callback_data: RemoveHome,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    await personal_data.remove_home(uow, actor, callback_data.assembly_id)
    return await _settings(uow, actor, texts)


async def ask_leave(
    _query: CallbackQuery, callback_data: AskLeave, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return views.ask_leave(texts, await grants.own_role(uow, actor, callback_data.grant_id))


async def leave(
    _query: CallbackQuery, callback_data: LeaveRole, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    role = await grants.own_role(uow, actor, callback_data.grant_id)
    return views.left(texts, await withdraw(uow, actor, role.grant_id))


async def _settings(uow: UnitOfWork, actor: Actor, texts: Texts) -> Screen:
    plan = await plans.plan_of(uow, actor)
    mine = views.Mine(
        homes=await personal_data.homes(uow, actor),
        roles=tuple(await grants.own(uow, actor)),
        has_draft=await drafts.current(uow, actor) is not None,
        follows=(await followed.mine(uow, actor, 0)).total,
        digest_at=plan.next_at if plan else None,
    )
    return views.settings(texts, mine)


def router() -> Router:
    found = Router(name="own")
    found.message.register(type_language, Command("language"))
    found.message.register(type_settings, Command("settings"))
    found.callback_query.register(choose_language, ChooseLanguage.filter())
    found.callback_query.register(set_language, SetLanguage.filter())
    found.callback_query.register(show_settings, OpenSettings.filter())
    found.callback_query.register(remove_home, RemoveHome.filter())
    found.callback_query.register(ask_leave, AskLeave.filter())
    found.callback_query.register(leave, LeaveRole.filter())
    return found
