"""The author goes on with a case: disputes the answer, writes once more, opens it again."""

from dataclasses import asdict

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from markupsafe import Markup

from domain.errors import BadInput, TransitionRefused
from domain.life_cycle import Action
from domain.roles import Actor
from handlers.appeals import case_views
from handlers.appeals import going_on_views as views
from handlers.appeals.callbacks import NotSolved, Reopen, SendWords, WriteAgain
from handlers.appeals.states import Dispute, GoingOn
from handlers.common.danger import with_numbers
from handlers.common.errors import explain, refusal_words
from handlers.common.files import stored_file
from handlers.common.parts import Parts, added, edited, words_of
from handlers.common.screen import Notice, Screen
from handlers.common.texts import Texts
from services.appeals import additions, again, reading
from services.appeals.files import FILE_LIMIT, StoredFile
from services.appeals.reading import Case
from services.appeals.wording import joined
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
) -> Screen | list[Screen]:
    appeal_id = (await state.get_data())["appeal"]
    await _possible(uow, actor, texts, appeal_id, Action.DISPUTE)
    await again.dispute(uow, actor, appeal_id, message.text or "")
    await state.clear()
    case = await reading.authored(uow, actor, appeal_id)
    return with_numbers(texts, words_of(message), views.sent(texts, case, Action.DISPUTE))


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
    await state.set_data({"appeal": appeal_id, "action": action, "parts": [], "files": []})
    return views.ask(texts, case, action)


async def write(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen | list[Screen]:
    """Each message is a part; the parts are joined in the order they came."""
    parts = added((await state.get_data())["parts"], message)
    screen = await _written(uow, actor, texts, state, parts)
    return with_numbers(texts, words_of(message), screen)


async def edit(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen | list[Screen]:
    parts = edited((await state.get_data())["parts"], message)
    screen = await _written(uow, actor, texts, state, parts)
    return with_numbers(texts, words_of(message), screen)


async def attach(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen | list[Screen] | None:
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
    album = message.media_group_id
    await state.update_data(album=album)
    if message.caption:
        screen = await _written(uow, actor, texts, state, added(data["parts"], message))
        return with_numbers(texts, words_of(message), screen)
    if album is not None and data.get("album") == album:
        return None
    return await _look(uow, actor, texts, state)


async def _written(
    uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext, parts: Parts
) -> Screen:
    """What does not fit is not taken; what came before it stays."""
    try:
        _words(Action((await state.get_data())["action"]), parts)
    except BadInput as error:
        note = explain(texts, error)[0].text
        raise Notice(await _look(uow, actor, texts, state, note)) from None
    await state.update_data(parts=parts)
    return await _look(uow, actor, texts, state)


def _words(action: Action, parts: Parts) -> str:
    letter = action is Action.WRITE_AGAIN
    limit = additions.LETTER_LIMIT if letter else additions.REASON_LIMIT
    return joined([text for _, text in parts], limit)


async def _look(
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
    note: Markup | None = None,
) -> Screen:
    data = await state.get_data()
    action = Action(data["action"])
    case = await _possible(uow, actor, texts, data["appeal"], action)
    if not data["parts"]:
        return views.ask(texts, case, action, note)
    return views.preview(
        texts, case, action, _words(action, data["parts"]), len(data["files"]), note
    )


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
    appeal_id, parts = callback_data.appeal_id, data.get("parts")
    if not parts or data.get("appeal") != appeal_id:
        return case_views.case(texts, await reading.authored(uow, actor, appeal_id))
    action = Action(data["action"])
    await _possible(uow, actor, texts, appeal_id, action)
    text = _words(action, parts)
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
