"""/start without a payload, /help, the Home button."""

from aiogram import Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.roles import Actor
from handlers.common.navigation import Home, Nothing
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.start import views
from services.appeals import drafts
from services.unit_of_work import UnitOfWork


async def start(
    _message: Message,
    command: CommandObject,
    state: FSMContext,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    operator: str,
) -> Screen:
    """Starting over leaves any conversation; a draft stays where it is."""
    screen = await _home(state, uow, actor, texts, operator)
    return views.after_dead_link(texts, screen) if command.args else screen


async def home(
    _query: CallbackQuery,
    state: FSMContext,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    operator: str,
) -> Screen:
    return await _home(state, uow, actor, texts, operator)


async def _home(
    state: FSMContext, uow: UnitOfWork, actor: Actor, texts: Texts, operator: str
) -> Screen:
    await state.set_state(None)
    return views.home(texts, actor, operator, await drafts.current(uow, actor))


async def show_help(_message: Message, actor: Actor, texts: Texts) -> Screen:
    return views.help_screen(texts, actor)


async def nothing(_query: CallbackQuery) -> None:
    """The counter of a list was tapped."""


def router() -> Router:
    found = Router(name="start")
    found.message.register(start, CommandStart())
    found.message.register(show_help, Command("help"))
    found.callback_query.register(home, Home.filter())
    found.callback_query.register(nothing, Nothing.filter())
    return found
