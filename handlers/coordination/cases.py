"""The queue and the appeals in it."""

from aiogram.filters import CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.appeals import State
from domain.roles import Actor, Role
from handlers.common.deep_links import linked_id
from handlers.common.links import OpenReview, OpenWaiting
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.coordination import queue_views, views
from handlers.coordination.callbacks import ShowFiles, TextToPassOn, WhyDates
from services.appeals import answers, held, reading, time_requests
from services.appeals.reading import Case, Row
from services.promises import reviewing as status_reviewing
from services.promises import settling
from services.records import reviewing
from services.unit_of_work import UnitOfWork


async def review_command(_message: Message, uow: UnitOfWork, actor: Actor, texts: Texts) -> Screen:
    return await _queue(uow, actor, texts, 0)


async def open_review(
    _query: CallbackQuery, callback_data: OpenReview, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return await _queue(uow, actor, texts, callback_data.page)


async def _queue(uow: UnitOfWork, actor: Actor, texts: Texts, page: int) -> Screen:
    if not actor.has(Role.COORDINATOR):
        return queue_views.not_a_coordinator(texts)
    waiting = await reading.to_hand_over(uow, actor, page)
    requests = await time_requests.waiting(uow, actor)
    statuses = await status_reviewing.count(uow, actor)
    records = await reviewing.count(uow, actor)
    disputes = await settling.count(uow, actor)
    looked_at = await held.count(uow, actor)
    return queue_views.queue(texts, waiting, looked_at, requests, statuses, records, disputes)


async def open_case(
    _query: CallbackQuery,
    callback_data: OpenWaiting,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    """Leaves whatever was being written: what is typed next belongs to what is seen."""
    await state.clear()
    return await show_case(uow, actor, texts, callback_data.appeal_id)


async def linked_case(
    _message: Message, command: CommandObject, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    """`/start w_<id>`: a link in a message that lists several cases."""
    return await show_case(uow, actor, texts, linked_id(command.args))


async def show_case(
    uow: UnitOfWork, actor: Actor, texts: Texts, appeal_id: int, *, changed: bool = False
) -> Screen:
    case = await reading.coordinated(uow, actor, appeal_id)
    draft = await answers.unsent(uow, actor, appeal_id)
    note = texts("This has changed meanwhile. It now stands like this:") if changed else None
    return views.case(texts, case, draft, note)


async def show_files(
    _query: CallbackQuery, callback_data: ShowFiles, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return views.files(texts, await reading.coordinated(uow, actor, callback_data.appeal_id))


async def why_dates(
    _query: CallbackQuery, callback_data: WhyDates, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    case = await reading.coordinated(uow, actor, callback_data.appeal_id)
    return views.explanation(texts, case)


async def text_to_pass_on(
    _query: CallbackQuery, callback_data: TextToPassOn, uow: UnitOfWork, actor: Actor, texts: Texts
) -> list[Screen]:
    case = await reading.coordinated(uow, actor, callback_data.appeal_id)
    return views.to_pass_on(texts, case)


async def next_in_queue(uow: UnitOfWork, actor: Actor, done: int) -> Row | None:
    """The oldest one that still waits to be passed on, on the first page."""
    found = await reading.to_hand_over(uow, actor, 0)
    waiting = (row for row in found.rows if row.id != done and row.state is State.UNDELIVERABLE)
    return next(waiting, None)


async def recorded(uow: UnitOfWork, actor: Actor, texts: Texts, case: Case) -> Screen:
    return views.recorded(texts, case, await next_in_queue(uow, actor, case.id))
