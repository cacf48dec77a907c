"""/admin: what a coordinator looks after."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.roles import Actor
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.membership import admin_views as views
from handlers.membership import broadcasts, term_views
from handlers.membership.callbacks import (
    Admin,
    Invitations,
    OpenInvitation,
    OpenTerm,
    TakeAppeals,
    Terms,
    WithdrawInvitation,
)
from services import convocations, elections, grants, inbox, open_invites, outbox
from services.broadcasts import known as broadcasts_known
from services.gaps import data_gaps
from services.unit_of_work import UnitOfWork


async def type_admin(_message: Message, uow: UnitOfWork, actor: Actor, texts: Texts) -> Screen:
    return await _desk(uow, actor, texts)


async def show_admin(
    _query: CallbackQuery, state: FSMContext, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    await state.set_state(None)
    return await _desk(uow, actor, texts)


async def _desk(uow: UnitOfWork, actor: Actor, texts: Texts) -> Screen:
    grants.require_coordinator(actor)
    dead = None
    if actor.coordinated_assemblies is None:
        dead = len(await inbox.dead(uow)) + len(await outbox.lost(uow))
    gaps = await data_gaps(uow, actor, limit=1)
    _, people = await grants.holders(uow, actor, 0)
    _, invitations = await open_invites.open_invitations(uow, actor, 0)
    periods = elections.known_periods(uow, actor)
    told_to_many = await broadcasts_known(uow, actor)
    return views.desk(
        texts, views.Desk(people, invitations, gaps.total, dead, periods, told_to_many)
    )


async def show_invitations(
    _query: CallbackQuery, callback_data: Invitations, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return await _invitations(uow, actor, texts, callback_data.page)


async def show_invitation(
    _query: CallbackQuery,
    callback_data: OpenInvitation,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    found = await open_invites.invitation(uow, actor, callback_data.invite_id)
    return views.invitation(texts, found)


async def withdraw_invitation(
    _query: CallbackQuery,
    callback_data: WithdrawInvitation,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    await open_invites.withdraw(uow, actor, callback_data.invite_id)
    screen = await _invitations(uow, actor, texts, 0)
    return screen.with_toast(texts.label("The link works no more."))


async def _invitations(uow: UnitOfWork, actor: Actor, texts: Texts, page: int) -> Screen:
    grants.require_coordinator(actor)
    found, total = await open_invites.open_invitations(uow, actor, page)
    return views.invitations(texts, found, page, total)


async def show_terms(_query: CallbackQuery, uow: UnitOfWork, actor: Actor, texts: Texts) -> Screen:
    return term_views.terms(texts, await convocations.with_deputies(uow, actor))


async def show_term(
    _query: CallbackQuery, callback_data: OpenTerm, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return term_views.term(texts, await convocations.one(uow, actor, callback_data.convocation_id))


async def take_appeals(
    _query: CallbackQuery, callback_data: TakeAppeals, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    found = await convocations.take_appeals(
        uow, actor, callback_data.convocation_id, takes=callback_data.takes
    )
    return term_views.term(texts, found).with_toast(texts.label("Done."))


def router() -> Router:
    found = Router(name="admin")
    found.message.register(type_admin, Command("admin"))
    found.callback_query.register(show_admin, Admin.filter())
    found.callback_query.register(show_invitations, Invitations.filter())
    found.callback_query.register(show_invitation, OpenInvitation.filter())
    found.callback_query.register(withdraw_invitation, WithdrawInvitation.filter())
    found.callback_query.register(show_terms, Terms.filter())
    found.callback_query.register(show_term, OpenTerm.filter())
    found.callback_query.register(take_appeals, TakeAppeals.filter())
    broadcasts.register(found)
    return found
