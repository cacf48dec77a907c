"""Digests that are due become messages, a helping in each transaction."""

from datetime import datetime, timedelta
from typing import Any, Final, cast
from zoneinfo import ZoneInfo

from sqlalchemy import Row, Table, bindparam, select, update

from domain.digests import next_digest
from models.news import DigestPlan
from models.users import User
from services import outbox
from services.unit_of_work import UnitOfWork

KIND: Final = "digest"
HELPING: Final = 200
WEEK: Final = timedelta(days=7)

_plan = cast("Table", DigestPlan.__table__)
_MOVE = (
    update(_plan)
    .where(_plan.c.user_id == bindparam("who"))
    .values(cursor=bindparam("until"), next_at=bindparam("then"))
)


async def build_due(uow: UnitOfWork) -> bool:
    """True when there may be more. The cursor moves in the transaction that queues the message.

    A digest reaches up to the last moment at which it was due, so those of one hour share a window;
    what happened later, while nothing was running, stands in the next one.
    """
    rows = (
        await uow.session.execute(
            select(_plan.c.user_id, _plan.c.weekday, _plan.c.hour, _plan.c.cursor, User.blocked_at)
            .join(User, User.id == _plan.c.user_id)
            .where(_plan.c.next_at <= uow.now)
            .order_by(_plan.c.next_at, _plan.c.user_id)
            .limit(HELPING)
            .with_for_update(skip_locked=True, of=DigestPlan)
        )
    ).all()
    if not rows:
        return False
    ends = {row.user_id: last_due(uow.now, row.weekday, row.hour, uow.rules.zone) for row in rows}
    await outbox.queue_many(
        uow, [_message(row, ends[row.user_id]) for row in rows if _gets(row, ends[row.user_id])]
    )
    await uow.session.execute(_MOVE, [_moved(uow, row, ends[row.user_id]) for row in rows])
    return len(rows) == HELPING


def last_due(now: datetime, weekday: int, hour: int, zone: ZoneInfo) -> datetime:
    """The latest moment up to `now` on this weekday at this hour."""
    return next_digest(now - WEEK, weekday, hour, zone)


def _gets(row: Row[Any], until: datetime) -> bool:
    """Whoever blocked the bot gets all of it in one after they have come back.

    A cursor ahead of now is what a clock that was set back leaves: nothing is told twice.
    """
    return row.blocked_at is None and row.cursor < until


def _message(row: Row[Any], until: datetime) -> outbox.Queued:
    return outbox.Queued(
        KIND,
        row.user_id,
        f"{KIND}:{row.user_id}:{until:%Y-%m-%dT%H:%M%z}",
        outbox.Priority.DIGEST,
        {"from": row.cursor.isoformat(), "to": until.isoformat()},
    )


def _moved(uow: UnitOfWork, row: Row[Any], until: datetime) -> dict[str, object]:
    return {
        "who": row.user_id,
        "until": until if _gets(row, until) else row.cursor,
        "then": next_digest(uow.now, row.weekday, row.hour, uow.rules.zone),
    }
