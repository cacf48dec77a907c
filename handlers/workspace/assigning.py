"""Taking an appeal, giving it to a colleague, and the name that colleagues see."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.errors import TransitionRefused
from domain.roles import Actor
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.common.typed import WORDS
from handlers.workspace import assigning_views as views
from handlers.workspace.callbacks import CallMe, ChooseColleague, GiveTo, TakeIt
from handlers.workspace.case_screen import case_screen
from handlers.workspace.states import Working
from handlers.workspace.words import called
from services.appeals import reading
from services.desk import assigning, colleagues
from services.unit_of_work import UnitOfWork


async def take(
    _query: CallbackQuery, callback_data: TakeIt, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return await _assign(uow, actor, texts, callback_data.appeal_id, actor.user_id)


async def give(
    _query: CallbackQuery, callback_data: GiveTo, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return await _assign(uow, actor, texts, callback_data.appeal_id, callback_data.user_id)


async def _assign(
    uow: UnitOfWork, actor: Actor, texts: Texts, appeal_id: int, user_id: int
) -> Screen:
    try:
        done = await assigning.assign(uow, actor, appeal_id, user_id)
    except TransitionRefused:
        return await case_screen(uow, actor, texts, appeal_id, changed=True)
    screen = await case_screen(uow, actor, texts, appeal_id)
    return screen.with_toast(_done(texts, done))


def _done(_: Texts, done: assigning.Assigned) -> str:
    if not done.to.is_me:
        return _.label("{name} works on it and is told.", name=called(_, done.to))
    if done.started:
        return _.label("You work on it. The voter is told that it is in work.")
    return _.label("You work on it.")


async def choose(
    _query: CallbackQuery,
    callback_data: ChooseColleague,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    case = await reading.in_workspace(uow, actor, callback_data.appeal_id)
    everybody = await colleagues.colleagues(uow, actor, case.deputy.mandate_id)
    return views.choose(texts, case, everybody)


async def ask_name(
    _query: CallbackQuery,
    callback_data: CallMe,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    me = await colleagues.colleague(uow, actor, callback_data.mandate_id, actor.user_id)
    await state.set_state(Working.name)
    await state.set_data({"mandate": callback_data.mandate_id})
    return views.ask_name(texts, me)


async def name_typed(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    mandate_id = (await state.get_data())["mandate"]
    name = await colleagues.call_me(uow, actor, mandate_id, message.text or "")
    await state.clear()
    return views.named(texts, name)


def router() -> Router:
    found = Router(name="assigning")
    found.callback_query.register(take, TakeIt.filter())
    found.callback_query.register(choose, ChooseColleague.filter())
    found.callback_query.register(give, GiveTo.filter())
    found.callback_query.register(ask_name, CallMe.filter())
    found.message.register(name_typed, Working.name, WORDS)
    return found
