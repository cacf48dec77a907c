"""A coordinator decides about a disagreement, or gives a letter up; always with a reason."""

from enum import StrEnum

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.decisions import CloseReason, GiveUpReason, SendBackReason
from domain.errors import NotFound, TransitionRefused
from domain.life_cycle import Action
from domain.roles import Actor
from handlers.common.errors import refusal_words
from handlers.common.screen import Notice, Screen
from handlers.common.texts import Texts
from handlers.coordination import deciding_views as views
from handlers.coordination.callbacks import Decide, PickReason, WithoutWords
from handlers.coordination.states import Deciding
from services.appeals import deciding, reading
from services.appeals.reading import Case
from services.unit_of_work import UnitOfWork


async def ask_reason(
    _query: CallbackQuery,
    callback_data: Decide,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    await state.clear()
    action = _known(callback_data.action)
    case = await _possible(uow, actor, texts, callback_data.appeal_id, action)
    return views.reasons(texts, case, action)


async def ask_words(
    _query: CallbackQuery,
    callback_data: PickReason,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    appeal_id, action = callback_data.appeal_id, _known(callback_data.action)
    reason = _reason(action, callback_data.reason)
    case = await _possible(uow, actor, texts, appeal_id, action)
    await state.set_state(Deciding.words)
    await state.set_data({"appeal": appeal_id, "action": action, "reason": reason})
    return views.words(texts, case, action, reason)


async def without_words(
    _query: CallbackQuery,
    callback_data: WithoutWords,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    return await _decide(uow, actor, texts, state, callback_data, "")


async def with_words(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    data = await state.get_data()
    chosen = WithoutWords(
        appeal_id=data["appeal"], action=Action(data["action"]), reason=data["reason"]
    )
    return await _decide(uow, actor, texts, state, chosen, message.text or "")


async def _decide(
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
    chosen: WithoutWords,
    words: str,
) -> Screen:
    appeal_id, action = chosen.appeal_id, _known(chosen.action)
    reason = _reason(action, chosen.reason)
    if number := await deciding.decided(uow, actor, appeal_id, action):
        return views.done(texts, number, action)
    case = await _possible(uow, actor, texts, appeal_id, action)
    if isinstance(reason, SendBackReason):
        await deciding.send_back(uow, actor, appeal_id, reason, words)
    elif isinstance(reason, CloseReason):
        await deciding.close_disputed(uow, actor, appeal_id, reason, words)
    elif isinstance(reason, GiveUpReason):
        await deciding.give_up(uow, actor, appeal_id, reason, words)
    await state.clear()
    return views.done(texts, case.number, action)


async def _possible(
    uow: UnitOfWork, actor: Actor, texts: Texts, appeal_id: int, action: Action
) -> Case:
    """The case, or a screen that says why not and what else can be done."""
    case = await reading.coordinated(uow, actor, appeal_id)
    try:
        await deciding.may(uow, actor, appeal_id, action)
    except TransitionRefused as error:
        raise Notice(views.refused(texts, case, refusal_words(texts, error))) from None
    return case


def _known(action: Action) -> Action:
    if action not in views.LISTS:
        raise NotFound("button")
    return action


def _reason(action: Action, name: str) -> StrEnum:
    for reason in views.LISTS[action]:
        if reason == name:
            return reason
    raise NotFound("button")


async def cancel(_message: Message, texts: Texts, state: FSMContext) -> Screen:
    appeal_id = (await state.get_data())["appeal"]
    await state.clear()
    return views.left(texts, appeal_id)
