"""The letter itself: text in one or several messages, files, how it is signed."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message, TelegramObject

from domain.errors import BadInput
from domain.roles import Actor
from handlers.appeals import compose_views as views
from handlers.appeals import draft_views
from handlers.appeals.callbacks import Change, RemoveFiles, RewriteText, SignName, SignPlace
from handlers.appeals.states import Compose
from handlers.common.danger import with_numbers
from handlers.common.errors import explain
from handlers.common.files import stored_file
from handlers.common.parts import Parts, added, edited, words_of
from handlers.common.screen import Notice, Screen
from handlers.common.texts import Texts
from services.appeals import drafts
from services.appeals.drafts import Draft
from services.unit_of_work import UnitOfWork

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


async def show_the_way_back(handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
    """What cannot be taken is said in a sentence; the letter is one tap away, as it was."""
    try:
        return await handler(event, data)
    except BadInput as error:
        texts, state = data["texts"], data["state"]
        ident, words = (await state.get_data())["draft"], explain(texts, error)[0].text
        early = await state.get_state() == Compose.topic
        raise Notice(draft_views.not_taken(texts, ident, words, topic_first=early)) from None


async def add_text(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen | list[Screen]:
    parts = added((await state.get_data())["parts"], message)
    return with_numbers(texts, words_of(message), await _written(uow, actor, texts, state, parts))


async def edit(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen | list[Screen]:
    parts = edited((await state.get_data())["parts"], message)
    return with_numbers(texts, words_of(message), await _written(uow, actor, texts, state, parts))


async def _written(
    uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext, parts: Parts
) -> Screen:
    ident = (await state.get_data())["draft"]
    draft = await drafts.write(uow, actor, ident, [text for _, text in parts])
    await state.update_data(parts=parts)
    return _after(texts, draft)


async def add_file(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen | list[Screen] | None:
    """A photo or document; its caption is text of the letter. An album is answered once."""
    data = await state.get_data()
    file = stored_file(message)
    if file is None:
        raise BadInput("wrong_file")
    draft = await drafts.attach(uow, actor, data["draft"], file)
    screen = _after(texts, draft)
    if message.caption:
        screen = await _written(uow, actor, texts, state, added(data["parts"], message))
    album = message.media_group_id
    if album is not None and data.get("album") == album:
        return None
    await state.update_data(album=album)
    return with_numbers(texts, words_of(message), screen)


def _after(texts: Texts, draft: Draft) -> Screen:
    """What was sent before the topic was chosen is kept; the topic is asked again."""
    if draft.topic is None:
        return views.topic(texts, draft, texts("Your text is kept."))
    return views.preview(texts, draft)


async def not_usable(_message: Message) -> None:
    """Voice, stickers and the like."""
    raise BadInput("wrong_file")


async def change(
    _query: CallbackQuery, callback_data: Change, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return views.change(texts, await drafts.load(uow, actor, callback_data.draft_id))


async def rewrite(
    _query: CallbackQuery,
    callback_data: RewriteText,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    """The old text stays until the first message of the new one."""
    draft = await drafts.load(uow, actor, callback_data.draft_id)
    await state.set_state(Compose.text)
    await state.set_data({"draft": draft.id, "parts": []})
    return views.ask_text(texts, draft)


async def asked(
    uow: UnitOfWork, actor: Actor, state: FSMContext, draft_id: int, question: State
) -> Draft:
    """The draft; what is typed next answers this question about it."""
    draft = await drafts.load(uow, actor, draft_id)
    await state.set_state(question)
    await state.update_data(draft=draft.id)
    return draft


async def ask_name(
    _query: CallbackQuery,
    callback_data: SignName,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    draft = await asked(uow, actor, state, callback_data.draft_id, Compose.name)
    return views.ask_name(texts, draft)


async def ask_place(
    _query: CallbackQuery,
    callback_data: SignPlace,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    draft = await asked(uow, actor, state, callback_data.draft_id, Compose.place)
    return views.ask_place(texts, draft)


async def sign(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    """The name or the place, whichever was asked for."""
    ident, words = (await state.get_data())["draft"], message.text or ""
    if await state.get_state() == Compose.name:
        draft = await drafts.sign(uow, actor, ident, name=words)
    else:
        draft = await drafts.sign(uow, actor, ident, place=words)
    await state.set_state(Compose.text)
    return views.preview(texts, draft)


async def remove_files(
    _query: CallbackQuery,
    callback_data: RemoveFiles,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    draft = await drafts.remove_files(uow, actor, callback_data.draft_id)
    return views.preview(texts, draft)
