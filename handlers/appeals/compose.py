"""From the choice of the deputy to "sent"."""

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.appeals import Kind
from domain.roles import Actor
from handlers.appeals import compose_views as views
from handlers.appeals import draft_views, joining_views, unregistered_views
from handlers.appeals.callbacks import (
    ChangeTopic,
    ChooseKind,
    ChooseTopic,
    Discard,
    DiscardAndStart,
    Keep,
    Preview,
    Send,
    SendOwn,
)
from handlers.appeals.states import Compose
from handlers.common.carried import carried
from handlers.common.links import AskProgramme, WriteAppeal
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from services import directory
from services.appeals import drafts, registration
from services.appeals.alike import Offer
from services.appeals.drafts import Draft
from services.appeals.registration import Sent
from services.unit_of_work import UnitOfWork


async def appeal_command(
    _message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    draft = await drafts.current(uow, actor)
    if draft is not None:
        return await show_draft(state, texts, draft)
    return views.to_whom(texts, await directory.of_home_districts(uow, actor))


async def begin(
    _query: CallbackQuery,
    callback_data: WriteAppeal,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    if not callback_data.mandate_id:
        draft = await drafts.current(uow, actor)
        if draft is not None:
            return await show_draft(state, texts, draft)
        return views.to_whom(texts, await directory.of_home_districts(uow, actor))
    draft = await drafts.current(uow, actor)
    if draft is not None and draft.deputy.mandate_id != callback_data.mandate_id:
        if draft.can_be_sent:
            return draft_views.another_draft(texts, draft, callback_data.mandate_id)
        await drafts.discard(uow, actor, draft.id)
        draft = None
    if draft is not None and not draft.is_programme_request and await carried(state, uow.now):
        return draft_views.ask_to_add(texts, draft)
    if draft is None or draft.is_programme_request:
        draft = await _start(uow, actor, state, callback_data.mandate_id, draft)
    return await show_draft(state, texts, draft)


async def discard_and_start(
    _query: CallbackQuery,
    callback_data: DiscardAndStart,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    await drafts.discard(uow, actor, callback_data.draft_id)
    draft = await drafts.current(uow, actor)
    if draft is None and not callback_data.mandate_id:
        kept = bool(await carried(state, uow.now))
        return views.to_whom(texts, await directory.of_home_districts(uow, actor), kept=kept)
    if draft is None:
        draft = await _start(uow, actor, state, callback_data.mandate_id, None)
    return await show_draft(state, texts, draft)


async def ask_programme(
    _query: CallbackQuery,
    callback_data: AskProgramme,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    """A request of its own kind: it needs no text."""
    asked = await registration.programme_request(uow, actor, callback_data.mandate_id)
    if asked is not None:
        return draft_views.already_asked(texts, *asked)
    draft = await drafts.current(uow, actor)
    if draft is not None and not draft.is_programme_request and draft.can_be_sent:
        return draft_views.another_draft(texts, draft, callback_data.mandate_id)
    if draft is not None:
        await drafts.discard(uow, actor, draft.id)
    draft = await drafts.start(uow, actor, callback_data.mandate_id, Kind.PROGRAMME)
    return await show_draft(state, texts, draft)


async def _start(
    uow: UnitOfWork, actor: Actor, state: FSMContext, mandate_id: int, replaced: Draft | None
) -> Draft:
    """A new letter; what was written before its deputy was chosen goes into it."""
    if replaced is not None:
        await drafts.discard(uow, actor, replaced.id)
    draft = await drafts.start(uow, actor, mandate_id)
    if parts := await carried(state, uow.now):
        draft = await drafts.write(uow, actor, draft.id, [text for _, text in parts])
        await state.set_data({"draft": draft.id, "parts": parts})
    return draft


async def choose_kind(
    _query: CallbackQuery,
    callback_data: ChooseKind,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    draft = await drafts.choose_kind(uow, actor, callback_data.draft_id, callback_data.kind)
    return views.topic(texts, draft)


async def choose_topic(
    _query: CallbackQuery,
    callback_data: ChooseTopic,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    draft = await drafts.choose_topic(uow, actor, callback_data.draft_id, callback_data.topic)
    return await show_draft(state, texts, draft)


async def change_topic(
    _query: CallbackQuery,
    callback_data: ChangeTopic,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    draft = await drafts.load(uow, actor, callback_data.draft_id)
    await _enter(state, draft, topic=True)
    return views.topic(texts, draft)


async def preview(
    _query: CallbackQuery,
    callback_data: Preview,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    return await show_draft(state, texts, await drafts.load(uow, actor, callback_data.draft_id))


async def show_draft(state: FSMContext, texts: Texts, draft: Draft) -> Screen:
    """The step at which this draft is: topic, text, or the preview."""
    needs_topic = draft.topic is None and not draft.is_programme_request
    await _enter(state, draft, topic=needs_topic)
    if not needs_topic:
        return views.preview(texts, draft)
    return views.topic(texts, draft, texts("Your text is kept.") if draft.text else None)


async def _enter(state: FSMContext, draft: Draft, *, topic: bool) -> None:
    await state.set_state(Compose.topic if topic else Compose.text)
    data = await state.get_data()
    if data.get("draft") != draft.id:
        parts = [[0, draft.text]] if draft.text else []
        await state.set_data({"draft": draft.id, "parts": parts})


async def send(
    _query: CallbackQuery,
    callback_data: Send,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    """Where others ask the same already, joining them is offered first."""
    sent = await registration.send(uow, actor, callback_data.draft_id, own=False)
    return await _sent(texts, state, sent)


async def send_own(
    _query: CallbackQuery,
    callback_data: SendOwn,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    return await _sent(texts, state, await registration.send(uow, actor, callback_data.draft_id))


async def _sent(texts: Texts, state: FSMContext, sent: Sent | Offer) -> Screen:
    if isinstance(sent, Offer):
        return joining_views.offer(texts, sent)
    await state.clear()
    if sent.number is not None:
        return draft_views.sent(texts, sent.number)
    return unregistered_views.held(texts, sent)


async def keep(
    _query: CallbackQuery,
    callback_data: Keep,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    draft = await drafts.load(uow, actor, callback_data.draft_id)
    await state.clear()
    return draft_views.kept(texts, draft)


async def discard(
    _query: CallbackQuery,
    callback_data: Discard,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    await drafts.discard(uow, actor, callback_data.draft_id)
    await state.clear()
    return draft_views.discarded(texts)


async def cancel(
    _message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    draft = await drafts.current(uow, actor)
    await state.set_state(None)
    return draft_views.keep_or_discard(texts, draft) if draft else draft_views.discarded(texts)
