"""Taps on the fields of a record."""

from datetime import date

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from domain.errors import BadInput
from domain.record_fields import Field
from domain.records import RecordKind
from domain.roles import Actor
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.records import callbacks as taps
from handlers.records import field_views
from handlers.records.desk import Desk
from handlers.records.meaning import take_deputy
from services.lookup_cache import LookupCache
from services.records import evidence, filling, reading, signing, whereabouts
from services.unit_of_work import UnitOfWork

STAY = frozenset({Field.TOPICS, Field.ISSUES, Field.SIGNATORIES})  # several are chosen


def day_of(text: str) -> date:
    """The day in a tap. Raises BadInput for what no button of ours carries."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput("not_a_date") from None


async def ask(
    _query: CallbackQuery,
    callback_data: taps.AskField,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
    lookup_cache: LookupCache,
) -> Screen:
    tap = callback_data
    desk = Desk(uow, actor, texts, state, lookup_cache, tap.kind, tap.record_id)
    return await desk.ask(tap.field, tap.page)


async def more(
    _query: CallbackQuery,
    callback_data: taps.MoreFields,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
    lookup_cache: LookupCache,
) -> Screen:
    kind, ident = callback_data.kind, callback_data.record_id
    return await Desk(uow, actor, texts, state, lookup_cache, kind, ident).more()


async def guessed(
    _query: CallbackQuery,
    callback_data: taps.Guessed,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
    lookup_cache: LookupCache,
) -> Screen:
    tap = callback_data
    desk = Desk(uow, actor, texts, state, lookup_cache, tap.kind, tap.record_id)
    if tap.mandate_id:
        await take_deputy(desk, Field.DEPUTY, tap.mandate_id)
    if tap.day:
        day = day_of(tap.day)
        await filling.set_days(uow, actor, tap.kind, tap.record_id, day, day)
    return await desk.draft()


async def pick_deputy(
    _query: CallbackQuery,
    callback_data: taps.PickDeputy,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
    lookup_cache: LookupCache,
) -> Screen:
    tap = callback_data
    desk = Desk(uow, actor, texts, state, lookup_cache, tap.kind, tap.record_id)
    await take_deputy(desk, tap.field, tap.mandate_id)
    return await _after(desk, tap.field)


async def pick_place(
    _query: CallbackQuery,
    callback_data: taps.PickPlace,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
    lookup_cache: LookupCache,
) -> Screen:
    ident = callback_data.record_id
    desk = Desk(uow, actor, texts, state, lookup_cache, RecordKind.MEETING, ident)
    await whereabouts.set_place(uow, actor, lookup_cache, ident, callback_data.place_id)
    return await desk.draft()


async def pick_day(
    _query: CallbackQuery,
    callback_data: taps.PickDay,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
    lookup_cache: LookupCache,
) -> Screen:
    tap, day = callback_data, day_of(callback_data.day)
    desk = Desk(uow, actor, texts, state, lookup_cache, tap.kind, tap.record_id)
    if tap.field is Field.REPLY_DAY:
        await filling.set_reply_day(uow, actor, tap.record_id, day)
    else:
        await filling.set_days(uow, actor, tap.kind, tap.record_id, day, day)
    return await desk.after(tap.field)


async def choose(
    _query: CallbackQuery,
    callback_data: taps.Choose,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
    lookup_cache: LookupCache,
) -> Screen:
    tap = callback_data
    desk = Desk(uow, actor, texts, state, lookup_cache, tap.kind, tap.record_id)
    await filling.choose(uow, actor, lookup_cache, tap.kind, tap.record_id, tap.field, tap.value)
    return await _after(desk, tap.field)


async def clear(
    _query: CallbackQuery,
    callback_data: taps.ClearField,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
    lookup_cache: LookupCache,
) -> Screen:
    tap = callback_data
    desk = Desk(uow, actor, texts, state, lookup_cache, tap.kind, tap.record_id)
    await filling.clear(uow, actor, lookup_cache, tap.kind, tap.record_id, tap.field)
    return await desk.after(tap.field)


async def _after(desk: Desk, field: Field) -> Screen:
    if field not in STAY:
        return await desk.after(field)
    return await desk.ask(field)


async def touch(
    _query: CallbackQuery,
    callback_data: taps.Touch,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
    lookup_cache: LookupCache,
) -> Screen:
    tap = callback_data
    await signing.touch(uow, actor, tap.kind, tap.record_id, tap.promise_id)
    desk = Desk(uow, actor, texts, state, lookup_cache, tap.kind, tap.record_id)
    return await desk.ask(Field.PROMISES, tap.page)


async def remove_evidence(
    _query: CallbackQuery,
    callback_data: taps.RemoveEvidence,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
    lookup_cache: LookupCache,
) -> Screen:
    tap = callback_data
    await evidence.remove(uow, actor, tap.kind, tap.record_id, tap.evidence_id)
    desk = Desk(uow, actor, texts, state, lookup_cache, tap.kind, tap.record_id)
    return await desk.ask(Field.EVIDENCE)


async def show_files(
    _query: CallbackQuery,
    callback_data: taps.ShowFiles,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    """Of one's own record; a reviewer has a button of their own."""
    one = await reading.mine(uow, actor, callback_data.kind, callback_data.record_id)
    return field_views.shown_files(texts, one)
