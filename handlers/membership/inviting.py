"""Invitations made in the chat: by coordinators to any role, by deputies to their assistants."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.roles import DEPUTY_SIDE, Actor, Role
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.common.typed import WORDS
from handlers.membership import inviting_views as views
from handlers.membership.callbacks import (
    Assistants,
    ChooseRole,
    InviteAssistant,
    InviteForAssembly,
    InviteForDeputy,
    InviteTo,
)
from handlers.membership.states import Inviting
from services import grants, invite_targets, invites
from services.unit_of_work import UnitOfWork

ROLE = "invite_role"


async def choose_role(
    _query: CallbackQuery, state: FSMContext, actor: Actor, texts: Texts
) -> Screen:
    grants.require_coordinator(actor)
    await state.set_state(None)
    return views.roles(texts)


async def ask_target(
    _query: CallbackQuery,
    callback_data: InviteTo,
    state: FSMContext,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    grants.require_coordinator(actor)
    await state.update_data({ROLE: callback_data.role})
    if callback_data.role in DEPUTY_SIDE:
        await state.set_state(Inviting.deputy)
        return views.ask_deputy(texts)
    await state.set_state(Inviting.assembly)
    return await _assemblies(uow, actor, texts, callback_data.role, "")


async def type_deputy(
    message: Message, state: FSMContext, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    role = Role((await state.get_data())[ROLE])
    found = await invite_targets.find_deputies(uow, actor, message.text or "")
    return views.deputies(texts, role, found)


async def type_assembly(
    message: Message, state: FSMContext, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    role = Role((await state.get_data())[ROLE])
    return await _assemblies(uow, actor, texts, role, message.text or "")


async def for_deputy(
    _query: CallbackQuery,
    callback_data: InviteForDeputy,
    state: FSMContext,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    await state.set_state(None)
    mandate_id = callback_data.mandate_id
    made = await invites.create(uow, actor, callback_data.role, mandate_id=mandate_id)
    return views.link(texts, made, ChooseRole())


async def for_assembly(
    _query: CallbackQuery,
    callback_data: InviteForAssembly,
    state: FSMContext,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    await state.set_state(None)
    assembly_id = callback_data.assembly_id or None
    made = await invites.create(uow, actor, callback_data.role, assembly_id=assembly_id)
    return views.link(texts, made, ChooseRole())


async def for_assistant(
    _query: CallbackQuery,
    callback_data: InviteAssistant,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    mandate_id = callback_data.mandate_id
    made = await invites.create(uow, actor, Role.ASSISTANT, mandate_id=mandate_id)
    return views.link(texts, made, Assistants(mandate_id=mandate_id))


async def _assemblies(uow: UnitOfWork, actor: Actor, texts: Texts, role: Role, text: str) -> Screen:
    found = await invite_targets.find_assemblies(uow, actor, text)
    every = actor.coordinated_assemblies is None and not text
    return views.assemblies(texts, role, found, every=every)


def router() -> Router:
    found = Router(name="inviting")
    found.callback_query.register(choose_role, ChooseRole.filter())
    found.callback_query.register(ask_target, InviteTo.filter())
    found.callback_query.register(for_deputy, InviteForDeputy.filter())
    found.callback_query.register(for_assembly, InviteForAssembly.filter())
    found.callback_query.register(for_assistant, InviteAssistant.filter())
    found.message.register(type_deputy, Inviting.deputy, WORDS)
    found.message.register(type_assembly, Inviting.assembly, WORDS)
    return found
