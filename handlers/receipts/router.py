"""/verify, its link, and what is typed."""

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, CommandStart, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.errors import BadInput, NotFound
from domain.roles import Actor
from handlers.common.deep_links import RECEIPT_LINK
from handlers.common.links import OpenReceipt, VerifyReceipt
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.common.typed import WORDS
from handlers.receipts import views
from handlers.receipts.states import Verifying
from services.appeals import receipts
from services.appeals.receipts import Tries
from services.unit_of_work import UnitOfWork

LINK = rf"^{RECEIPT_LINK}_[A-Z0-9-]{{5,32}}_[a-z-]{{5,24}}$"


async def show_receipt(
    _query: CallbackQuery, callback_data: OpenReceipt, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return views.receipt(texts, await receipts.shown(uow, actor, callback_data.appeal_id))


async def verify_command(
    _message: Message,
    command: CommandObject,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
    receipt_tries: Tries,
) -> Screen:
    """With number and words it answers at once."""
    if not command.args:
        return await _begin(texts, state)
    return await _typed(command.args, uow, actor, texts, state, receipt_tries)


async def begin(_query: CallbackQuery, texts: Texts, state: FSMContext) -> Screen:
    return await _begin(texts, state)


async def _begin(texts: Texts, state: FSMContext) -> Screen:
    await state.set_state(Verifying.number)
    return views.ask_number(texts)


async def type_number(
    message: Message,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
    receipt_tries: Tries,
) -> Screen:
    return await _typed(message.text or "", uow, actor, texts, state, receipt_tries)


async def _typed(
    text: str, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext, tries: Tries
) -> Screen:
    found = receipts.read(text)
    if found is None:
        raise BadInput("not_a_receipt")
    number, words = found
    if words:
        return await _verify(uow, actor, texts, state, tries, found)
    await state.set_state(Verifying.words)
    await state.update_data(number=number)
    return views.ask_words(texts, number)


async def type_words(
    message: Message,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
    receipt_tries: Tries,
) -> Screen:
    """Number and words typed together count too."""
    text = message.text or ""
    both = receipts.read(text)
    number = str((await state.get_data()).get("number", ""))
    found = both if both and both[1] else (number, text)
    return await _verify(uow, actor, texts, state, receipt_tries, found)


async def linked(
    _message: Message,
    command: CommandObject,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
    receipt_tries: Tries,
) -> Screen:
    """`/start v_<number>_<words>`."""
    _kind, number, words = (command.args or "").split("_")
    return await _verify(uow, actor, texts, state, receipt_tries, (number, words))


async def _verify(
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
    tries: Tries,
    found: tuple[str, str],
) -> Screen:
    try:
        shown = await receipts.verify(uow, actor, tries, *found)
    except NotFound:
        return views.not_genuine(texts)
    await state.set_state(None)
    return views.verified(texts, shown)


async def is_receipt(message: Message) -> bool:
    """A registration number at the beginning: a search would find nothing by it."""
    return receipts.read(message.text or "") is not None


def router() -> Router:
    found = Router(name="receipts")
    link = CommandStart(deep_link=True, magic=F.args.regexp(LINK))
    found.message.register(linked, link)
    found.message.register(verify_command, Command("verify"))
    found.callback_query.register(show_receipt, OpenReceipt.filter())
    found.callback_query.register(begin, VerifyReceipt.filter())
    found.message.register(type_number, Verifying.number, WORDS)
    found.message.register(type_words, Verifying.words, WORDS)
    found.message.register(type_number, WORDS, StateFilter(None), is_receipt)
    return found
