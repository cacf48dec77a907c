"""/announce: kind, text, time, place, link, preview; changing, cancelling, stopping."""

from dataclasses import replace

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.announcements import AnnouncementKind, AnnouncementState
from domain.names import Language
from domain.roles import Actor
from handlers.common.links import NewAnnouncement
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.common.typed import WORDS
from handlers.events import views
from handlers.events import writing_views as asking
from handlers.events.callbacks import (
    LANGUAGES,
    TEXTS,
    AskField,
    BeginAnnouncement,
    ChangeIt,
    DropDraft,
    EndIt,
    Field,
    LeaveOut,
    Preview,
    Publish,
)
from handlers.events.opening import announcements
from handlers.events.states import Announcing
from handlers.events.typed import typed_link, typed_moment
from services import directory
from services.events import announcing, scope
from services.events.scope import Announced
from services.unit_of_work import UnitOfWork

FOLLOWING = {Field.TIME: Field.PLACE, Field.PLACE: Field.LINK}


async def command(_message: Message, uow: UnitOfWork, actor: Actor, texts: Texts) -> Screen:
    return await _kinds(uow, actor, texts, 0)


async def choose_kind(
    _query: CallbackQuery, callback_data: NewAnnouncement, uow: UnitOfWork, actor: Actor,
    texts: Texts,
) -> Screen:  # fmt: skip
    return await _kinds(uow, actor, texts, callback_data.mandate_id)


async def _kinds(uow: UnitOfWork, actor: Actor, texts: Texts, mandate_id: int) -> Screen:
    if not actor.mandates:
        return asking.not_yours(texts)
    if not mandate_id and len(actor.mandates) > 1:
        found = [await directory.deputy(uow, ident) for ident in sorted(actor.mandates)]
        return asking.choose_deputy(texts, found)
    chosen = mandate_id or min(actor.mandates)
    scope.require_side(actor, chosen)
    return asking.kinds(texts, chosen)


async def begin(
    _query: CallbackQuery, callback_data: BeginAnnouncement, uow: UnitOfWork, actor: Actor,
    texts: Texts, state: FSMContext,
) -> Screen:  # fmt: skip
    one = await announcing.begin(uow, actor, callback_data.mandate_id, callback_data.kind)
    return await _ask(texts, state, one, TEXTS[texts.language], guided=True)


async def ask_field(
    _query: CallbackQuery, callback_data: AskField, uow: UnitOfWork, actor: Actor, texts: Texts,
    state: FSMContext,
) -> Screen:  # fmt: skip
    one = await announcing.changeable(uow, actor, callback_data.ident)
    return await _ask(texts, state, one, callback_data.field, guided=callback_data.guided)


async def _ask(
    texts: Texts, state: FSMContext, one: Announced, field: Field, *, guided: bool
) -> Screen:
    await state.set_state(Announcing.field)
    await state.set_data({"ident": one.id, "field": field, "guided": guided})
    return asking.ask(texts, one, field, guided=guided)


async def take_field(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    """The next question follows, or the whole is shown."""
    data = await state.get_data()
    field, typed = Field(data["field"]), message.text or ""
    one = await _set(uow, actor, data["ident"], field, typed)
    following = _following(one, field) if data["guided"] else None
    if following is not None:
        return await _ask(texts, state, one, following, guided=True)
    await state.clear()
    return _whole(texts, one, texts.language)


def _following(one: Announced, field: Field) -> Field | None:
    if one.kind is AnnouncementKind.NEWS:
        return None
    return Field.TIME if field in LANGUAGES else FOLLOWING.get(field)


async def _set(uow: UnitOfWork, actor: Actor, ident: int, field: Field, typed: str) -> Announced:
    if field is Field.TIME:
        start, end = typed_moment(typed, uow.now, uow.rules.zone)
        return await announcing.set_time(uow, actor, ident, start, end)
    if field is Field.PLACE:
        return await announcing.set_place(uow, actor, ident, typed)
    if field is Field.LINK:
        return await announcing.set_link(uow, actor, ident, typed_link(typed))
    return await announcing.set_text(uow, actor, ident, LANGUAGES[field], typed)


def _whole(texts: Texts, one: Announced, language: Language) -> Screen:
    if one.state is not AnnouncementState.DRAFT:
        return views.card(texts, one)
    return asking.preview(texts, replace(texts, language=language), one)


async def leave_out(
    _query: CallbackQuery, callback_data: LeaveOut, uow: UnitOfWork, actor: Actor, texts: Texts,
    state: FSMContext,
) -> Screen:  # fmt: skip
    ident = callback_data.ident
    if callback_data.field is Field.PLACE:
        one = await announcing.set_place(uow, actor, ident, None)
    else:
        one = await announcing.set_link(uow, actor, ident, None)
    await state.clear()
    return _whole(texts, one, texts.language)


async def show_preview(
    _query: CallbackQuery, callback_data: Preview, uow: UnitOfWork, actor: Actor, texts: Texts,
    state: FSMContext,
) -> Screen:  # fmt: skip
    await state.clear()
    one = await announcing.changeable(uow, actor, callback_data.ident)
    return _whole(texts, one, callback_data.language)


async def show_fields(
    _query: CallbackQuery, callback_data: ChangeIt, uow: UnitOfWork, actor: Actor, texts: Texts,
    state: FSMContext,
) -> Screen:  # fmt: skip
    await state.clear()
    return asking.what_to_change(
        texts, await announcing.changeable(uow, actor, callback_data.ident)
    )


async def publish(
    _query: CallbackQuery, callback_data: Publish, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return asking.published(texts, await announcing.publish(uow, actor, callback_data.ident))


async def drop(
    _query: CallbackQuery, callback_data: DropDraft, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    mandate_id = await announcing.discard(uow, actor, callback_data.ident)
    screen = await announcements(uow, actor, texts, mandate_id)
    return screen.with_toast(texts.label("The draft is gone."))


async def ask_reason(
    _query: CallbackQuery, callback_data: EndIt, uow: UnitOfWork, actor: Actor, texts: Texts,
    state: FSMContext,
) -> Screen:  # fmt: skip
    ident, stop = callback_data.ident, callback_data.stop
    find = announcing.stoppable if stop else announcing.changeable
    one = await find(uow, actor, ident)
    await state.set_state(Announcing.reason)
    await state.set_data({"ident": ident, "stop": stop})
    return asking.ask_reason(texts, one, stop=stop)


async def take_reason(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    data = await state.get_data()
    end = announcing.stop if data["stop"] else announcing.cancel
    one = await end(uow, actor, data["ident"], message.text or "")
    await state.clear()
    return views.card(texts, one)


def router() -> Router:
    found = Router(name="announcing")
    found.message.register(command, Command("announce"))
    found.callback_query.register(choose_kind, NewAnnouncement.filter())
    found.callback_query.register(begin, BeginAnnouncement.filter())
    found.callback_query.register(ask_field, AskField.filter())
    found.callback_query.register(leave_out, LeaveOut.filter())
    found.callback_query.register(show_preview, Preview.filter())
    found.callback_query.register(show_fields, ChangeIt.filter())
    found.callback_query.register(publish, Publish.filter())
    found.callback_query.register(drop, DropDraft.filter())
    found.callback_query.register(ask_reason, EndIt.filter())
    found.message.register(take_field, Announcing.field, WORDS)
    found.message.register(take_reason, Announcing.reason, WORDS)
    return found
