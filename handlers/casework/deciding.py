"""A coordinator decides about more time that is asked for a second time."""

from aiogram.types import CallbackQuery

from domain.errors import BadInput
from domain.roles import Actor
from handlers.casework import deciding_views as views
from handlers.casework.callbacks import DecideTime
from handlers.casework.extending_views import wrong_day
from handlers.common.links import OpenTimeRequest
from handlers.common.screen import Notice, Screen
from handlers.common.texts import Texts
from services.appeals import extension, time_requests
from services.unit_of_work import UnitOfWork


async def open_request(
    _query: CallbackQuery,
    callback_data: OpenTimeRequest,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    found = await time_requests.time_request(uow, actor, callback_data.request_id)
    return views.request(texts, found)


async def decide(
    _query: CallbackQuery,
    callback_data: DecideTime,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    request_id = callback_data.request_id
    try:
        await extension.decide(uow, actor, request_id, granted=callback_data.granted)
    except BadInput as error:
        found = await time_requests.time_request(uow, actor, request_id)
        raise Notice(views.request(texts, found, wrong_day(texts, error))) from None
    found = await time_requests.time_request(uow, actor, request_id)
    return views.request(texts, found)
