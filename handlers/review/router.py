"""The queue of records, one tap for each decision, and the next one follows by itself."""

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from markupsafe import Markup

from domain.errors import TransitionRefused
from domain.records import RecordKind, ReturnReason
from domain.roles import Actor
from handlers.common.fact_links import ReviewRecord, ReviewRecords
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.common.typed import WORDS, only_words
from handlers.review import callbacks as taps
from handlers.review import change_views, views
from handlers.review.states import Reviewing
from services.records import corrections, reviewing
from services.unit_of_work import UnitOfWork


async def queue(
    _query: CallbackQuery, callback_data: ReviewRecords, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return views.queue(texts, await reviewing.queue(uow, actor, callback_data.page))


async def open_case(
    _query: CallbackQuery,
    callback_data: ReviewRecord,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    await state.set_state(None)
    return await _case(uow, actor, texts, callback_data.kind, callback_data.record_id)


async def _case(
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    kind: RecordKind,
    ident: int,
    note: Markup | None = None,
) -> Screen:
    return views.case(texts, await reviewing.case(uow, actor, kind, ident), note)


async def _next(uow: UnitOfWork, actor: Actor, texts: Texts, done: Markup) -> Screen:
    """The oldest one that this person may decide about."""
    found = await reviewing.queue(uow, actor, 0)
    for row in found.rows:
        one = await reviewing.case(uow, actor, row.kind, row.id)
        if one.conflict is None:
            return views.case(texts, one, done)
    return views.done(texts, done)


async def accept(
    _query: CallbackQuery, callback_data: taps.Accept, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    kind, ident = callback_data.kind, callback_data.record_id
    try:
        await reviewing.accept(uow, actor, kind, ident)
    except TransitionRefused:
        return await _changed(uow, actor, texts, kind, ident)
    return await _next(uow, actor, texts, texts("Accepted. The recorder is told."))


async def merge(
    _query: CallbackQuery, callback_data: taps.Merge, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    kind, ident = callback_data.kind, callback_data.record_id
    try:
        await reviewing.merge(uow, actor, kind, ident, callback_data.into)
    except TransitionRefused:
        return await _changed(uow, actor, texts, kind, ident)
    return await _next(uow, actor, texts, texts("Joined. The evidence stands together now."))


async def _changed(
    uow: UnitOfWork, actor: Actor, texts: Texts, kind: RecordKind, ident: int
) -> Screen:
    note = texts("This has changed meanwhile. It now stands like this:")
    return await _case(uow, actor, texts, kind, ident, note)


async def ask_reason(
    _query: CallbackQuery,
    callback_data: taps.AskReturn,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    await state.set_state(None)
    found = await reviewing.case(uow, actor, callback_data.kind, callback_data.record_id)
    return views.reasons(texts, found.record)


async def give_back(
    _query: CallbackQuery,
    callback_data: taps.Return,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    """The reason alone, or words are asked for first."""
    tap = callback_data
    if tap.final:
        return await _given_back(uow, actor, texts, state, tap, "")
    found = await reviewing.case(uow, actor, tap.kind, tap.record_id)
    await state.set_state(Reviewing.words)
    await state.set_data({"kind": tap.kind, "record": tap.record_id, "reason": tap.reason})
    return views.words(texts, found.record, tap.reason)


async def with_words(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    data = await state.get_data()
    tap = taps.Return(
        kind=RecordKind(data["kind"]),
        record_id=data["record"],
        reason=ReturnReason(data["reason"]),
    )
    return await _given_back(uow, actor, texts, state, tap, message.text or "")


async def _given_back(
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
    tap: taps.Return,
    words: str,
) -> Screen:
    try:
        await reviewing.give_back(uow, actor, tap.kind, tap.record_id, tap.reason, words)
    except TransitionRefused:
        return await _changed(uow, actor, texts, tap.kind, tap.record_id)
    await state.clear()
    return await _next(uow, actor, texts, texts("Returned. The recorder is told why."))


async def cancel(
    _message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    data = await state.get_data()
    await state.clear()
    note = texts("Nothing was decided.")
    return await _case(uow, actor, texts, RecordKind(data["kind"]), data["record"], note)


async def show_files(
    _query: CallbackQuery,
    callback_data: taps.ShowFiles,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    found = await reviewing.case(uow, actor, callback_data.kind, callback_data.record_id)
    return views.shown_files(texts, found.record)


async def show_changes(
    _query: CallbackQuery,
    callback_data: taps.ShowChanges,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    kind, ident = callback_data.kind, callback_data.record_id
    found = await reviewing.case(uow, actor, kind, ident)
    return change_views.changes(
        texts, found.record, await corrections.of_record(uow, actor, kind, ident)
    )


def router() -> Router:
    found = Router(name="review")
    found.callback_query.register(queue, ReviewRecords.filter())
    found.callback_query.register(open_case, ReviewRecord.filter())
    found.callback_query.register(accept, taps.Accept.filter())
    found.callback_query.register(merge, taps.Merge.filter())
    found.callback_query.register(ask_reason, taps.AskReturn.filter())
    found.callback_query.register(give_back, taps.Return.filter())
    found.callback_query.register(show_files, taps.ShowFiles.filter())
    found.callback_query.register(show_changes, taps.ShowChanges.filter())
    here = StateFilter(Reviewing)
    found.message.register(cancel, Command("cancel"), here)
    found.message.register(with_words, here, WORDS)
    found.message.register(only_words, here, ~F.text)
    return found
