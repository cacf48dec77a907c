"""Profiles, the monitoring table and comparisons."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.roles import Actor
from handlers.common.fact_links import OpenProfile, OpenTable
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.profiles import table_views, views
from handlers.profiles.callbacks import AskOther, Compare, ListTables, ShowFiles
from services.promises import comparing, profiles, table
from services.unit_of_work import UnitOfWork


async def open_profile(
    _query: CallbackQuery, callback_data: OpenProfile, uow: UnitOfWork, texts: Texts
) -> Screen:
    return views.profile(texts, await profiles.profile(uow, callback_data.mandate_id))


async def show_files(
    _query: CallbackQuery, callback_data: ShowFiles, uow: UnitOfWork, texts: Texts
) -> Screen:
    return views.attached(texts, await profiles.profile(uow, callback_data.mandate_id))


async def table_command(_message: Message, uow: UnitOfWork, actor: Actor, texts: Texts) -> Screen:
    return await _tables(uow, actor, texts, 0)


async def _tables(uow: UnitOfWork, actor: Actor, texts: Texts, page: int) -> Screen:
    """Where there is only one, it is shown at once."""
    found = await table.tables(uow, actor, page)
    if found.total > 1:
        return table_views.choose(texts, found)
    only = found.rows[0].convocation_id
    return table_views.table(texts, await table.table(uow, actor, only))


async def list_tables(
    _query: CallbackQuery, callback_data: ListTables, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return await _tables(uow, actor, texts, callback_data.page)


async def open_table(
    _query: CallbackQuery, callback_data: OpenTable, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    tap = callback_data
    if not tap.convocation_id:
        return await _tables(uow, actor, texts, 0)
    return table_views.table(texts, await table.table(uow, actor, tap.convocation_id, tap.page))


async def ask_other(
    _query: CallbackQuery, callback_data: AskOther, uow: UnitOfWork, texts: Texts
) -> Screen:
    mandate_id = callback_data.mandate_id
    found = await comparing.others(uow, mandate_id, callback_data.page)
    return views.ask_other(texts, mandate_id, found)


async def compare(
    _query: CallbackQuery, callback_data: Compare, uow: UnitOfWork, texts: Texts
) -> Screen:
    found = await comparing.compare(uow, callback_data.first, callback_data.second)
    return views.comparison(texts, found)


def router() -> Router:
    found = Router(name="profiles")
    found.message.register(table_command, Command("table"))
    found.callback_query.register(open_profile, OpenProfile.filter())
    found.callback_query.register(show_files, ShowFiles.filter())
    found.callback_query.register(list_tables, ListTables.filter())
    found.callback_query.register(open_table, OpenTable.filter())
    found.callback_query.register(ask_other, AskOther.filter())
    found.callback_query.register(compare, Compare.filter())
    return found
