"""/reception: voters book, move and cancel; the deputy's side opens and closes times."""

from datetime import datetime

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.errors import TransitionRefused
from domain.roles import Actor
from handlers.common.links import OpenReception
from handlers.common.screen import Notice, Screen
from handlers.common.texts import Texts
from handlers.common.typed import WORDS
from handlers.events import reception_views, slot_views, visit_views, writing_views
from handlers.events.callbacks import (
    BookVisit,
    CancelVisit,
    CloseSlot,
    NewTimes,
    NoPlace,
    OpenSlot,
    OpenTimes,
    SaySubject,
)
from handlers.events.states import Receiving
from handlers.events.typed import typed_moment
from services import directory
from services.events import receptions, scope, slots
from services.events.slots import Slots
from services.unit_of_work import UnitOfWork


async def command(_message: Message, uow: UnitOfWork, actor: Actor, texts: Texts) -> Screen:
    return await _open(uow, actor, texts, 0, 0)


async def show(
    _query: CallbackQuery, callback_data: OpenReception, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return await _open(uow, actor, texts, callback_data.mandate_id, callback_data.page)


async def _open(uow: UnitOfWork, actor: Actor, texts: Texts, mandate_id: int, page: int) -> Screen:
    if mandate_id:
        return _listed(texts, await slots.listed(uow, actor, mandate_id, page))
    if len(actor.mandates) == 1:
        return _listed(texts, await slots.listed(uow, actor, min(actor.mandates), page))
    if actor.mandates:
        known = [await directory.deputy(uow, ident) for ident in sorted(actor.mandates)]
    else:
        known = await directory.of_home_districts(uow, actor)
    visits = await receptions.my_visits(uow, actor)
    return visit_views.start(texts, visits, known[: writing_views.CHOICES - len(visits)])


def _listed(texts: Texts, found: Slots) -> Screen:
    show = reception_views.listed if found.is_side else visit_views.listed
    return show(texts, found)


async def show_slot(
    _query: CallbackQuery, callback_data: OpenSlot, uow: UnitOfWork, actor: Actor, texts: Texts,
    state: FSMContext,
) -> Screen:  # fmt: skip
    await state.set_state(None)
    return slot_views.slot(texts, await slots.slot(uow, actor, callback_data.ident))


async def book(
    _query: CallbackQuery, callback_data: BookVisit, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    found = await slots.slot(uow, actor, callback_data.ident)
    if found.is_side:
        return visit_views.not_yours(texts)
    try:
        one = await receptions.book(uow, actor, callback_data.ident, move=callback_data.move)
    except TransitionRefused:
        raise Notice(visit_views.taken(texts, found.deputy.mandate_id)) from None
    return visit_views.booked(texts, one)


async def cancel(
    _query: CallbackQuery, callback_data: CancelVisit, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return visit_views.cancelled(texts, await receptions.cancel(uow, actor, callback_data.ident))


async def ask_subject(
    _query: CallbackQuery, callback_data: SaySubject, uow: UnitOfWork, actor: Actor, texts: Texts,
    state: FSMContext,
) -> Screen:  # fmt: skip
    one = await receptions.mine(uow, actor, callback_data.ident)
    await state.set_state(Receiving.subject)
    await state.set_data({"ident": one.id})
    return visit_views.ask_subject(texts, one)


async def take_subject(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    ident = (await state.get_data())["ident"]
    one = await receptions.say_subject(uow, actor, ident, message.text or "")
    await state.clear()
    return slot_views.slot(texts, one)


async def ask_hours(
    _query: CallbackQuery, callback_data: NewTimes, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    return await _ask_hours(actor, texts, state, callback_data.mandate_id)


async def _ask_hours(actor: Actor, texts: Texts, state: FSMContext, mandate_id: int) -> Screen:
    scope.require_side(actor, mandate_id)
    await state.set_state(Receiving.hours)
    await state.set_data({"mandate": mandate_id})
    return reception_views.ask_hours(texts, mandate_id)


async def take_hours(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    mandate_id = (await state.get_data())["mandate"]
    scope.require_side(actor, mandate_id)
    typed = typed_moment(message.text or "", uow.now, uow.rules.zone)
    start, end = slots.check_hours(uow, *typed)
    await state.set_state(Receiving.place)
    await state.update_data({"start": start.isoformat(), "end": end.isoformat()})
    return reception_views.ask_place(texts, mandate_id)


async def take_place(message: Message, actor: Actor, texts: Texts, state: FSMContext) -> Screen:
    mandate_id = (await state.get_data())["mandate"]
    scope.require_side(actor, mandate_id)
    await state.update_data({"place": slots.check_place(message.text or "")})
    await state.set_state(None)
    return reception_views.ask_length(texts, mandate_id)


async def no_place(
    _query: CallbackQuery, callback_data: NoPlace, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    scope.require_side(actor, callback_data.mandate_id)
    await state.set_state(None)
    return reception_views.ask_length(texts, callback_data.mandate_id)


async def open_times(
    _query: CallbackQuery, callback_data: OpenTimes, uow: UnitOfWork, actor: Actor, texts: Texts,
    state: FSMContext,
) -> Screen:  # fmt: skip
    """Where the hours are lost meanwhile, they are asked for again."""
    mandate_id, data = callback_data.mandate_id, await state.get_data()
    if data.get("mandate") != mandate_id or "end" not in data:
        return await _ask_hours(actor, texts, state, mandate_id)
    start, end = (datetime.fromisoformat(data[name]) for name in ("start", "end"))
    minutes, place = callback_data.minutes, data.get("place")
    count = await slots.open_times(uow, actor, mandate_id, (start, end), minutes, place)
    await state.clear()
    return reception_views.opened(texts, count, await slots.listed(uow, actor, mandate_id))


async def close(
    _query: CallbackQuery, callback_data: CloseSlot, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    ident = callback_data.ident
    one = await slots.slot(uow, actor, ident)
    scope.require_side(actor, one.deputy.mandate_id)
    if not callback_data.sure:
        return reception_views.ask_close(texts, one)
    return slot_views.slot(texts, await slots.close(uow, actor, ident))


def router() -> Router:
    found = Router(name="receptions")
    found.message.register(command, Command("reception"))
    found.callback_query.register(show, OpenReception.filter())
    found.callback_query.register(show_slot, OpenSlot.filter())
    found.callback_query.register(book, BookVisit.filter())
    found.callback_query.register(cancel, CancelVisit.filter())
    found.callback_query.register(ask_subject, SaySubject.filter())
    found.callback_query.register(ask_hours, NewTimes.filter())
    found.callback_query.register(no_place, NoPlace.filter())
    found.callback_query.register(open_times, OpenTimes.filter())
    found.callback_query.register(close, CloseSlot.filter())
    found.message.register(take_subject, Receiving.subject, WORDS)
    found.message.register(take_hours, Receiving.hours, WORDS)
    found.message.register(take_place, Receiving.place, WORDS)
    return found
