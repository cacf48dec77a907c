"""The inbox: all open appeals, those of one kind, and the search."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.names import Language
from domain.roles import Actor
from domain.text import fold
from handlers.common.links import OpenInbox
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.common.typed import WORDS
from handlers.workspace import finding_views
from handlers.workspace import inbox_views as views
from handlers.workspace.callbacks import AskSearch, ChooseFilter, FilterInbox, OpenTools
from handlers.workspace.states import Working
from services import directory
from services.appeals import workspace
from services.desk.inbox import Only, inbox
from services.desk.search import search
from services.unit_of_work import UnitOfWork


async def command(
    _message: Message, command: CommandObject, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    """/inbox, /inbox late; other words are searched for."""
    if not command.args or not actor.mandates:
        return await _inbox(uow, actor, texts, 0, Only.ALL)
    only = _filter_of(texts, command.args)
    if only is None:
        return await _results(uow, actor, texts, command.args)
    return await _inbox(uow, actor, texts, 0, only)


def _filter_of(texts: Texts, typed: str) -> Only | None:
    """By its word in any of the languages."""
    key = fold(typed)
    for only, words in views.FILTERS.items():
        named = {fold(Texts(one, texts.zone).label(words)) for one in Language}
        if key in named | {fold(only)}:
            return only
    return None


async def open_all(
    _query: CallbackQuery, callback_data: OpenInbox, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return await _inbox(uow, actor, texts, callback_data.page, Only.ALL)


async def open_some(
    _query: CallbackQuery, callback_data: FilterInbox, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return await _inbox(uow, actor, texts, callback_data.page, callback_data.only)


async def _inbox(uow: UnitOfWork, actor: Actor, texts: Texts, page: int, only: Only) -> Screen:
    if not actor.mandates:
        return views.no_workspace(texts)
    await workspace.collect(uow, actor)
    found = await inbox(uow, actor, page, only)
    if found.figures[Only.ALL]:
        return views.inbox(texts, found, named=len(actor.mandates) > 1)
    return views.empty_inbox(texts, await _deputies(uow, actor))


async def _deputies(uow: UnitOfWork, actor: Actor) -> list[directory.Deputy]:
    return [await directory.deputy(uow, ident) for ident in sorted(actor.mandates)]


async def choose_filter(
    _query: CallbackQuery, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    if not actor.mandates:
        return views.no_workspace(texts)
    await _stop_searching(state)
    return finding_views.filters(texts, await inbox(uow, actor))


async def _stop_searching(state: FSMContext) -> None:
    if await state.get_state() == Working.search.state:
        await state.clear()


async def ask_search(
    _query: CallbackQuery, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    if not actor.mandates:
        return views.no_workspace(texts)
    await state.set_state(Working.search)
    return finding_views.ask_search(texts)


async def search_command(
    _message: Message,
    command: CommandObject,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    """/search words; without words they are asked for."""
    if not actor.mandates:
        return views.no_workspace(texts)
    if command.args:
        return await _results(uow, actor, texts, command.args)
    await state.set_state(Working.search)
    return finding_views.ask_search(texts)


async def searched(message: Message, uow: UnitOfWork, actor: Actor, texts: Texts) -> Screen:
    """The next words are another search, until something else is tapped."""
    return await _results(uow, actor, texts, message.text or "")


async def _results(uow: UnitOfWork, actor: Actor, texts: Texts, typed: str) -> Screen:
    found = await search(uow, actor, typed)
    return finding_views.results(texts, found, named=len(actor.mandates) > 1)


async def open_tools(
    _query: CallbackQuery, callback_data: OpenTools, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return await tools(uow, actor, texts, callback_data.mandate_id)


async def tools(uow: UnitOfWork, actor: Actor, texts: Texts, mandate_id: int = 0) -> Screen:
    """Of the chosen deputy, of the only one, or the question whose."""
    if not actor.mandates:
        return views.no_workspace(texts)
    chosen = mandate_id if mandate_id in actor.mandates else only_mandate(actor)
    if chosen is None:
        return finding_views.choose_deputy(texts, await _deputies(uow, actor))
    return finding_views.tools(texts, chosen)


def only_mandate(actor: Actor) -> int | None:
    """None for whoever works for several deputies, or for none."""
    return next(iter(actor.mandates)) if len(actor.mandates) == 1 else None


def router() -> Router:
    found = Router(name="inbox")
    found.message.register(command, Command("inbox"))
    found.message.register(search_command, Command("search"))
    found.callback_query.register(open_all, OpenInbox.filter())
    found.callback_query.register(open_some, FilterInbox.filter())
    found.callback_query.register(choose_filter, ChooseFilter.filter())
    found.callback_query.register(ask_search, AskSearch.filter())
    found.callback_query.register(open_tools, OpenTools.filter())
    found.message.register(searched, Working.search, WORDS)
    return found
