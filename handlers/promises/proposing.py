"""Proposing a status: which, why, on what evidence, a look at all of it."""

from collections.abc import Callable
from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.errors import BadInput, TransitionRefused
from domain.promises import PromiseStatus
from domain.roles import Actor
from handlers.common.errors import explain, refusal_words
from handlers.common.files import size_of, stored_file
from handlers.common.screen import Notice, Screen
from handlers.common.texts import Texts
from handlers.promises import change_views
from handlers.promises import proposing_views as views
from handlers.promises.callbacks import LookOver, PickStatus, Propose, SendChange
from handlers.promises.states import Proposing
from services.appeals.wording import sound
from services.promises import proofs, proposing, reading
from services.promises.proofs import Proof
from services.promises.reading import PromiseView
from services.unit_of_work import UnitOfWork


async def begin(
    _query: CallbackQuery,
    callback_data: Propose,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    await state.clear()
    return views.ask_status(texts, await _may(uow, actor, texts, callback_data.promise_id))


async def _may(uow: UnitOfWork, actor: Actor, texts: Texts, promise_id: int) -> PromiseView:
    try:
        return await proposing.may(uow, actor, promise_id)
    except TransitionRefused as error:
        raise Notice(views.refused(texts, promise_id, refusal_words(texts, error))) from None


async def pick(
    _query: CallbackQuery,
    callback_data: PickStatus,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    found = await _may(uow, actor, texts, callback_data.promise_id)
    await state.set_state(Proposing.reason)
    await state.set_data({"promise": found.id, "status": callback_data.status.value})
    return views.ask_reason(texts, found, callback_data.status)


async def type_reason(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    data = await state.get_data()
    found = await _may(uow, actor, texts, data["promise"])
    try:
        reason = sound(message.text or "", proposing.REASON_LIMIT)
    except BadInput as error:
        chosen = PromiseStatus(data["status"])
        note = explain(texts, error)[0].text
        raise Notice(views.ask_reason(texts, found, chosen, note)) from None
    await state.set_state(Proposing.evidence)
    await state.update_data(reason=reason, proofs=[])
    return views.ask_evidence(texts, found, ())


async def send_link(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    return await _add(uow, actor, texts, state, lambda: proofs.link(message.text or ""))


async def send_file(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    return await _add(uow, actor, texts, state, lambda: given_file(message))


def given_file(message: Message) -> Proof:
    """Raises BadInput."""
    stored = stored_file(message)
    if stored is None:
        raise BadInput("proof_link")
    return proofs.file(stored, size_of(message))


async def _add(
    uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext, given: Callable[[], Proof]
) -> Screen:
    data = await state.get_data()
    found = await _may(uow, actor, texts, data["promise"])
    known = kept(data)
    try:
        together = proofs.added(known, given())
    except BadInput as error:
        raise Notice(
            views.ask_evidence(texts, found, known, explain(texts, error)[0].text)
        ) from None
    await state.update_data(proofs=[as_data(one) for one in together])
    return views.ask_evidence(texts, found, together)


def as_data(one: Proof) -> list[str | None]:
    return [one.kind, one.url, one.file_id, one.file_unique_id, one.file_name]


def kept(data: dict[str, Any]) -> tuple[Proof, ...]:
    return tuple(Proof(*one) for one in data.get("proofs", ()))


async def look(
    query: CallbackQuery,
    callback_data: LookOver,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    data = await _written(callback_data.promise_id, state)
    if not data:
        return await begin(
            query, Propose(promise_id=callback_data.promise_id), uow, actor, texts, state
        )
    found = await _may(uow, actor, texts, callback_data.promise_id)
    if not kept(data):
        note = explain(texts, BadInput("proof_missing"))[0].text
        return views.ask_evidence(texts, found, (), note)
    return views.look(texts, found, PromiseStatus(data["status"]), data["reason"], kept(data))


async def _written(promise_id: int, state: FSMContext) -> dict[str, Any]:
    """What was written so far about this very promise."""
    data = await state.get_data()
    here = await state.get_state() == Proposing.evidence.state
    return data if here and data.get("promise") == promise_id else {}


async def send(
    query: CallbackQuery,
    callback_data: SendChange,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    """Pressed twice it proposes once."""
    promise_id = callback_data.promise_id
    data = await _written(promise_id, state)
    if not data:
        again = Propose(promise_id=promise_id)
        return await begin(query, again, uow, actor, texts, state)
    try:
        change_id = await proposing.propose(
            uow, actor, promise_id, PromiseStatus(data["status"]), data["reason"], kept(data)
        )
    except TransitionRefused as error:
        raise Notice(views.refused(texts, promise_id, refusal_words(texts, error))) from None
    await state.clear()
    found = await reading.change(uow, actor, change_id)
    note = texts("<b>Sent.</b> A coordinator looks at it; you will be told what is decided.")
    return change_views.change(texts, found, note)


async def cancel(_message: Message, texts: Texts, state: FSMContext) -> Screen:
    promise_id = (await state.get_data())["promise"]
    await state.clear()
    return views.left(texts, promise_id)
