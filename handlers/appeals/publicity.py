"""Who may read a letter besides the deputy's side."""

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.roles import Actor
from handlers.appeals import compose_views
from handlers.appeals import publicity_views as views
from handlers.appeals.callbacks import PickVisibility, WhoSees, WriteSummary
from handlers.appeals.letter import asked
from handlers.appeals.states import Compose
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.common.typed import WORDS, only_words
from services.appeals import drafts, publicity
from services.unit_of_work import UnitOfWork


def register(found: Router) -> None:
    found.callback_query.register(who_sees, WhoSees.filter())
    found.callback_query.register(pick, PickVisibility.filter())
    found.callback_query.register(ask_summary, WriteSummary.filter())
    summary = StateFilter(Compose.summary)
    found.message.register(summarise, summary, WORDS)
    found.message.register(only_words, summary, ~F.text)


async def who_sees(
    _query: CallbackQuery,
    callback_data: WhoSees,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    draft = await drafts.load(uow, actor, callback_data.draft_id)
    await state.set_state(Compose.text)
    return views.who_sees(texts, draft)


async def pick(
    _query: CallbackQuery,
    callback_data: PickVisibility,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    chosen = callback_data.visibility
    draft = await publicity.choose(uow, actor, callback_data.draft_id, chosen)
    return compose_views.preview(texts, draft)


async def ask_summary(
    _query: CallbackQuery,
    callback_data: WriteSummary,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    draft = await asked(uow, actor, state, callback_data.draft_id, Compose.summary)
    return views.ask_summary(texts, draft)


async def summarise(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    ident = (await state.get_data())["draft"]
    draft = await publicity.summarise(uow, actor, ident, message.text or "")
    await state.set_state(Compose.text)
    return compose_views.preview(texts, draft)
