"""/program, the Programme button and shared programmes."""

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message

from domain.roles import Actor
from handlers.common.deep_links import PROGRAMME_LINK, id_link, linked_id
from handlers.common.links import OpenProgramme
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.programme import views
from handlers.programme.callbacks import TurnProgramme
from services import lookup, lookup_pages, programmes
from services.lookup_cache import LookupCache
from services.promises import reading
from services.records import archive
from services.unit_of_work import UnitOfWork


async def programme_command(
    _message: Message,
    command: CommandObject,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    lookup_cache: LookupCache,
) -> Screen:
    """With words it finds the deputy; without, it is about one's own."""
    if command.args:
        found = await lookup.deputies_named(uow, actor, lookup_cache, command.args)
        missing = views.nobody(texts)
    else:
        own = await lookup_pages.my_districts(uow, actor, lookup_cache)
        found = tuple(deputy for row in own for deputy in row.deputies)
        missing = views.ask(texts)
    if len(found) == 1:
        return await _show(uow, texts, found[0].mandate_id)
    return views.choices(texts, found) if found else missing


async def open_programme(
    _query: CallbackQuery, callback_data: OpenProgramme, uow: UnitOfWork, texts: Texts
) -> Screen:
    return await _show(uow, texts, callback_data.mandate_id)


async def turn_page(
    _query: CallbackQuery, callback_data: TurnProgramme, uow: UnitOfWork, texts: Texts
) -> Screen:
    return await _show(uow, texts, callback_data.mandate_id, callback_data.page)


async def linked_programme(
    _message: Message, command: CommandObject, uow: UnitOfWork, texts: Texts
) -> Screen:
    """`/start p_<mandate id>`: a programme that somebody shared."""
    return await _show(uow, texts, linked_id(command.args))


async def _show(uow: UnitOfWork, texts: Texts, mandate_id: int, page: int = 0) -> Screen:
    found = await programmes.programme(uow, mandate_id)
    statuses = await reading.statuses(uow, mandate_id)
    return views.programme(texts, found, statuses, await archive.kept(uow, mandate_id), page)


def router() -> Router:
    found = Router(name="programme")
    link = F.args.regexp(id_link(PROGRAMME_LINK))
    found.message.register(linked_programme, CommandStart(deep_link=True, magic=link))
    found.message.register(programme_command, Command("program"))
    found.callback_query.register(open_programme, OpenProgramme.filter())
    found.callback_query.register(turn_page, TurnProgramme.filter())
    return found
