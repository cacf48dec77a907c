"""Profiles, the monitoring table and comparisons."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.roles import Actor
from handlers.common.links import OpenProfile, OpenTable
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.profiles import views
from handlers.profiles.callbacks import AskOther, Compare
from services.promises import profiles
from services.unit_of_work import UnitOfWork


async def open_profile(
    _query: CallbackQuery, callback_data: OpenProfile, uow: UnitOfWork, texts: Texts
) -> Screen:
    return views.profile(texts, await profiles.profile(uow, callback_data.mandate_id))


async def table_command(_message: Message, uow: UnitOfWork, actor: Actor, texts: Texts) -> Screen:
    return views.table(texts, await profiles.table(uow, actor))


async def open_table(
    _query: CallbackQuery, callback_data: OpenTable, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return views.table(texts, await profiles.table(uow, actor, callback_data.page))


async def ask_other(
    _query: CallbackQuery, callback_data: AskOther, uow: UnitOfWork, texts: Texts
) -> Screen:
    mandate_id = callback_data.mandate_id
    found = await profiles.others(uow, mandate_id, callback_data.page)
    return views.ask_other(texts, mandate_id, found.rows, found.page, found.total)


async def compare(
    _query: CallbackQuery, callback_data: Compare, uow: UnitOfWork, texts: Texts
) -> Screen:
    found = await profiles.compare(uow, callback_data.first, callback_data.second)
    return views.comparison(texts, found)


def router() -> Router:
    found = Router(name="profiles")
    found.message.register(table_command, Command("table"))
    found.callback_query.register(open_profile, OpenProfile.filter())
    found.callback_query.register(open_table, OpenTable.filter())
    found.callback_query.register(ask_other, AskOther.filter())
    found.callback_query.register(compare, Compare.filter())
    return found
