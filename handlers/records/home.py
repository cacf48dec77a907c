"""/log: what was recorded so far, beginning a record, leaving it."""

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.records import RecordKind
from domain.roles import Actor
from handlers.common.fact_links import EditRecord, LogAnnounced
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.records import sent_views, views
from handlers.records.callbacks import AddReply, Another, BeginRecord, Discard, OpenMine
from handlers.records.desk import DeskOf
from handlers.records.states import Logging
from services.lookup_cache import LookupCache
from services.records import announced, drafts, reading
from services.unit_of_work import UnitOfWork


async def command(
    _message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    return await log(uow, actor, texts, state)


async def open_log(
    _query: CallbackQuery, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    return await log(uow, actor, texts, state)


async def log(uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext) -> Screen:
    if not actor.is_recorder:
        return views.not_a_recorder(texts)
    await state.set_state(Logging.home)
    await state.set_data({})
    return views.log(texts, await drafts.mine(uow, actor))


async def begin(
    _query: CallbackQuery,
    callback_data: BeginRecord,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    desk_of: DeskOf,
) -> Screen:
    """Where a draft of this kind is open, it goes on."""
    kind = callback_data.kind
    known = await drafts.current(uow, actor, kind)
    ident = await drafts.begin(uow, actor, kind)
    note = texts("This draft is still open. Send or discard it before the next one.")
    return await desk_of(kind, ident).draft(note if known else None)


async def log_announced(
    _query: CallbackQuery,
    callback_data: LogAnnounced,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    lookup_cache: LookupCache,
    desk_of: DeskOf,
) -> Screen:
    """Filled in from the announcement; only what came of it is still to be added."""
    kind = RecordKind.MEETING
    begun = await announced.begin(uow, actor, lookup_cache, callback_data.ident)
    one = await reading.mine(uow, actor, kind, begun.record_id)
    if not one.is_draft:
        return sent_views.own(texts, one)
    note = None
    if begun.filled:
        note = texts("Taken from the announcement. Please check it, and add what shows how it was.")
    elif begun.other:
        note = texts("This draft is still open. Send or discard it before the next one.")
    return await desk_of(kind, begun.record_id).draft(note)


async def another(
    _query: CallbackQuery,
    callback_data: Another,
    uow: UnitOfWork,
    actor: Actor,
    desk_of: DeskOf,
) -> Screen:
    kind = callback_data.kind
    ident = await drafts.another(uow, actor, kind, callback_data.record_id)
    return await desk_of(kind, ident).draft()


async def add_reply(
    _query: CallbackQuery,
    callback_data: AddReply,
    uow: UnitOfWork,
    actor: Actor,
    desk_of: DeskOf,
) -> Screen:
    ident = await drafts.update_of(uow, actor, callback_data.record_id)
    return await desk_of(RecordKind.REQUEST, ident).draft()


async def open_mine(
    _query: CallbackQuery,
    callback_data: OpenMine,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
    desk_of: DeskOf,
) -> Screen:
    kind, ident = callback_data.kind, callback_data.record_id
    one = await reading.mine(uow, actor, kind, ident)
    if one.is_draft:
        return await desk_of(kind, ident).draft()
    await state.set_state(None)
    return sent_views.own(texts, one)


async def edit(_query: CallbackQuery, callback_data: EditRecord, desk_of: DeskOf) -> Screen:
    return await desk_of(callback_data.kind, callback_data.record_id).draft()


async def discard(
    _query: CallbackQuery,
    callback_data: Discard,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    """Asks first."""
    kind, ident = callback_data.kind, callback_data.record_id
    if not callback_data.sure:
        return sent_views.ask_discard(texts, await reading.changeable(uow, actor, kind, ident))
    await drafts.discard(uow, actor, kind, ident)
    screen = await log(uow, actor, texts, state)
    return screen.with_toast(texts.label("Discarded."))


async def cancel(
    _message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    """Keep or discard; a correction of a reviewer is kept as it is."""
    data = await state.get_data()
    one = await reading.changeable(uow, actor, RecordKind(data["kind"]), data["record"])
    await state.set_state(None)
    return sent_views.ask_discard(texts, one) if one.is_draft else sent_views.left(texts, one)
