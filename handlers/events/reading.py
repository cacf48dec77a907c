"""Reading announcements: the list, one, "I will come", the calendar file, and afterwards."""

from aiogram import F, Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.calendar_file import calendar_file
from domain.errors import NotFound
from domain.roles import Actor
from handlers.common.deep_links import ANNOUNCEMENT_LINK, id_link, linked_id
from handlers.common.links import OpenAnnouncement, OpenAnnouncements
from handlers.common.navigation import home_row
from handlers.common.screen import File, Screen
from handlers.common.texts import Texts
from handlers.events import notice_views, views
from handlers.events.callbacks import Attend, CalendarFile, TookPlace
from handlers.events.opening import announcements
from services.events import attending, scope
from services.unit_of_work import UnitOfWork


async def show_list(
    _query: CallbackQuery, callback_data: OpenAnnouncements, uow: UnitOfWork, actor: Actor,
    texts: Texts,
) -> Screen:  # fmt: skip
    return await announcements(uow, actor, texts, callback_data.mandate_id, callback_data.page)


async def show_one(
    _query: CallbackQuery, callback_data: OpenAnnouncement, uow: UnitOfWork, actor: Actor,
    texts: Texts, state: FSMContext,
) -> Screen:  # fmt: skip
    await state.set_state(None)
    return views.card(texts, await scope.shown(uow, actor, callback_data.ident))


async def linked(
    _message: Message, command: CommandObject, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    """`/start e_<id>`."""
    return views.card(texts, await scope.shown(uow, actor, linked_id(command.args)))


async def attend(
    _query: CallbackQuery, callback_data: Attend, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    found = await attending.say(uow, actor, callback_data.ident, coming=callback_data.coming)
    return views.with_thanks(texts, found)


async def send_calendar_file(
    _query: CallbackQuery, callback_data: CalendarFile, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    event = views.calendar_event(texts, await scope.shown(uow, actor, callback_data.ident))
    if event is None:
        raise NotFound("announcement", callback_data.ident)
    content = calendar_file(event, uow.now)
    return Screen(
        texts("Open the file, and your calendar takes it over."),
        rows=(home_row(texts, OpenAnnouncement(ident=callback_data.ident)),),
        files=(File("document", content=content, name=f"{callback_data.ident}.ics"),),
        fresh=True,
    )


async def took_place(
    _query: CallbackQuery, callback_data: TookPlace, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    it_did = callback_data.it_did
    found = await attending.took_place(uow, actor, callback_data.ident, it_did=it_did)
    return notice_views.thanks(texts, found, it_did=it_did)


def router() -> Router:
    found = Router(name="reading announcements")
    link = F.args.regexp(id_link(ANNOUNCEMENT_LINK))
    found.message.register(linked, CommandStart(deep_link=True, magic=link))
    found.callback_query.register(show_list, OpenAnnouncements.filter())
    found.callback_query.register(show_one, OpenAnnouncement.filter())
    found.callback_query.register(attend, Attend.filter())
    found.callback_query.register(send_calendar_file, CalendarFile.filter())
    found.callback_query.register(took_place, TookPlace.filter())
    return found
