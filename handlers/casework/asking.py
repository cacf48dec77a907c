"""A question to the author: written, looked at, sent."""

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.errors import BadInput, TransitionRefused
from domain.life_cycle import Action
from domain.roles import Actor
from handlers.casework import asking_views as views
from handlers.casework.callbacks import AskAuthor, SendQuestion
from handlers.casework.states import Asking
from handlers.casework.viewing import role_of
from handlers.common.errors import explain
from handlers.common.screen import Notice, Screen
from handlers.common.texts import Texts
from services.appeals import clarification, reading
from services.appeals.reading import Case
from services.appeals.wording import sound
from services.unit_of_work import UnitOfWork


async def begin(
    _query: CallbackQuery,
    callback_data: AskAuthor,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    case = await _case(uow, actor, callback_data.appeal_id)
    await state.set_state(Asking.question)
    await state.set_data({"appeal": case.id})
    return views.ask(texts, case)


async def _case(uow: UnitOfWork, actor: Actor, appeal_id: int) -> Case:
    case = await reading.in_workspace(uow, actor, appeal_id)
    if Action.ASK not in case.able:
        raise TransitionRefused(case.state, Action.ASK, "state")
    return case


async def type_question(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    """The last message counts: whoever writes again means it so."""
    case = await _case(uow, actor, (await state.get_data())["appeal"])
    try:
        words = sound(message.text or "", clarification.QUESTION_LIMIT)
    except BadInput as error:
        note = explain(texts, error)[0].text
        raise Notice(views.ask(texts, case, note)) from None
    await state.update_data(words=words)
    return views.look(texts, case, words)


async def send(
    query: CallbackQuery,
    callback_data: SendQuestion,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    """Pressed twice it asks once; where nothing is written yet it asks what."""
    appeal_id = callback_data.appeal_id
    data = await state.get_data()
    here = await state.get_state() == Asking.question.state and data.get("appeal") == appeal_id
    if not here or "words" not in data:
        return await begin(query, AskAuthor(appeal_id=appeal_id), uow, actor, texts, state)
    await clarification.ask(uow, actor, appeal_id, data["words"])
    await state.clear()
    case = await reading.in_workspace(uow, actor, appeal_id)
    return views.asked(texts, case, role_of(actor, case))
