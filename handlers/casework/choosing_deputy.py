"""The other deputy whom an appeal is redirected to: found by number, name or place."""

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.errors import BadInput
from domain.roles import Actor
from handlers.casework import redirecting_views as views
from handlers.casework.callbacks import PickDeputy, ToDeputy
from handlers.casework.redirecting import look_at, redirectable
from handlers.casework.states import Redirecting
from handlers.common.errors import explain
from handlers.common.screen import Notice, Screen
from handlers.common.texts import Texts
from services import lookup
from services.appeals import redirection, scopes
from services.appeals.reading import Case
from services.lookup_cache import LookupCache
from services.unit_of_work import UnitOfWork


async def ask(
    _query: CallbackQuery,
    callback_data: ToDeputy,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    case = await redirectable(uow, actor, texts, callback_data.appeal_id)
    await state.set_state(Redirecting.deputy)
    await state.set_data({"appeal": case.id})
    return views.ask_deputy(texts, case)


async def find(
    message: Message,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
    lookup_cache: LookupCache,
) -> Screen:
    case = await redirectable(uow, actor, texts, (await state.get_data())["appeal"])
    words = message.text or ""
    met = await lookup.deputies_named(uow, actor, lookup_cache, words)
    found = tuple(one for one in met if one.takes_appeals)
    if len(found) != 1:
        return views.deputies(texts, case, found)
    return await _choose(uow, actor, texts, state, case, found[0].mandate_id)


async def pick(
    _query: CallbackQuery,
    callback_data: PickDeputy,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    case = await redirectable(uow, actor, texts, callback_data.appeal_id)
    return await _choose(uow, actor, texts, state, case, callback_data.mandate_id)


async def _choose(
    uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext, case: Case, mandate_id: int
) -> Screen:
    appeal, _ = await scopes.of_either(uow, actor, case.id)
    try:
        await redirection.check_deputy(uow, appeal, mandate_id)
    except BadInput as error:
        raise Notice(views.ask_deputy(texts, case, explain(texts, error)[0].text)) from None
    return await look_at(uow, texts, state, case, mandate_id)
