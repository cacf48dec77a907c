"""Taps on the fields of a record."""

from datetime import date

from aiogram.types import CallbackQuery

from domain.errors import BadInput
from domain.record_fields import Field
from domain.records import RecordKind
from domain.roles import Actor
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.records import callbacks as taps
from handlers.records import field_views
from handlers.records.desk import Desk, DeskOf
from handlers.records.meaning import take_deputy
from services.records import evidence, filling, reading, signing, whereabouts
from services.unit_of_work import UnitOfWork

STAY = frozenset({Field.TOPICS, Field.ISSUES, Field.SIGNATORIES})  # several are chosen


def day_of(text: str) -> date:
    """The day in a tap. Raises BadInput for what no button of ours carries."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput("not_a_date") from None


async def ask(_query: CallbackQuery, callback_data: taps.AskField, desk_of: DeskOf) -> Screen:
    tap = callback_data
    return await desk_of(tap.kind, tap.record_id).ask(tap.field, tap.page)


async def more(_query: CallbackQuery, callback_data: taps.MoreFields, desk_of: DeskOf) -> Screen:
    return await desk_of(callback_data.kind, callback_data.record_id).more()


async def guessed(_query: CallbackQuery, callback_data: taps.Guessed, desk_of: DeskOf) -> Screen:
    tap = callback_data
    desk = desk_of(tap.kind, tap.record_id)
    if tap.mandate_id:
        await take_deputy(desk, Field.DEPUTY, tap.mandate_id)
    if tap.day:
        await _set_day(desk, Field.DAY, tap.day)
    return await desk.draft()


async def pick_deputy(
    _query: CallbackQuery, callback_data: taps.PickDeputy, desk_of: DeskOf
) -> Screen:
    tap = callback_data
    desk = desk_of(tap.kind, tap.record_id)
    await take_deputy(desk, tap.field, tap.mandate_id)
    return await _after(desk, tap.field)


async def pick_place(
    _query: CallbackQuery, callback_data: taps.PickPlace, desk_of: DeskOf
) -> Screen:
    tap = callback_data
    desk = desk_of(RecordKind.MEETING, tap.record_id)
    await whereabouts.set_place(desk.uow, desk.actor, desk.cache, desk.ident, tap.place_id)
    return await desk.draft()


async def pick_day(_query: CallbackQuery, callback_data: taps.PickDay, desk_of: DeskOf) -> Screen:
    tap = callback_data
    desk = desk_of(tap.kind, tap.record_id)
    await _set_day(desk, tap.field, tap.day)
    return await desk.after(tap.field)


async def _set_day(desk: Desk, field: Field, text: str) -> None:
    day = day_of(text)
    if field is Field.REPLY_DAY:
        await filling.set_reply_day(desk.uow, desk.actor, desk.ident, day)
    else:
        await filling.set_days(desk.uow, desk.actor, desk.kind, desk.ident, day, day)


async def choose(_query: CallbackQuery, callback_data: taps.Choose, desk_of: DeskOf) -> Screen:
    tap = callback_data
    desk = desk_of(tap.kind, tap.record_id)
    await filling.choose(
        desk.uow, desk.actor, desk.cache, desk.kind, desk.ident, tap.field, tap.value
    )
    return await _after(desk, tap.field)


async def clear(_query: CallbackQuery, callback_data: taps.ClearField, desk_of: DeskOf) -> Screen:
    tap = callback_data
    desk = desk_of(tap.kind, tap.record_id)
    await filling.clear(desk.uow, desk.actor, desk.cache, desk.kind, desk.ident, tap.field)
    return await desk.after(tap.field)


async def _after(desk: Desk, field: Field) -> Screen:
    if field not in STAY:
        return await desk.after(field)
    return await desk.ask(field)


async def touch(_query: CallbackQuery, callback_data: taps.Touch, desk_of: DeskOf) -> Screen:
    tap = callback_data
    desk = desk_of(tap.kind, tap.record_id)
    await signing.touch(desk.uow, desk.actor, desk.kind, desk.ident, tap.promise_id)
    return await desk.ask(Field.PROMISES, tap.page)


async def remove_evidence(
    _query: CallbackQuery, callback_data: taps.RemoveEvidence, desk_of: DeskOf
) -> Screen:
    tap = callback_data
    desk = desk_of(tap.kind, tap.record_id)
    await evidence.remove(desk.uow, desk.actor, desk.kind, desk.ident, tap.evidence_id)
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
