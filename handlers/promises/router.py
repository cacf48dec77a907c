"""Promises, their statuses, and who proposes and confirms them."""

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, CommandStart, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.errors import BadInput
from domain.roles import Actor
from handlers.common.deep_links import PROMISE_LINK, id_link, linked_id
from handlers.common.fact_links import OpenChange, OpenPromise, OpenStatuses, OpenTying
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.common.typed import WORDS, only_words
from handlers.promises import callbacks as taps
from handlers.promises import change_views, proposing, reviewing, tying, views
from handlers.promises.states import Proposing
from services.promises import proposing as proposals
from services.promises import reading
from services.promises.thread import thread
from services.unit_of_work import UnitOfWork


async def open_promise(
    _query: CallbackQuery,
    callback_data: OpenPromise,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    await state.clear()
    return await _promise(uow, actor, texts, callback_data.promise_id, callback_data.page)


async def linked_promise(
    _message: Message, command: CommandObject, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    """`/start u_<id>`: a promise that somebody shared."""
    return await _promise(uow, actor, texts, linked_id(command.args))


async def _promise(
    uow: UnitOfWork, actor: Actor, texts: Texts, promise_id: int, page: int = 0
) -> Screen:
    found = await reading.promise(uow, actor, promise_id)
    return views.promise(texts, found, await thread(uow, promise_id, page))


async def history(
    _query: CallbackQuery,
    callback_data: taps.StatusHistory,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    found = await reading.history(uow, actor, callback_data.promise_id, callback_data.page)
    return views.history(texts, found)


async def how(
    _query: CallbackQuery,
    callback_data: taps.HowStatuses,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    found = await reading.promise(uow, actor, callback_data.promise_id)
    return views.how(texts, found.id)


async def open_change(
    _query: CallbackQuery,
    callback_data: OpenChange,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    await state.clear()
    return change_views.change(texts, await reading.change(uow, actor, callback_data.change_id))


async def show_proofs(
    _query: CallbackQuery,
    callback_data: taps.ShowProofs,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    return views.proofs(texts, await reading.change(uow, actor, callback_data.change_id))


async def why_day(
    _query: CallbackQuery, callback_data: taps.WhyDay, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return change_views.why_day(texts, await reading.change(uow, actor, callback_data.change_id))


async def withdraw(
    _query: CallbackQuery, callback_data: taps.Withdraw, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    await proposals.withdraw(uow, actor, callback_data.change_id)
    return change_views.change(texts, await reading.change(uow, actor, callback_data.change_id))


async def needs_proof(_message: Message) -> None:
    raise BadInput("proof_link")


def router() -> Router:
    found = Router(name="promises")
    link = F.args.regexp(id_link(PROMISE_LINK))
    found.message.register(linked_promise, CommandStart(deep_link=True, magic=link))
    found.callback_query.register(open_promise, OpenPromise.filter())
    found.callback_query.register(history, taps.StatusHistory.filter())
    found.callback_query.register(how, taps.HowStatuses.filter())
    found.callback_query.register(open_change, OpenChange.filter())
    found.callback_query.register(show_proofs, taps.ShowProofs.filter())
    found.callback_query.register(why_day, taps.WhyDay.filter())
    found.callback_query.register(withdraw, taps.Withdraw.filter())
    found.callback_query.register(reviewing.queue, OpenStatuses.filter())
    found.callback_query.register(reviewing.confirm, taps.Confirm.filter())
    found.callback_query.register(reviewing.ask_return, taps.AskReturn.filter())
    found.callback_query.register(reviewing.give_back, taps.GiveBack.filter())
    found.callback_query.register(tying.choose, OpenTying.filter())
    found.callback_query.register(tying.tie, taps.Tie.filter())
    _proposing(found)
    return found


def _proposing(found: Router) -> None:
    evidence = StateFilter(Proposing.evidence)
    found.callback_query.register(proposing.begin, taps.Propose.filter())
    found.callback_query.register(proposing.pick, taps.PickStatus.filter())
    found.callback_query.register(proposing.look, taps.LookOver.filter())
    found.callback_query.register(proposing.send, taps.SendChange.filter())
    found.message.register(proposing.cancel, Command("cancel"), StateFilter(Proposing))
    found.message.register(proposing.type_reason, StateFilter(Proposing.reason), WORDS)
    found.message.register(only_words, StateFilter(Proposing.reason), ~F.text)
    found.message.register(proposing.send_link, evidence, WORDS)
    found.message.register(proposing.send_file, evidence, F.photo | F.document)
    found.message.register(needs_proof, evidence, ~F.text)
