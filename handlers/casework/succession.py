"""The author says whether an open letter goes on to the deputy's successor."""

from aiogram.types import CallbackQuery

from domain.roles import Actor
from handlers.casework import succession_views as views
from handlers.casework.callbacks import Stay, Succeed
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from services.appeals import reading, succession
from services.unit_of_work import UnitOfWork


async def succeed(
    _query: CallbackQuery, callback_data: Succeed, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    appeal_id = callback_data.appeal_id
    await succession.succeed(uow, actor, appeal_id, callback_data.mandate_id)
    return views.succeeded(texts, await reading.authored(uow, actor, appeal_id))


async def stay(
    _query: CallbackQuery, callback_data: Stay, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return views.stays(texts, await reading.authored(uow, actor, callback_data.appeal_id))
