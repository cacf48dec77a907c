"""/report: choose assembly, period, language and format; then the work goes on by itself."""

import re

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.errors import BadInput
from domain.roles import Actor
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.common.typed_day import typed_day
from handlers.report import views
from handlers.report.callbacks import (
    InLanguage,
    InPeriod,
    MakeReport,
    OtherPeriod,
    ReportOf,
    Reports,
    StopReport,
    WatchReport,
    period,
)
from handlers.report.states import Ordering
from services import jobs, report_orders
from services.unit_of_work import UnitOfWork

_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}")
CONVOCATION = "report_convocation"


async def type_report(_message: Message, uow: UnitOfWork, actor: Actor, texts: Texts) -> Screen:
    return await _start(uow, actor, texts, 0)


async def show_start(
    _query: CallbackQuery, callback_data: Reports, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return await _start(uow, actor, texts, callback_data.page)


async def _start(uow: UnitOfWork, actor: Actor, texts: Texts, page: int) -> Screen:
    found = await report_orders.assemblies(uow, actor)
    if len(found) == 1:
        only = await report_orders.scope(uow, actor, found[0].convocation_id)
        return views.periods(texts, only, await report_orders.periods(uow, only))
    return views.assemblies(texts, found, max(0, page))


async def show_periods(
    _query: CallbackQuery, callback_data: ReportOf, uow: UnitOfWork, actor: Actor, texts: Texts,
    state: FSMContext,
) -> Screen:  # fmt: skip
    await state.set_state(None)
    scope = await report_orders.scope(uow, actor, callback_data.convocation_id)
    return views.periods(texts, scope, await report_orders.periods(uow, scope))


async def ask_period(
    _query: CallbackQuery, callback_data: OtherPeriod, uow: UnitOfWork, actor: Actor, texts: Texts,
    state: FSMContext,
) -> Screen:  # fmt: skip
    scope = await report_orders.scope(uow, actor, callback_data.convocation_id)
    await state.set_state(Ordering.period)
    await state.update_data({CONVOCATION: scope.convocation_id})
    return views.ask_period(texts, scope)


async def type_period(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    convocation_id = int((await state.get_data()).get(CONVOCATION) or 0)
    scope = await report_orders.scope(uow, actor, convocation_id)
    days = _DAY.findall(message.text or "")
    if len(days) != 2:  # noqa: PLR2004 - the first and the last
        raise BadInput("not_a_period")
    first, last = (typed_day(day, uow.rules.today(uow.now)) for day in days)
    if first > last:
        raise BadInput("period_backwards")
    await state.set_state(None)
    return views.languages(texts, scope, (first, last))


async def show_languages(
    _query: CallbackQuery, callback_data: InPeriod, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    scope = await report_orders.scope(uow, actor, callback_data.convocation_id)
    return views.languages(texts, scope, period(callback_data))


async def show_formats(
    _query: CallbackQuery, callback_data: InLanguage, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    scope = await report_orders.scope(uow, actor, callback_data.convocation_id)
    return views.formats(texts, scope, period(callback_data), callback_data.language)


async def make(
    query: CallbackQuery, callback_data: MakeReport, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    job = await report_orders.order(
        uow,
        actor,
        callback_data.convocation_id,
        period(callback_data),
        callback_data.language,
        callback_data.form,
    )
    return await _progress(query, uow, actor, texts, job.id)


async def watch(
    query: CallbackQuery, callback_data: WatchReport, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return await _progress(query, uow, actor, texts, callback_data.job_id)


async def stop(
    _query: CallbackQuery, callback_data: StopReport, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return views.progress(texts, await jobs.cancel(uow, actor, callback_data.job_id))


async def _progress(
    query: CallbackQuery, uow: UnitOfWork, actor: Actor, texts: Texts, job_id: int
) -> Screen:
    """The message whose button was tapped becomes the one that shows the progress."""
    if query.message is not None:
        await jobs.shown_at(uow, actor, job_id, query.message.message_id)
    return views.progress(texts, await jobs.view(uow, actor, job_id))


def router() -> Router:
    found = Router(name="report")
    found.message.register(type_report, Command("report"))
    found.callback_query.register(show_start, Reports.filter())
    found.callback_query.register(show_periods, ReportOf.filter())
    found.callback_query.register(ask_period, OtherPeriod.filter())
    found.message.register(type_period, Ordering.period, ~F.text.startswith("/"))
    found.callback_query.register(show_languages, InPeriod.filter())
    found.callback_query.register(show_formats, InLanguage.filter())
    found.callback_query.register(make, MakeReport.filter())
    found.callback_query.register(watch, WatchReport.filter())
    found.callback_query.register(stop, StopReport.filter())
    return found
