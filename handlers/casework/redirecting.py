"""Redirecting: the competent body and the letter to it, or another deputy; a look; off it goes."""

from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.errors import BadInput, TransitionRefused
from domain.life_cycle import Action
from domain.roles import Actor, Role
from handlers.casework import redirecting_views as views
from handlers.casework.callbacks import PickBody, Redirect, SendOn
from handlers.casework.states import Redirecting
from handlers.casework.viewing import role_of
from handlers.common.errors import explain
from handlers.common.files import stored_file
from handlers.common.screen import Notice, Screen
from handlers.common.texts import Texts
from services import bodies, directory
from services.appeals import reading, redirection
from services.appeals.files import StoredFile
from services.appeals.reading import Case
from services.appeals.redirection import Whereto
from services.appeals.wording import sound
from services.unit_of_work import UnitOfWork


async def begin(
    _query: CallbackQuery,
    callback_data: Redirect,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    """Asks for the body. Where it is too late it says so, and what to do instead."""
    case = await redirectable(uow, actor, texts, callback_data.appeal_id)
    await state.set_state(Redirecting.body)
    await state.set_data({"appeal": case.id})
    return views.ask_body(texts, case, callback_data.page)


async def redirectable(uow: UnitOfWork, actor: Actor, texts: Texts, appeal_id: int) -> Case:
    case = await reading.either(uow, actor, appeal_id)
    role = role_of(actor, case)
    if Action.REDIRECT not in case.able:
        raise TransitionRefused(case.state, Action.REDIRECT, "state")
    last = case.course.redirect_by
    if role is not Role.COORDINATOR and (last is None or uow.rules.today(uow.now) > last):
        raise Notice(views.too_late(texts, case))
    return case


async def pick_body(
    _query: CallbackQuery,
    callback_data: PickBody,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    case = await redirectable(uow, actor, texts, callback_data.appeal_id)
    return await _named(texts, state, case, bodies.known(callback_data.slug))


async def type_body(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    case = await redirectable(uow, actor, texts, (await state.get_data())["appeal"])
    try:
        body = sound(message.text or "", redirection.BODY_LIMIT)
    except BadInput as error:
        raise Notice(views.ask_body(texts, case, 0, explain(texts, error)[0].text)) from None
    return await _named(texts, state, case, body)


async def _named(texts: Texts, state: FSMContext, case: Case, body: str) -> Screen:
    await state.set_state(Redirecting.letter)
    await state.set_data({"appeal": case.id, "body": body})
    return views.ask_letter(texts, case, bodies.named(body))


async def type_letter(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    return await _letter(uow, actor, texts, state, {"reference": message.text or ""})


async def send_letter(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    """The letter itself; a caption is its number."""
    file = stored_file(message)
    if file is None:
        raise BadInput("wrong_file")
    kept = [file.kind, file.file_id, file.file_unique_id, file.file_name]
    found = {"file": kept, "reference": message.caption or ""}
    return await _letter(uow, actor, texts, state, found)


async def _letter(
    uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext, found: dict[str, Any]
) -> Screen:
    data = await state.get_data()
    case = await redirectable(uow, actor, texts, data["appeal"])
    chosen = {"appeal": case.id, "body": data["body"], **found}
    try:
        redirection.checked(whereto(chosen))
    except BadInput as error:
        note = explain(texts, error)[0].text
        raise Notice(views.ask_letter(texts, case, bodies.named(data["body"]), note)) from None
    await state.set_state(Redirecting.sure)
    await state.set_data(chosen)
    return views.look(texts, case, whereto(chosen), None)


async def no_letter(
    _message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> None:
    """Voice, stickers and the like."""
    data = await state.get_data()
    case = await redirectable(uow, actor, texts, data["appeal"])
    note = explain(texts, BadInput("redirect_no_letter"))[0].text
    raise Notice(views.ask_letter(texts, case, bodies.named(data["body"]), note))


async def send_on(
    query: CallbackQuery,
    callback_data: SendOn,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    """Pressed twice it redirects once; where nothing was chosen yet it asks."""
    appeal_id = callback_data.appeal_id
    data = await state.get_data()
    here = await state.get_state() == Redirecting.sure.state and data.get("appeal") == appeal_id
    if not here:
        return await begin(query, Redirect(appeal_id=appeal_id), uow, actor, texts, state)
    await redirection.redirect(uow, actor, appeal_id, whereto(data))
    await state.clear()
    case = await reading.either(uow, actor, appeal_id)
    return views.redirected(texts, case, role_of(actor, case))


def whereto(data: dict[str, Any]) -> Whereto:
    """What was chosen in the conversation so far."""
    file = StoredFile(*data["file"]) if data.get("file") else None
    return Whereto(
        data.get("body", ""), data.get("reference", "").strip(), file, data.get("mandate")
    )


async def look_at(
    uow: UnitOfWork, texts: Texts, state: FSMContext, case: Case, mandate_id: int
) -> Screen:
    """With another deputy chosen."""
    deputy = await directory.deputy(uow, mandate_id)
    chosen = {"appeal": case.id, "mandate": mandate_id}
    await state.set_state(Redirecting.sure)
    await state.set_data(chosen)
    return views.look(texts, case, whereto(chosen), deputy)
