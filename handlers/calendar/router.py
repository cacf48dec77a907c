"""/calendar for everybody; changing days for coordinators."""

from datetime import date

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.errors import BadInput
from domain.names import Names
from domain.roles import Actor
from handlers.calendar import views
from handlers.calendar.callbacks import AddDay, NoSource, OpenDay, RestoreDay, ShowTerms, day_of
from handlers.calendar.states import Changing
from handlers.common.links import OpenCalendar
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.common.typed import WORDS, only_words
from handlers.common.typed_day import typed_day
from services import working_days
from services.unit_of_work import UnitOfWork

LANGUAGES = 3


async def calendar_command(
    _message: Message, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return views.calendar(texts, await working_days.days(uow, actor))


async def open_calendar(
    _query: CallbackQuery, callback_data: OpenCalendar, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return views.calendar(texts, await working_days.days(uow, actor, callback_data.page))


async def show_terms(_query: CallbackQuery, texts: Texts) -> Screen:
    return views.terms(texts)


async def add_day(
    _query: CallbackQuery,
    callback_data: AddDay,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    working_days.require_editor(actor)
    await state.set_state(Changing.day)
    await state.set_data({"working": callback_data.working})
    return views.ask_day(texts, uow.rules.today(uow.now), working=callback_data.working)


async def type_day(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    working = bool((await state.get_data())["working"])
    day = typed_day(message.text or "", uow.rules.today(uow.now), ahead=True)
    working_days.check_day(uow, actor, day, working=working)
    await state.set_state(Changing.reason)
    await state.update_data(day=day.isoformat())
    return views.ask_reason(texts, day, working=working)


async def type_reason(message: Message, actor: Actor, texts: Texts, state: FSMContext) -> Screen:
    reason = _reason(message.text or "", actor)
    await state.set_state(Changing.source)
    data = await state.update_data(reason=reason)
    return views.ask_source(texts, date.fromisoformat(data["day"]), working=bool(data["working"]))


def _reason(text: str, actor: Actor) -> dict[str, str]:
    """One line in one's own language, or a line for each: Kazakh, Russian, English."""
    given = [line.strip() for line in text.splitlines() if line.strip()]
    if len(given) == 1:
        return {str(actor.language): given[0]}
    if len(given) != LANGUAGES:
        raise BadInput("reason_lines")
    pairs = zip(("kk", "ru", "en"), given, strict=True)
    return {language: line for language, line in pairs if line not in {"-", "–", "—"}}


async def type_source(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    return await _save(uow, actor, texts, state, message.text)


async def no_source(
    _query: CallbackQuery, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    return await _save(uow, actor, texts, state, None)


async def _save(
    uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext, source: str | None
) -> Screen:
    data = await state.get_data()
    if not {"day", "reason", "working"} <= data.keys():
        # The button outlived its conversation.
        return views.calendar(texts, await working_days.days(uow, actor))
    reason = Names(*(data["reason"].get(language) for language in ("kk", "ru", "en")))
    found = await working_days.change(
        uow,
        actor,
        date.fromisoformat(data["day"]),
        working=bool(data["working"]),
        reason=reason,
        source=source,
    )
    await state.clear()
    return views.saved(texts, found)


async def open_day(
    _query: CallbackQuery, callback_data: OpenDay, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    found = await working_days.changed(uow, actor, day_of(callback_data.day))
    return views.changed_day(texts, found)


async def restore_day(
    _query: CallbackQuery, callback_data: RestoreDay, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    day = day_of(callback_data.day)
    if not callback_data.sure:
        return views.ask_restore(texts, await working_days.changed(uow, actor, day))
    await working_days.remove(uow, actor, day)
    screen = views.calendar(texts, await working_days.days(uow, actor))
    return screen.with_toast(texts.label("Taken back."))


def router() -> Router:
    found = Router(name="calendar")
    found.message.register(calendar_command, Command("calendar"))
    found.callback_query.register(open_calendar, OpenCalendar.filter())
    found.callback_query.register(show_terms, ShowTerms.filter())
    found.callback_query.register(add_day, AddDay.filter())
    found.callback_query.register(no_source, NoSource.filter())
    found.callback_query.register(open_day, OpenDay.filter())
    found.callback_query.register(restore_day, RestoreDay.filter())
    found.message.register(type_day, Changing.day, WORDS)
    found.message.register(type_reason, Changing.reason, WORDS)
    found.message.register(type_source, Changing.source, WORDS)
    found.message.register(only_words, StateFilter(Changing), ~F.text)
    return found
