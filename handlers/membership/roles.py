"""People with roles: listed, one by one, and taken back; a deputy's assistants."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message

from domain.errors import NotAllowed
from domain.roles import Actor, Role
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.membership import admin_views, inviting_views
from handlers.membership.callbacks import Assistants, OpenRole, People, WithdrawRole
from services import grants
from services.directory import deputy
from services.granting import withdraw
from services.grants import Holder
from services.unit_of_work import UnitOfWork


async def show_people(
    _query: CallbackQuery, callback_data: People, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    found, total = await grants.holders(uow, actor, callback_data.page)
    return admin_views.people(texts, found, callback_data.page, total)


async def show_role(
    _query: CallbackQuery, callback_data: OpenRole, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    one = await grants.holder(uow, actor, callback_data.grant_id)
    if one.until is not None:
        return admin_views.withdrawn(texts, one, _back(actor, one))
    return admin_views.role(texts, one, _back(actor, one))


async def withdraw_role(
    _query: CallbackQuery,
    callback_data: WithdrawRole,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    one = await withdraw(uow, actor, callback_data.grant_id)
    return admin_views.withdrawn(texts, one, _back(actor, one))


async def show_assistants(
    _query: CallbackQuery,
    callback_data: Assistants,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    return await _assistants(uow, actor, texts, callback_data.mandate_id, callback_data.page)


async def type_assistants(_message: Message, uow: UnitOfWork, actor: Actor, texts: Texts) -> Screen:
    """/assistants: of the newest mandate; few people have two."""
    mandates = grants.deputy_mandates(actor)
    if not mandates:
        raise NotAllowed("assistants")
    return await _assistants(uow, actor, texts, mandates[-1], 0)


async def _assistants(
    uow: UnitOfWork, actor: Actor, texts: Texts, mandate_id: int, page: int
) -> Screen:
    found, total = await grants.assistants(uow, actor, mandate_id, page)
    return inviting_views.assistants(texts, await deputy(uow, mandate_id), found, page, total)


def _back(actor: Actor, one: Holder) -> CallbackData | None:
    if actor.has(Role.COORDINATOR):
        return People()
    if one.scope.deputy and actor.role_for(one.scope.deputy.mandate_id) is Role.DEPUTY:
        return Assistants(mandate_id=one.scope.deputy.mandate_id)
    return None


def router() -> Router:
    found = Router(name="roles")
    found.message.register(type_assistants, Command("assistants"))
    found.callback_query.register(show_people, People.filter())
    found.callback_query.register(show_role, OpenRole.filter())
    found.callback_query.register(withdraw_role, WithdrawRole.filter())
    found.callback_query.register(show_assistants, Assistants.filter())
    return found
