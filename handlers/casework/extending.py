"""More time for an answer: a reason, a day, a look at both."""

from datetime import date
from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.errors import BadInput
from domain.roles import Actor
from handlers.casework import extending_views as views
from handlers.casework.callbacks import Extend, PickUntil, SureExtend, day_of
from handlers.casework.states import Extending
from handlers.casework.viewing import role_of
from handlers.common.errors import explain
from handlers.common.screen import Notice, Screen
from handlers.common.texts import Texts
from handlers.common.typed_day import typed_day
from services.appeals import extension, reading
from services.appeals.wording import sound
from services.unit_of_work import UnitOfWork


async def begin(
    _query: CallbackQuery,
    callback_data: Extend,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    """Asks for the reason; where there is no more time to take it says why."""
    case = await reading.either(uow, actor, callback_data.appeal_id)
    room = await extension.room(uow, actor, case.id)
    await state.set_state(Extending.reason)
    await state.set_data({"appeal": case.id})
    return views.ask_reason(texts, case, room)


async def type_reason(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    case = await reading.either(uow, actor, (await state.get_data())["appeal"])
    room = await extension.room(uow, actor, case.id)
    try:
        reason = sound(message.text or "", extension.REASON_LIMIT)
    except BadInput as error:
        raise Notice(views.ask_reason(texts, case, room, explain(texts, error)[0].text)) from None
    await state.set_state(Extending.day)
    await state.update_data(reason=reason)
    return views.ask_day(texts, case, room)


async def type_day(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    data = await state.get_data()
    case = await reading.either(uow, actor, data["appeal"])
    try:
        day = typed_day(message.text or "", uow.rules.today(uow.now), ahead=True)
    except BadInput as error:
        room = await extension.room(uow, actor, case.id)
        raise Notice(views.ask_day(texts, case, room, explain(texts, error)[0].text)) from None
    return await _day(uow, actor, texts, state, data, day)


async def pick_day(
    query: CallbackQuery,
    callback_data: PickUntil,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    """A day without its reason asks for the reason first."""
    appeal_id, data = callback_data.appeal_id, await state.get_data()
    if data.get("appeal") != appeal_id or "reason" not in data:
        return await begin(query, Extend(appeal_id=appeal_id), uow, actor, texts, state)
    return await _day(uow, actor, texts, state, data, day_of(callback_data.day))


async def _day(
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
    data: dict[str, Any],
    day: date,
) -> Screen:
    case = await reading.either(uow, actor, data["appeal"])
    room = await extension.room(uow, actor, case.id)
    try:
        await extension.check(uow, actor, case.id, day)
    except BadInput as error:
        raise Notice(views.ask_day(texts, case, room, views.wrong_day(texts, error))) from None
    await state.set_state(Extending.day)
    await state.set_data({**data, "until": day.isoformat()})
    return views.look(texts, case, room, data["reason"], day)


async def sure(
    query: CallbackQuery,
    callback_data: SureExtend,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    """Pressed twice it extends once."""
    appeal_id, data = callback_data.appeal_id, await state.get_data()
    here = await state.get_state() == Extending.day.state and data.get("appeal") == appeal_id
    if not here or "until" not in data:
        return await begin(query, Extend(appeal_id=appeal_id), uow, actor, texts, state)
    until = date.fromisoformat(data["until"])
    try:
        done = await extension.extend(uow, actor, appeal_id, data["reason"], until)
    except BadInput as error:
        case = await reading.either(uow, actor, appeal_id)
        room = await extension.room(uow, actor, appeal_id)
        raise Notice(views.ask_day(texts, case, room, views.wrong_day(texts, error))) from None
    await state.clear()
    case = await reading.either(uow, actor, appeal_id)
    return views.extended(texts, case, role_of(actor, case), done=done)
