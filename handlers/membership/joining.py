"""Opening an invitation link, accepting it, or not now."""

import re

from aiogram import F, Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.errors import NotFound
from domain.roles import Actor
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.membership import joining_views as views
from handlers.membership.callbacks import AcceptInvite, DeclineInvite
from services import invites
from services.unit_of_work import UnitOfWork

# Links of other features are "<letter>_<id>": a token has no "_" in second place.
TOKEN = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9-][A-Za-z0-9_-]{20}")
OPENED = "invite"
TICKET = 8


async def open_link(
    _message: Message,
    command: CommandObject,
    state: FSMContext,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    """Shows what the link offers. Accepting needs what is kept here, which no button carries."""
    try:
        opened = await invites.open_link(uow, actor, command.args or "")
    except NotFound:
        return views.gone(texts)
    if opened.already_held:
        return views.already(texts, opened.scope)
    await state.update_data({OPENED: opened.digest})
    return views.invitation(texts, opened, opened.digest[:TICKET])


async def accept(
    _query: CallbackQuery,
    callback_data: AcceptInvite,
    state: FSMContext,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    digest = str((await state.get_data()).get(OPENED) or "")
    if digest[:TICKET] != callback_data.ticket:
        return views.open_again(texts)
    await state.update_data({OPENED: None})
    try:
        return views.welcome(texts, await invites.accept(uow, actor, digest))
    except NotFound:
        return views.gone(texts)


async def decline(_query: CallbackQuery, state: FSMContext, texts: Texts) -> Screen:
    await state.update_data({OPENED: None})
    return views.declined(texts)


def router() -> Router:
    found = Router(name="joining")
    link = CommandStart(deep_link=True, magic=F.args.regexp(TOKEN, mode="fullmatch"))
    found.message.register(open_link, link)
    found.callback_query.register(accept, AcceptInvite.filter())
    found.callback_query.register(decline, DeclineInvite.filter())
    return found
