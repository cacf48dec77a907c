"""Keeping answer templates, and taking one for an answer."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.roles import Actor
from handlers.common import answer_views
from handlers.common.answering import EARLIER, sit_down
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.common.typed import WORDS
from handlers.workspace import template_views as views
from handlers.workspace.callbacks import (
    ChangeTemplate,
    DropTemplate,
    NewTemplate,
    OpenTemplate,
    OpenTemplates,
    PickTemplate,
    TurnTemplate,
    UseTemplate,
)
from handlers.workspace.desk import DESK
from handlers.workspace.inbox import only_mandate, tools
from handlers.workspace.states import Working
from services.appeals import answers, reading
from services.desk import templates
from services.unit_of_work import UnitOfWork


async def command(_message: Message, uow: UnitOfWork, actor: Actor, texts: Texts) -> Screen:
    """/templates: of the one deputy, or asks whose."""
    mandate_id = only_mandate(actor)
    if mandate_id is None:
        return await tools(uow, actor, texts)
    return views.listed(texts, await templates.listed(uow, actor, mandate_id))


async def show_list(
    _query: CallbackQuery, callback_data: OpenTemplates, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    mandate_id, page = callback_data.mandate_id, callback_data.page
    return views.listed(texts, await templates.listed(uow, actor, mandate_id, page))


async def show_one(
    _query: CallbackQuery, callback_data: OpenTemplate, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return views.one(texts, await templates.template(uow, actor, callback_data.template_id))


async def ask_new(
    _query: CallbackQuery,
    callback_data: NewTemplate,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    mandate_id = callback_data.mandate_id
    await templates.listed(uow, actor, mandate_id)  # theirs, or missing
    await state.set_state(Working.template)
    await state.set_data({"mandate": mandate_id})
    return views.ask(texts, mandate_id, None)


async def ask_change(
    _query: CallbackQuery,
    callback_data: ChangeTemplate,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    found = await templates.template(uow, actor, callback_data.template_id)
    await state.set_state(Working.template)
    await state.set_data({"mandate": found.mandate_id, "template": found.id})
    return views.ask(texts, found.mandate_id, found)


async def typed(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    data, text = await state.get_data(), message.text or ""
    if "template" in data:
        found = await templates.change(uow, actor, data["template"], text)
    else:
        found = await templates.add(uow, actor, data["mandate"], text)
    await state.clear()
    return views.one(texts, found)


async def turn(
    _query: CallbackQuery, callback_data: TurnTemplate, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    ident, interim = callback_data.template_id, callback_data.interim
    return views.one(texts, await templates.turn(uow, actor, ident, interim=interim))


async def drop(
    _query: CallbackQuery, callback_data: DropTemplate, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    """Asks first."""
    ident = callback_data.template_id
    if not callback_data.sure:
        return views.ask_delete(texts, await templates.template(uow, actor, ident))
    mandate_id = await templates.remove(uow, actor, ident)
    screen = views.listed(texts, await templates.listed(uow, actor, mandate_id))
    return screen.with_toast(texts.label("Deleted."))


async def pick(
    _query: CallbackQuery, callback_data: PickTemplate, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    case = await reading.in_workspace(uow, actor, callback_data.appeal_id)
    page = callback_data.page
    found = await templates.listed(uow, actor, case.deputy.mandate_id, page)
    return views.pick(texts, case, found)


async def use(
    _query: CallbackQuery,
    callback_data: UseTemplate,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    """Adds it to what is written so far."""
    appeal_id = callback_data.appeal_id
    case = await reading.in_workspace(uow, actor, appeal_id)
    found = await templates.template(uow, actor, callback_data.template_id)
    await sit_down(DESK, state, await answers.begin(uow, actor, appeal_id))
    parts = [*(await state.get_data())["parts"], [EARLIER, found.text]]
    draft = await answers.write(uow, actor, appeal_id, [text for _, text in parts])
    await state.update_data(parts=parts)
    return answer_views.writing(texts, DESK, case, draft, views.added(texts, found))


def router() -> Router:
    found = Router(name="templates")
    found.message.register(command, Command("templates"))
    found.callback_query.register(show_list, OpenTemplates.filter())
    found.callback_query.register(show_one, OpenTemplate.filter())
    found.callback_query.register(ask_new, NewTemplate.filter())
    found.callback_query.register(ask_change, ChangeTemplate.filter())
    found.callback_query.register(turn, TurnTemplate.filter())
    found.callback_query.register(drop, DropTemplate.filter())
    found.callback_query.register(pick, PickTemplate.filter())
    found.callback_query.register(use, UseTemplate.filter())
    found.message.register(typed, Working.template, WORDS)
    return found
