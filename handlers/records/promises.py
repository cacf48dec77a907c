"""A coordinator splits a programme into promises."""

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.errors import NotFound
from domain.roles import Actor
from handlers.common.fact_links import EditPromises
from handlers.common.promise_topics import TOPICS
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.common.typed import WORDS, only_words
from handlers.records import origin_views
from handlers.records import promise_callbacks as taps
from handlers.records import promise_views as views
from handlers.records.states import Splitting
from services.records import promise_editing
from services.unit_of_work import UnitOfWork


async def listed(
    _query: CallbackQuery, callback_data: EditPromises, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    mandate_id, page = callback_data.mandate_id, callback_data.page
    return views.listed(texts, await promise_editing.split(uow, actor, mandate_id, page))


async def ask_new(
    _query: CallbackQuery,
    callback_data: taps.AddPromise,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    found = await promise_editing.split(uow, actor, callback_data.mandate_id, 0)
    await state.set_state(Splitting.words)
    await state.set_data({"mandate": found.deputy.mandate_id})
    return views.ask_new(texts, found.deputy.mandate_id)


async def open_one(
    _query: CallbackQuery,
    callback_data: taps.EditPromise,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    await state.set_state(None)
    return await _one(uow, actor, texts, callback_data.promise_id)


async def _one(uow: UnitOfWork, actor: Actor, texts: Texts, promise_id: int) -> Screen:
    return views.one(texts, await promise_editing.promise(uow, actor, promise_id))


async def ask_part(
    _query: CallbackQuery,
    callback_data: taps.AskPart,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    found = await promise_editing.promise(uow, actor, callback_data.promise_id)
    await state.set_state(Splitting.words)
    await state.set_data({"promise": found.id, "part": callback_data.part})
    return views.ask_part(texts, found, callback_data.part)


async def typed(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    """A new promise, or a part of one."""
    data, text = await state.get_data(), message.text or ""
    if "promise" not in data:
        ident = await promise_editing.add(uow, actor, data["mandate"], text)
    else:
        ident = data["promise"]
        is_text = taps.Part(data["part"]) is taps.Part.TEXT
        put = promise_editing.set_text if is_text else promise_editing.set_indicator
        await put(uow, actor, ident, text)
    await state.clear()
    return await _one(uow, actor, texts, ident)


async def ask_topic(
    _query: CallbackQuery, callback_data: taps.AskTopic, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    found = await promise_editing.promise(uow, actor, callback_data.promise_id)
    return views.topics(texts, found, callback_data.page)


async def pick_topic(
    _query: CallbackQuery,
    callback_data: taps.PickTopic,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    if callback_data.topic not in TOPICS:
        raise NotFound("button")
    ident = callback_data.promise_id
    await promise_editing.set_topic(uow, actor, ident, callback_data.topic)
    return await _one(uow, actor, texts, ident)


async def pick_scope(
    _query: CallbackQuery,
    callback_data: taps.PickScope,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    ident = callback_data.promise_id
    await promise_editing.set_scope(uow, actor, ident, callback_data.scope)
    return await _one(uow, actor, texts, ident)


async def ask_kind(
    _query: CallbackQuery, callback_data: taps.AskKind, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    found = await promise_editing.split(uow, actor, callback_data.mandate_id, 0)
    return origin_views.kinds(texts, found)


async def pick_kind(
    _query: CallbackQuery, callback_data: taps.PickKind, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    tap = callback_data
    await promise_editing.set_kind(uow, actor, tap.mandate_id, tap.kind)
    return views.listed(texts, await promise_editing.split(uow, actor, tap.mandate_id, 0))


async def ask_thesis(
    _query: CallbackQuery,
    callback_data: taps.AskThesis,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    tap = callback_data
    found = await promise_editing.theses(uow, actor, tap.promise_id, tap.page)
    return origin_views.theses(texts, *found)


async def pick_thesis(
    _query: CallbackQuery,
    callback_data: taps.PickThesis,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    tap = callback_data
    await promise_editing.set_thesis(uow, actor, tap.promise_id, tap.thesis_id)
    return await _one(uow, actor, texts, tap.promise_id)


def router() -> Router:
    found = Router(name="splitting")
    here = StateFilter(Splitting)
    found.callback_query.register(listed, EditPromises.filter())
    found.callback_query.register(ask_new, taps.AddPromise.filter())
    found.callback_query.register(open_one, taps.EditPromise.filter())
    found.callback_query.register(ask_part, taps.AskPart.filter())
    found.callback_query.register(ask_topic, taps.AskTopic.filter())
    found.callback_query.register(pick_topic, taps.PickTopic.filter())
    found.callback_query.register(pick_scope, taps.PickScope.filter())
    found.callback_query.register(ask_kind, taps.AskKind.filter())
    found.callback_query.register(pick_kind, taps.PickKind.filter())
    found.callback_query.register(ask_thesis, taps.AskThesis.filter())
    found.callback_query.register(pick_thesis, taps.PickThesis.filter())
    found.message.register(typed, here, WORDS)
    found.message.register(only_words, here, ~F.text)
    return found
