"""Reading and writing notes among colleagues."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.roles import Actor
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.common.typed import WORDS
from handlers.workspace import notes_views as views
from handlers.workspace.callbacks import AddNote, OpenNotes
from handlers.workspace.states import Working
from services.desk import notes
from services.unit_of_work import UnitOfWork


async def show(
    _query: CallbackQuery,
    callback_data: OpenNotes,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    found = await notes.listed(uow, actor, callback_data.appeal_id, callback_data.page)
    if await state.get_state() == Working.note.state:
        await state.clear()
    return views.notes(texts, found)


async def ask(
    _query: CallbackQuery,
    callback_data: AddNote,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    await notes.count(uow, actor, callback_data.appeal_id)  # theirs, or missing
    await state.set_state(Working.note)
    await state.set_data({"appeal": callback_data.appeal_id})
    return views.ask(texts, callback_data.appeal_id)


async def written(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    appeal_id = (await state.get_data())["appeal"]
    await notes.add(uow, actor, appeal_id, message.text or "")
    await state.clear()
    return views.notes(texts, await notes.listed(uow, actor, appeal_id))


def router() -> Router:
    found = Router(name="notes")
    found.callback_query.register(show, OpenNotes.filter())
    found.callback_query.register(ask, AddNote.filter())
    found.message.register(written, Working.note, WORDS)
    return found
