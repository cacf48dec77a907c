"""A workspace in a group: connecting it, and the buttons of its cards."""

from dataclasses import replace

from aiogram import F, Router
from aiogram.filters import (
    IS_MEMBER,
    IS_NOT_MEMBER,
    ChatMemberUpdatedFilter,
    Command,
    CommandObject,
)
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from domain.errors import NotFound
from domain.roles import Actor
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.workspace import group_views as views
from handlers.workspace.callbacks import GroupAct, GroupNames, GroupTap
from services import directory
from services.appeals import reading, workspace
from services.desk import assigning, groups
from services.desk.side import side_of
from services.unit_of_work import UnitOfWork


def _for_others(command: CommandObject, texts: Texts) -> bool:
    """Several bots may be in a group: /connect@another is not for this one."""
    return command.mention is not None and command.mention.lower() != texts.username.lower()


async def connect(
    message: Message, command: CommandObject, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen | None:
    if not actor.mandates or _for_others(command, texts):
        return None
    found = await groups.connect(uow, actor, message.chat.id)
    return views.connected(texts, found, await directory.deputy(uow, found.mandate_id))


async def disconnect(
    message: Message, command: CommandObject, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen | None:
    if _for_others(command, texts):
        return None
    try:
        found = await groups.disconnect(uow, actor, message.chat.id)
    except NotFound:
        return None
    return views.disconnected(texts, await directory.deputy(uow, found.mandate_id))


async def choose_names(
    query: CallbackQuery, callback_data: GroupNames, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    shown = callback_data.shown
    found = await groups.show_names(uow, actor, _chat_of(query), shown=shown)
    return views.connected(texts, found, await directory.deputy(uow, found.mandate_id))


async def tap(
    query: CallbackQuery, callback_data: GroupTap, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    """Whoever taps acts by their own rights; the card is shown anew in the group's language."""
    group = await groups.group(uow, actor, _chat_of(query))
    case = await reading.in_workspace(uow, actor, callback_data.appeal_id)
    if case.deputy.mandate_id != group.mandate_id:
        raise NotFound("appeal", case.id)
    if callback_data.act is GroupAct.TAKE:
        await assigning.assign(uow, actor, case.id, actor.user_id)
        done = texts.label("You work on it.")
    else:
        await workspace.acknowledge(uow, actor, case.id)
        done = texts.label("Taken into work. The voter is told.")
    case = await reading.in_workspace(uow, actor, case.id)
    side = await side_of(uow, actor, case.id)
    there = replace(texts, language=group.language)
    return views.card(there, case, side, group).with_toast(done)


def _chat_of(query: CallbackQuery) -> int:
    return query.message.chat.id if query.message is not None else 0


async def moved(message: Message, uow: UnitOfWork) -> None:
    """The group became a supergroup."""
    if message.migrate_to_chat_id is not None:
        await groups.follow(uow, message.chat.id, message.migrate_to_chat_id)


async def put_out(event: ChatMemberUpdated, uow: UnitOfWork) -> None:
    await groups.removed(uow, event.chat.id)


def group_router() -> Router:
    found = Router(name="workspace in a group")
    found.message.register(moved, F.migrate_to_chat_id)
    found.message.register(connect, Command("connect", ignore_mention=True))
    found.message.register(disconnect, Command("disconnect", ignore_mention=True))
    found.callback_query.register(tap, GroupTap.filter())
    found.callback_query.register(choose_names, GroupNames.filter())
    leaving = ChatMemberUpdatedFilter(IS_MEMBER >> IS_NOT_MEMBER)
    found.my_chat_member.register(put_out, leaving)
    return found
