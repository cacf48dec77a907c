"""The author replies to a question: messages and files, one after another, then "send"."""

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.errors import BadInput
from domain.roles import Actor
from handlers.casework import reply_views as views
from handlers.casework.callbacks import ReplyAnew, SendReply
from handlers.casework.states import Replying
from handlers.common.danger import with_numbers
from handlers.common.errors import explain
from handlers.common.files import stored_file
from handlers.common.links import ReplyToQuestion
from handlers.common.parts import Parts, added, edited, words_of
from handlers.common.screen import Notice, Screen
from handlers.common.texts import Texts
from services.appeals import reading, replying
from services.appeals.replying import Reply
from services.unit_of_work import UnitOfWork

EARLIER = 0  # stands for the message of what was written in an earlier conversation


async def begin(
    _query: CallbackQuery,
    callback_data: ReplyToQuestion,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    """Begins, or goes on where it was left."""
    found = await replying.current(uow, actor, callback_data.appeal_id)
    await _sit_down(state, found)
    return views.writing(texts, found)


async def _sit_down(state: FSMContext, found: Reply) -> None:
    parts = [[EARLIER, found.text]] if found.text else []
    await state.set_state(Replying.writing)
    await state.set_data({"appeal": found.appeal_id, "parts": parts})


async def add_text(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen | list[Screen]:
    parts = added((await state.get_data())["parts"], message)
    screen = await _written(uow, actor, texts, state, parts)
    return with_numbers(texts, words_of(message), screen)


async def edit(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen | list[Screen]:
    parts = edited((await state.get_data())["parts"], message)
    screen = await _written(uow, actor, texts, state, parts)
    return with_numbers(texts, words_of(message), screen)


async def _written(
    uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext, parts: Parts
) -> Screen:
    appeal_id = (await state.get_data())["appeal"]
    before = await replying.current(uow, actor, appeal_id)
    try:
        found = await replying.write(uow, actor, appeal_id, [text for _, text in parts])
    except BadInput as error:
        raise Notice(views.writing(texts, before, explain(texts, error)[0].text)) from None
    await state.update_data(parts=parts)
    return views.writing(texts, found)


async def add_file(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen | list[Screen] | None:
    """A photo or document; its caption is text of the reply. An album is answered once."""
    data = await state.get_data()
    file = stored_file(message)
    if file is None:
        raise BadInput("wrong_file")
    found = await replying.attach(uow, actor, data["appeal"], file)
    album = message.media_group_id
    await state.update_data(album=album)
    if message.caption:
        screen = await _written(uow, actor, texts, state, added(data["parts"], message))
        return with_numbers(texts, words_of(message), screen)
    if album is not None and data.get("album") == album:
        return None
    return views.writing(texts, found)


async def not_usable(
    _message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> None:
    """Voice, stickers and the like."""
    found = await replying.current(uow, actor, (await state.get_data())["appeal"])
    note = explain(texts, BadInput("wrong_file"))[0].text
    raise Notice(views.writing(texts, found, note))


async def start_over(
    _query: CallbackQuery,
    callback_data: ReplyAnew,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    found = await replying.start_over(uow, actor, callback_data.appeal_id)
    await _sit_down(state, found)
    return views.writing(texts, found)


async def send(
    _query: CallbackQuery,
    callback_data: SendReply,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    found = await replying.current(uow, actor, callback_data.appeal_id)
    if not found.begun:
        await _sit_down(state, found)
        return views.writing(texts, found)
    await replying.send(uow, actor, found.appeal_id)
    await state.clear()
    return views.sent(texts, await reading.authored(uow, actor, found.appeal_id))


async def cancel(
    _message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    """What is written stays: it belongs to the question."""
    found = await replying.current(uow, actor, (await state.get_data())["appeal"])
    await state.clear()
    return views.kept(texts, found)
