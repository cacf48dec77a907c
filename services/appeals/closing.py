"""Cases that close by themselves when their time is over, each once, some at a time."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from sqlalchemy import ColumnElement, and_, or_, select

from domain.appeals import Closing, State
from domain.life_cycle import REDIRECTED_LIVES, SETTLED_AFTER, SILENT_AFTER, Action
from domain.roles import Role
from models.appeals import Appeal
from services import outbox
from services.appeals.delivery import tell_author
from services.appeals.events import move
from services.unit_of_work import UnitOfWork

AT_ONCE: Final = 100
_SETTLED: Final = {State.CONFIRMED: Closing.SOLVED, State.PARTLY: Closing.PARTLY}


async def close_silent(uow: UnitOfWork) -> bool:
    """Answered, and the author has not said whether it helped. True: there may be more."""
    rows = await _due(uow, [State.ANSWERED], _since(uow, SILENT_AFTER))
    for appeal in rows:
        await _close(uow, appeal, Action.CLOSE_SILENT, Closing.SILENT)
    return len(rows) == AT_ONCE


async def close_settled(uow: UnitOfWork) -> bool:
    """The author has said that it is solved, wholly or in part."""
    rows = await _due(uow, list(_SETTLED), _since(uow, SETTLED_AFTER))
    for appeal in rows:
        await _close(uow, appeal, Action.CLOSE_SETTLED, _SETTLED[State(appeal.state)])
    return len(rows) == AT_ONCE


async def close_redirected(uow: UnitOfWork) -> bool:
    """The other body's time is long over; where no date was set, it counts from the redirection."""
    last_day = uow.rules.today(uow.now) - REDIRECTED_LIVES
    over = or_(
        Appeal.answer_due < last_day,
        and_(Appeal.answer_due.is_(None), _since(uow, REDIRECTED_LIVES)),
    )
    rows = await _due(uow, [State.REDIRECTED], over)
    for appeal in rows:
        await _close(uow, appeal, Action.CLOSE_REDIRECTED, Closing.REDIRECTED)
        await tell_author(uow, appeal, "closed_redirected", priority=outbox.Priority.REMINDER)
    return len(rows) == AT_ONCE


def _since(uow: UnitOfWork, long_ago: timedelta) -> ColumnElement[bool]:
    return Appeal.state_since <= uow.now - long_ago


async def _due(
    uow: UnitOfWork, states: Sequence[State], over: ColumnElement[bool]
) -> Sequence[Appeal]:
    rows = await uow.session.scalars(
        select(Appeal)
        .where(Appeal.state.in_(states), over)
        .order_by(Appeal.state_since)
        .limit(AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    return rows.all()


async def _close(uow: UnitOfWork, appeal: Appeal, action: Action, closed_as: Closing) -> None:
    await move(uow, appeal, action, None, Role.SYSTEM)
    appeal.closed_as = closed_as
