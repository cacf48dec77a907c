"""Which act of the deputy's side leads where."""

from aiogram import F, Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message

from domain.errors import TransitionRefused
from domain.roles import Actor
from handlers.common.answering import AnsweringSteps
from handlers.common.deep_links import CASE_LINK, id_link, linked_id
from handlers.common.links import OpenCase
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.workspace import assigning, brief, inbox, interim, notes, templates, views
from handlers.workspace.callbacks import ShowFiles, TakeIntoWork, WhyDates
from handlers.workspace.case_screen import case_screen
from handlers.workspace.desk import DESK
from services.appeals import reading, workspace
from services.unit_of_work import UnitOfWork


async def open_case(
    _query: CallbackQuery, callback_data: OpenCase, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return await case_screen(uow, actor, texts, callback_data.appeal_id)


async def linked_case(
    _message: Message, command: CommandObject, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    """`/start c_<id>`: a link in a message that lists several cases."""
    return await case_screen(uow, actor, texts, linked_id(command.args))


async def take_into_work(
    _query: CallbackQuery, callback_data: TakeIntoWork, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    try:
        await workspace.acknowledge(uow, actor, callback_data.appeal_id)
    except TransitionRefused:
        return await case_screen(uow, actor, texts, callback_data.appeal_id, changed=True)
    screen = await case_screen(uow, actor, texts, callback_data.appeal_id)
    return screen.with_toast(texts.label("Taken into work. The voter is told."))


async def show_files(
    _query: CallbackQuery, callback_data: ShowFiles, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return views.files(texts, await reading.in_workspace(uow, actor, callback_data.appeal_id))


async def why_dates(
    _query: CallbackQuery, callback_data: WhyDates, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    case = await reading.in_workspace(uow, actor, callback_data.appeal_id)
    return views.explanation(texts, case)


def router() -> Router:
    found = Router(name="workspace")
    link = F.args.regexp(id_link(CASE_LINK))
    found.message.register(linked_case, CommandStart(deep_link=True, magic=link))
    found.callback_query.register(open_case, OpenCase.filter())
    found.callback_query.register(take_into_work, TakeIntoWork.filter())
    found.callback_query.register(show_files, ShowFiles.filter())
    found.callback_query.register(why_dates, WhyDates.filter())
    parts = (inbox, assigning, notes, templates, interim, brief)
    found.include_routers(AnsweringSteps(DESK).router(), *(part.router() for part in parts))
    return found
