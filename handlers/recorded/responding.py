"""The deputy's side writes what it has to say: words, one file, a look, sent."""

from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.errors import BadInput, TransitionRefused
from domain.promises import ResponseKind, Subject
from domain.roles import Actor
from handlers.common.errors import explain, refusal_words
from handlers.common.fact_links import Respond
from handlers.common.files import size_of, stored_file
from handlers.common.screen import Notice, Screen
from handlers.common.texts import Texts
from handlers.recorded import views
from handlers.recorded.callbacks import SendResponse
from handlers.recorded.states import Responding
from services.appeals.wording import sound
from services.promises import facts, proofs, responding
from services.promises.facts import Fact
from services.promises.proofs import Proof
from services.unit_of_work import UnitOfWork


async def begin(
    _query: CallbackQuery,
    callback_data: Respond,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    tap = callback_data
    one = await _may(uow, actor, texts, (tap.mandate_id, tap.subject, tap.ident), tap.kind)
    await state.set_state(Responding.text)
    await state.set_data(
        {"fact": [tap.mandate_id, tap.subject.value, tap.ident], "kind": tap.kind.value}
    )
    return views.ask_text(texts, tap.mandate_id, one, tap.kind)


async def _may(
    uow: UnitOfWork, actor: Actor, texts: Texts, key: views.Key, kind: ResponseKind
) -> Fact:
    try:
        return await responding.may(uow, actor, *key, kind)
    except TransitionRefused as error:
        one = await facts.of_side(uow, actor, *key)
        raise Notice(views.refused(texts, key[0], one, refusal_words(texts, error))) from None


def _key(data: dict[str, Any]) -> views.Key:
    mandate_id, subject, ident = data["fact"]
    return mandate_id, Subject(subject), ident


async def type_text(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    """Typed again, before it is sent, it replaces what was typed."""
    data = await state.get_data()
    key, kind = _key(data), ResponseKind(data["kind"])
    one = await _may(uow, actor, texts, key, kind)
    try:
        text = sound(message.text or "", responding.TEXT_LIMIT)
    except BadInput as error:
        note = explain(texts, error)[0].text
        raise Notice(views.ask_text(texts, key[0], one, kind, note)) from None
    await state.set_state(Responding.look)
    await state.update_data(text=text)
    return views.look(texts, key[0], one, kind, text, _attached(data))


def _attached(data: dict[str, Any]) -> Proof | None:
    return Proof(*data["file"]) if data.get("file") else None


async def attach(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    """One file; the next one takes its place."""
    data = await state.get_data()
    key, kind = _key(data), ResponseKind(data["kind"])
    one = await _may(uow, actor, texts, key, kind)
    try:
        given = _given(message)
    except BadInput as error:
        note = explain(texts, error)[0].text
        shown = views.look(texts, key[0], one, kind, data["text"], _attached(data), note)
        raise Notice(shown) from None
    await state.update_data(
        file=[given.kind, given.url, given.file_id, given.file_unique_id, given.file_name]
    )
    return views.look(texts, key[0], one, kind, data["text"], given)


def _given(message: Message) -> Proof:
    """Raises BadInput for what is no photo and no document, too large, or of an odd type."""
    stored = stored_file(message)
    if stored is None:
        raise BadInput("proof_type")
    return proofs.file(stored, size_of(message))


async def send(
    query: CallbackQuery,
    callback_data: SendResponse,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    """Pressed twice it is sent once."""
    tap, data = callback_data, await state.get_data()
    key = (tap.mandate_id, tap.subject, tap.ident)
    here = await state.get_state() == Responding.look.state
    if not here or _key(data) != key or data["kind"] != tap.kind:
        again = Respond(
            mandate_id=tap.mandate_id, subject=tap.subject, ident=tap.ident, kind=tap.kind
        )
        return await begin(query, again, uow, actor, texts, state)
    await _may(uow, actor, texts, key, tap.kind)
    await responding.respond(uow, actor, key[0], key[1:], tap.kind, data["text"], _attached(data))
    await state.clear()
    one = await facts.of_side(uow, actor, *key)
    note = (
        texts("<b>Sent.</b> Your answer stands beside it.")
        if tap.kind is ResponseKind.ANSWER
        else texts("<b>Sent.</b> A coordinator decides about it; you will be told.")
    )
    return views.fact(texts, key[0], one, note)


async def cancel(_message: Message, texts: Texts, state: FSMContext) -> Screen:
    mandate_id = _key(await state.get_data())[0]
    await state.clear()
    return views.left(texts, mandate_id)
