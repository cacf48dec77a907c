"""/digest: when it comes, or not at all."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.roles import Actor
from handlers.common.links import OpenDigest, SwitchDigest
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.digest import settings_views as views
from handlers.digest.callbacks import ChooseDay, ChooseHour, SetDay, SetHour, SetQuiet
from services.digests import plans
from services.unit_of_work import UnitOfWork


async def type_digest(_message: Message, uow: UnitOfWork, actor: Actor, texts: Texts) -> Screen:
    return views.plan(texts, await plans.plan_of(uow, actor))


async def show(_query: CallbackQuery, uow: UnitOfWork, actor: Actor, texts: Texts) -> Screen:
    return views.plan(texts, await plans.plan_of(uow, actor))


async def choose_day(_query: CallbackQuery, texts: Texts) -> Screen:
    return views.days(texts)


async def choose_hour(_query: CallbackQuery, texts: Texts) -> Screen:
    return views.hours(texts)


async def set_day(
    _query: CallbackQuery, callback_data: SetDay, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return views.plan(texts, await plans.choose(uow, actor, weekday=callback_data.weekday))


async def set_hour(
    _query: CallbackQuery, callback_data: SetHour, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return views.plan(texts, await plans.choose(uow, actor, hour=callback_data.hour))


async def set_quiet(
    _query: CallbackQuery, callback_data: SetQuiet, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return views.plan(texts, await plans.say_when_empty(uow, actor, quiet=callback_data.quiet))


async def switch(
    _query: CallbackQuery, callback_data: SwitchDigest, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    if callback_data.on:
        return views.plan(texts, await plans.switch_on(uow, actor))
    toast = texts.label("Stopped: you get no more of it.")
    return views.plan(texts, await plans.switch_off(uow, actor), toast)


def router() -> Router:
    found = Router(name="digest")
    found.message.register(type_digest, Command("digest"))
    found.callback_query.register(show, OpenDigest.filter())
    found.callback_query.register(choose_day, ChooseDay.filter())
    found.callback_query.register(choose_hour, ChooseHour.filter())
    found.callback_query.register(set_day, SetDay.filter())
    found.callback_query.register(set_hour, SetHour.filter())
    found.callback_query.register(set_quiet, SetQuiet.filter())
    found.callback_query.register(switch, SwitchDigest.filter())
    return found
