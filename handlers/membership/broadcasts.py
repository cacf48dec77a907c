"""What is being told to many: how far it is, and stopping it."""

from aiogram import Router
from aiogram.types import CallbackQuery
from markupsafe import Markup

from domain.roles import Actor
from handlers.common.navigation import home_row, pager
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts, marked
from handlers.membership.callbacks import Admin, Broadcasts, CancelBroadcast
from services import broadcasts
from services.broadcasts import PAGE, Progress, ProgressPage
from services.unit_of_work import UnitOfWork

KINDS = {
    "announcement": marked("An announcement"),
    "announcement_changed": marked("A changed announcement"),
    "announcement_ended": marked("An announcement that was called off"),
    "announcement_over": marked("The question whether it took place"),
    "announcement_to_log": marked("A meeting to record"),
    "news_meeting": marked("A meeting that was recorded"),
    "news_request": marked("A deputy request that was recorded"),
    "news_status": marked("A public status of a promise"),
}


async def show(
    _query: CallbackQuery, callback_data: Broadcasts, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return listed(texts, await broadcasts.page(uow, actor, callback_data.page))


async def cancel(
    _query: CallbackQuery,
    callback_data: CancelBroadcast,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
) -> Screen:
    await broadcasts.cancel(uow, actor, callback_data.broadcast_id)
    screen = listed(texts, await broadcasts.page(uow, actor, 0))
    return screen.with_toast(texts.label("Cancelled: what has not gone out stays here."))


def listed(_: Texts, page: ProgressPage) -> Screen:
    rows = list(enumerate(page.rows, start=page.page * PAGE + 1))
    return Screen(
        lines(
            _("<b>Messages to many</b>"),
            *(Markup("{}. {}").format(index, _what(_, one)) for index, one in rows),
            None if rows else _("Nothing has been told to many yet."),
        ),
        rows=(
            *(
                (
                    Button(
                        _.label("Cancel {index}", index=index),
                        tap=CancelBroadcast(broadcast_id=one.id),
                        choice=index,
                    ),
                )
                for index, one in rows
                if (one.building or one.waiting) and not one.cancelled
            ),
            *pager(_, page.page, page.total, lambda to: Broadcasts(page=to)),
            home_row(_, Admin()),
        ),
    )


def _what(_: Texts, one: Progress) -> str:
    kind = _.label(KINDS.get(one.kind, one.kind))
    if one.cancelled:
        return _.label("{kind}: cancelled, {n} had gone out", kind=kind, n=one.sent)
    if one.building or one.waiting:
        return _.label("{kind}: being sent, {n} of {m}", kind=kind, n=one.sent, m=one.built)
    return _.label("{kind}: sent, {n} of {m}", kind=kind, n=one.sent, m=one.built)


def register(router: Router) -> None:
    router.callback_query.register(show, Broadcasts.filter())
    router.callback_query.register(cancel, CancelBroadcast.filter())
