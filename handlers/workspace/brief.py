"""The weekly brief: /brief, or from the inbox."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.roles import Actor
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.workspace import brief_views as views
from handlers.workspace.callbacks import OpenBrief
from handlers.workspace.inbox import only_mandate, tools
from services.desk.brief import brief
from services.unit_of_work import UnitOfWork


async def command(_message: Message, uow: UnitOfWork, actor: Actor, texts: Texts) -> Screen:
    mandate_id = only_mandate(actor)
    if mandate_id is None:
        return await tools(uow, actor, texts)
    return views.brief(texts, await brief(uow, actor, mandate_id))


async def show(
    _query: CallbackQuery, callback_data: OpenBrief, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return views.brief(texts, await brief(uow, actor, callback_data.mandate_id))


def router() -> Router:
    found = Router(name="brief")
    found.message.register(command, Command("brief"))
    found.callback_query.register(show, OpenBrief.filter())
    return found
