"""What else can be done with a case: one screen that leads to each of the further steps."""

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from domain.roles import Actor
from handlers.casework import steps_views as views
from handlers.casework.viewing import role_of
from handlers.common.links import OpenSteps
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from services.appeals import reading
from services.unit_of_work import UnitOfWork


async def open_steps(
    _query: CallbackQuery,
    callback_data: OpenSteps,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    await state.clear()
    case = await reading.either(uow, actor, callback_data.appeal_id)
    return views.steps(texts, case, role_of(actor, case))
