"""A draft is compared with what is recorded, and sent."""

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from domain.records import RecordKind
from domain.roles import Actor
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.records import sent_views
from handlers.records.callbacks import Send, SendAsSame
from handlers.records.desk import DeskOf
from services.records import reading, submitting
from services.unit_of_work import UnitOfWork


async def send(
    _query: CallbackQuery,
    callback_data: Send,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
    desk_of: DeskOf,
) -> Screen:
    """What looks like the same fact is shown first. Pressed twice it sends once."""
    kind, ident = callback_data.kind, callback_data.record_id
    one = await reading.mine(uow, actor, kind, ident)
    if not one.is_draft:
        return sent_views.sent(texts, one)
    if submitting.lacks(one):
        return await desk_of(kind, ident).draft()
    found = await submitting.likely(uow, actor, kind, ident)
    if found and not callback_data.sure and one.same_as is None:
        return sent_views.alike(texts, one, found)
    return await _sent(uow, actor, texts, state, kind, ident, None)


async def send_as_same(
    _query: CallbackQuery,
    callback_data: SendAsSame,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    kind, ident = callback_data.kind, callback_data.record_id
    return await _sent(uow, actor, texts, state, kind, ident, callback_data.other_id)


async def _sent(
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
    kind: RecordKind,
    ident: int,
    same_as: int | None,
) -> Screen:
    one = await submitting.submit(uow, actor, kind, ident, same_as)
    await state.clear()
    return sent_views.sent(texts, one)
