"""The author goes on with a case: disputes the answer, writes once more, opens it again."""

from dataclasses import asdict

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.errors import BadInput, TransitionRefused
from domain.life_cycle import Action
from domain.roles import Actor
from handlers.appeals import case_views
from handlers.appeals import going_on_views as views
from handlers.appeals.callbacks import NotSolved, Reopen, SendWords, WriteAgain
from handlers.appeals.states import Dispute, GoingOn
from handlers.common.errors import refusal_words
from handlers.common.files import stored_file
from handlers.common.screen import Notice, Screen
from handlers.common.texts import Texts
from services.appeals import additions, again, reading
from services.appeals.drafts import FILE_LIMIT, StoredFile
from services.appeals.reading import Case
from services.appeals.wording import sound
from services.unit_of_work import UnitOfWork


async def not_solved(
    _query: CallbackQuery,
    callback_data: NotSolved,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    case = await _possible(uow, actor, texts, callback_data.appeal_id, Action.DISPUTE)
    await state.set_state(Dispute.reason)
    await state.set_data({"appeal": case.id})
    return views.ask(texts, case, Action.DISPUTE).as_fresh()


async def dispute(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    appeal_id = (await state.get_data())["appeal"]
    await _possible(uow, actor, texts, appeal_id, Action.DISPUTE)
    await again.dispute(uow, actor, appeal_id, message.text or "")
    await state.clear()
    case = await reading.authored(uow, actor, appeal_id)
    return views.sent(texts, case, Action.DISPUTE)


async def ask_second_letter(
    _query: CallbackQuery,
    callback_data: WriteAgain,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    return await _ask(uow, actor, texts, state, callback_data.appeal_id, Action.WRITE_AGAIN)


async def ask_why_again(
    _query: CallbackQuery,
    callback_data: Reopen,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    return await _ask(uow, actor, texts, state, callback_data.appeal_id, Action.REOPEN)


async def _ask(
    uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext, appeal_id: int, action: Action
) -> Screen:
    case = await _possible(uow, actor, texts, appeal_id, action)
    await state.set_state(GoingOn.words)
    await state.set_data({"appeal": appeal_id, "action": action, "words": "", "files": []})
    return views.ask(texts, case, action)


async def write(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    action = Action((await state.get_data())["action"])
    await state.update_data(words=_words(action, message.text or ""))
    return await _look(uow, actor, texts, state)


async def attach(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen | None:
    """Files go with a second letter; a reason is in words alone. An album is answered once."""
    data = await state.get_data()
    file = stored_file(message)
    if file is None or data["action"] != Action.WRITE_AGAIN:
        raise BadInput("only_words")
    known = {one["file_unique_id"] for one in data["files"]}
    if file.file_unique_id not in known:
        if len(known) >= FILE_LIMIT:
            raise BadInput("too_many_files", limit=FILE_LIMIT)
        await state.update_data(files=[*data["files"], asdict(file)])
    if message.caption:
        await state.update_data(words=_words(Action.WRITE_AGAIN, message.caption))
    album = message.media_group_id
    await state.update_data(album=album)
    if album is not None and data.get("album") == album:
        return None
    return await _look(uow, actor, texts, state)


def _words(action: Action, text: str) -> str:
    letter = action is Action.WRITE_AGAIN
    return sound(text, additions.LETTER_LIMIT if letter else additions.REASON_LIMIT)


async def _look(uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext) -> Screen:
    data = await state.get_data()
    action = Action(data["action"])
    case = await _possible(uow, actor, texts, data["appeal"], action)
    if not data["words"]:
        return views.ask(texts, case, action)
    return views.preview(texts, case, data["words"], len(data["files"]))


async def send(
    _query: CallbackQuery,
    callback_data: SendWords,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    """Pressing twice sends once: what was typed is gone with the first."""
    data = await state.get_data()
    appeal_id, text = callback_data.appeal_id, data.get("words")
    if not text or data.get("appeal") != appeal_id:
        return case_views.case(texts, await reading.authored(uow, actor, appeal_id))
    action = Action(data["action"])
    await _possible(uow, actor, texts, appeal_id, action)
    if action is Action.WRITE_AGAIN:
        files = [StoredFile(**one) for one in data["files"]]
        await again.write_again(uow, actor, appeal_id, text, files)
    else:
        await again.reopen(uow, actor, appeal_id, text)
    await state.clear()
    return views.sent(texts, await reading.authored(uow, actor, appeal_id), action)


async def _possible(
    uow: UnitOfWork, actor: Actor, texts: Texts, appeal_id: int, action: Action
) -> Case:
    """The case, or its card with the reason why not and what is possible instead."""
    case = await reading.authored(uow, actor, appeal_id)
    try:
        await again.may(uow, actor, appeal_id, action)
    except TransitionRefused as error:
        raise Notice(case_views.case(texts, case, refusal_words(texts, error))) from None
    return case


async def needs_words(_message: Message) -> None:
    raise BadInput("only_words")
