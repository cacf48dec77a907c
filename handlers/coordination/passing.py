"""Noting that an appeal was passed on: the way, the day, the number there."""

from datetime import date

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.appeals import Way
from domain.errors import BadInput, TransitionRefused
from domain.roles import Actor
from handlers.common.screen import Notice, Screen
from handlers.common.texts import Texts
from handlers.common.typed_day import typed_day
from handlers.coordination import passing_views as views
from handlers.coordination.callbacks import NoReference, PassOn, PickDay, PickWay, day_of
from handlers.coordination.cases import next_in_queue, show_case
from handlers.coordination.states import PassingOn
from services.appeals import handover, reading
from services.unit_of_work import UnitOfWork


async def ask_way(
    _query: CallbackQuery,
    callback_data: PassOn,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    await state.clear()
    return views.ask_way(texts, await reading.coordinated(uow, actor, callback_data.appeal_id))


async def ask_day(
    _query: CallbackQuery,
    callback_data: PickWay,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    appeal_id, way = callback_data.appeal_id, callback_data.way
    case = await reading.coordinated(uow, actor, appeal_id)
    await state.set_state(PassingOn.day)
    await state.set_data({"appeal": appeal_id, "way": way})
    return views.ask_day(texts, case, way, uow.rules.today(uow.now))


async def pick_day(
    _query: CallbackQuery,
    callback_data: PickDay,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    day = day_of(callback_data.day)
    return await _day(uow, actor, texts, state, (callback_data.appeal_id, callback_data.way, day))


async def type_day(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    data = await state.get_data()
    appeal_id, way, today = data["appeal"], Way(data["way"]), uow.rules.today(uow.now)
    try:
        day = typed_day(message.text or "", today)
    except BadInput:
        case = await reading.coordinated(uow, actor, appeal_id)
        note = texts("I cannot read this as a date. An example: 25.11.2026.")
        raise Notice(views.ask_day(texts, case, way, today, note)) from None
    return await _day(uow, actor, texts, state, (appeal_id, way, day))


async def _day(
    uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext, chosen: tuple[int, Way, date]
) -> Screen:
    """A day that cannot be is asked again at once, before anything else."""
    appeal_id, way, day = chosen
    try:
        await handover.check_day(uow, actor, appeal_id, day)
    except BadInput as error:
        first, last = error.data["first"], error.data["last"]
        assert isinstance(first, date)  # noqa: S101 - for the type checker
        assert isinstance(last, date)  # noqa: S101
        case = await reading.coordinated(uow, actor, appeal_id)
        note = views.wrong_day(texts, first, last)
        raise Notice(views.ask_day(texts, case, way, last, note)) from None
    await state.set_state(PassingOn.reference)
    await state.set_data({"appeal": appeal_id, "way": way, "day": day.isoformat()})
    return views.ask_reference(texts, appeal_id, way, day)


async def type_reference(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    data = await state.get_data()
    reference = (message.text or "").strip()
    if len(reference) > handover.REFERENCE_LIMIT:
        raise BadInput("too_long", limit=handover.REFERENCE_LIMIT)
    tap = NoReference(appeal_id=data["appeal"], way=Way(data["way"]), day=data["day"])
    return await _note(uow, actor, texts, state, tap, reference)


async def no_reference(
    _query: CallbackQuery,
    callback_data: NoReference,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    return await _note(uow, actor, texts, state, callback_data, None)


async def _note(
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
    chosen: NoReference,
    reference: str | None,
) -> Screen:
    appeal_id, way, day = chosen.appeal_id, chosen.way, day_of(chosen.day)
    await state.clear()
    try:
        await handover.hand_over(uow, actor, appeal_id, way, day, reference)
    except TransitionRefused:
        return await show_case(uow, actor, texts, appeal_id, changed=True)
    case = await reading.coordinated(uow, actor, appeal_id)
    next_row = await next_in_queue(uow, actor, appeal_id)
    return views.noted(texts, case, way, day, reference, next_row)


async def cancel(_message: Message, texts: Texts, state: FSMContext) -> Screen:
    appeal_id = (await state.get_data())["appeal"]
    await state.clear()
    return views.left(texts, appeal_id)
