"""/mine and what follows from it."""

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.roles import Actor
from handlers.common.fact_links import OpenAbout, OpenDisputes, Respond
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.common.typed import WORDS, only_words
from handlers.recorded import callbacks as taps
from handlers.recorded import responding, settling, views
from handlers.recorded.states import Responding, Settling
from services.directory import deputy
from services.promises import facts
from services.unit_of_work import UnitOfWork


async def mine_command(_message: Message, uow: UnitOfWork, actor: Actor, texts: Texts) -> Screen:
    return await _about(uow, actor, texts, 0)


async def open_about(
    _query: CallbackQuery,
    callback_data: OpenAbout,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    await state.clear()
    return await _about(uow, actor, texts, callback_data.mandate_id)


async def _about(uow: UnitOfWork, actor: Actor, texts: Texts, mandate_id: int) -> Screen:
    """Of the chosen deputy, of the only one, or the question whose."""
    if not actor.mandates:
        return views.nobody(texts)
    if not mandate_id and len(actor.mandates) > 1:
        return views.choose(texts, [await deputy(uow, one) for one in sorted(actor.mandates)])
    chosen = mandate_id or next(iter(actor.mandates))
    return views.overview(texts, await facts.overview(uow, actor, chosen))


async def list_facts(
    _query: CallbackQuery,
    callback_data: taps.ListFacts,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    tap = callback_data
    found = await facts.listed(uow, actor, tap.mandate_id, tap.subject, tap.page)
    return views.listed(texts, found)


async def open_fact(
    _query: CallbackQuery,
    callback_data: taps.OpenFact,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    await state.clear()
    tap = callback_data
    one = await facts.of_side(uow, actor, tap.mandate_id, tap.subject, tap.ident)
    return views.fact(texts, tap.mandate_id, one)


async def fact_files(
    _query: CallbackQuery,
    callback_data: taps.FactFiles,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    tap = callback_data
    one = await facts.of_side(uow, actor, tap.mandate_id, tap.subject, tap.ident)
    return views.files(texts, tap.mandate_id, one)


def router() -> Router:
    found = Router(name="recorded")
    found.message.register(mine_command, Command("mine"))
    found.callback_query.register(open_about, OpenAbout.filter())
    found.callback_query.register(list_facts, taps.ListFacts.filter())
    found.callback_query.register(open_fact, taps.OpenFact.filter())
    found.callback_query.register(fact_files, taps.FactFiles.filter())
    _responding(found)
    _settling(found)
    return found


def _responding(found: Router) -> None:
    found.callback_query.register(responding.begin, Respond.filter())
    found.callback_query.register(responding.send, taps.SendResponse.filter())
    found.message.register(responding.cancel, Command("cancel"), StateFilter(Responding))
    found.message.register(responding.type_text, StateFilter(Responding), WORDS)
    found.message.register(responding.attach, StateFilter(Responding.look), ~F.text)
    found.message.register(only_words, StateFilter(Responding.text), ~F.text)


def _settling(found: Router) -> None:
    found.callback_query.register(settling.queue, OpenDisputes.filter())
    found.callback_query.register(settling.open_dispute, taps.OpenDispute.filter())
    found.callback_query.register(settling.files, taps.DisputeFiles.filter())
    found.callback_query.register(settling.ask_uphold, taps.AskUphold.filter())
    found.callback_query.register(settling.uphold, taps.Uphold.filter())
    found.callback_query.register(settling.ask_reject, taps.AskReject.filter())
    found.message.register(settling.cancel, Command("cancel"), StateFilter(Settling))
    found.message.register(settling.type_reason, StateFilter(Settling.reason), WORDS)
    found.message.register(only_words, StateFilter(Settling.reason), ~F.text)
