"""Merging a case into another about the same: picked from look-alikes, or by its number."""

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.errors import BadInput
from domain.life_cycle import Action, target
from domain.roles import Actor
from handlers.casework import merging_views as views
from handlers.casework.callbacks import Merge, PickTarget, SureMerge
from handlers.casework.states import Merging
from handlers.casework.viewing import role_of
from handlers.common.errors import explain
from handlers.common.screen import Notice, Screen
from handlers.common.texts import Texts
from services.appeals import merging, reading
from services.unit_of_work import UnitOfWork


async def begin(
    _query: CallbackQuery,
    callback_data: Merge,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    case = await reading.either(uow, actor, callback_data.appeal_id)
    target(case.state, Action.MERGE, role_of(actor, case))
    found = await merging.look_alikes(uow, actor, case.id, callback_data.page)
    await state.set_state(Merging.number)
    await state.set_data({"appeal": case.id})
    return views.ask(texts, case, found)


async def type_number(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    case = await reading.either(uow, actor, (await state.get_data())["appeal"])
    try:
        into_id = await merging.by_number(uow, actor, case.id, message.text or "")
    except BadInput as error:
        found = await merging.look_alikes(uow, actor, case.id, 0)
        raise Notice(views.ask(texts, case, found, explain(texts, error)[0].text)) from None
    return views.look(texts, case, await reading.either(uow, actor, into_id))


async def pick(
    _query: CallbackQuery,
    callback_data: PickTarget,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    appeal_id, into_id = callback_data.appeal_id, callback_data.into_id
    await merging.check(uow, actor, appeal_id, into_id)
    case = await reading.either(uow, actor, appeal_id)
    return views.look(texts, case, await reading.either(uow, actor, into_id))


async def sure(
    _query: CallbackQuery,
    callback_data: SureMerge,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    await merging.merge(uow, actor, callback_data.appeal_id, callback_data.into_id)
    await state.clear()
    case = await reading.either(uow, actor, callback_data.into_id)
    return views.merged(texts, case, role_of(actor, case))
