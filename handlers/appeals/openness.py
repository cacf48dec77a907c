"""Who may read a letter that was sent: to close it for all, to open a summary."""

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.errors import BadInput
from domain.roles import Actor
from handlers.appeals import openness_views as views
from handlers.appeals.callbacks import AskPublic, CloseToAll, OpenToAll, WhoReads
from handlers.appeals.states import Opening
from handlers.common.errors import explain
from handlers.common.screen import Notice, Screen
from handlers.common.texts import Texts
from handlers.common.typed import WORDS, only_words
from services.appeals import openness
from services.appeals.publicity import sound_summary
from services.unit_of_work import UnitOfWork


def register(found: Router) -> None:
    found.callback_query.register(who_reads, WhoReads.filter())
    found.callback_query.register(close, CloseToAll.filter())
    found.callback_query.register(ask, AskPublic.filter())
    found.callback_query.register(open_summary, OpenToAll.filter())
    summary = StateFilter(Opening.summary)
    found.message.register(write, summary, WORDS)
    found.message.register(only_words, summary, ~F.text)


async def who_reads(
    _query: CallbackQuery,
    callback_data: WhoReads,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    await state.clear()
    return views.who_reads(texts, await openness.readers(uow, actor, callback_data.appeal_id))


async def close(
    _query: CallbackQuery, callback_data: CloseToAll, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    """At once: what is private again is seen by nobody new."""
    await openness.close(uow, actor, callback_data.appeal_id)
    screen = views.who_reads(texts, await openness.readers(uow, actor, callback_data.appeal_id))
    return screen.with_toast(texts.label("It is private again."))


async def ask(
    _query: CallbackQuery,
    callback_data: AskPublic,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    await openness.may_open(uow, actor, callback_data.appeal_id)
    await state.set_state(Opening.summary)
    await state.set_data({"appeal": callback_data.appeal_id})
    return views.ask(texts, callback_data.appeal_id)


async def write(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    """The last message counts; nothing is public before it was looked at."""
    appeal_id = (await state.get_data())["appeal"]
    await openness.may_open(uow, actor, appeal_id)
    try:
        words = sound_summary(message.text or "")
    except BadInput as error:
        raise Notice(views.ask(texts, appeal_id, explain(texts, error)[0].text)) from None
    await state.update_data(summary=words)
    return views.preview(texts, appeal_id, words)


async def open_summary(
    _query: CallbackQuery,
    callback_data: OpenToAll,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    """Pressing twice opens once: what was typed is gone with the first."""
    data, appeal_id = await state.get_data(), callback_data.appeal_id
    if data.get("appeal") == appeal_id and data.get("summary"):
        await openness.open_summary(uow, actor, appeal_id, data["summary"])
        await state.clear()
    return views.who_reads(texts, await openness.readers(uow, actor, appeal_id))
