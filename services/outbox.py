"""Messages that must reach somebody: queued with what changed, kept until they have gone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from functools import cache
from typing import Any, cast

from sqlalchemy import (
    ColumnElement,
    Table,
    and_,
    bindparam,
    delete,
    func,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import Insert

from domain.life_cycle import DATES_KEPT
from models.messaging import OutboxMessage
from services.unit_of_work import UnitOfWork

HANDFUL = 500


class Priority(IntEnum):
    RECEIPT = 0
    ANSWER = 1
    NOTICE = 2
    REMINDER = 3
    DIGEST = 4
    HOUSEKEEPING = 5


BY_DAY = (Priority.REMINDER, Priority.DIGEST)  # nobody asked for these at this moment


@dataclass(frozen=True, slots=True)
class Queued:
    """One of many messages of a helping."""

    kind: str
    recipient_id: int
    key: str
    priority: Priority
    facts: dict[str, Any]
    due_at: datetime | None = None  # at once


async def queue_many(uow: UnitOfWork, messages: Sequence[Queued]) -> None:
    """Adds messages, each once."""
    rows = [
        _row(uow, one.kind, one.recipient_id, one.key, one.priority)
        | {"facts": one.facts, "due_at": one.due_at or uow.now}
        for one in messages
    ]
    if rows:
        await uow.session.execute(_insert(uow.session.get_bind().dialect.name), rows)
        uow.session.info["queued"] = True


async def queue(
    uow: UnitOfWork,
    kind: str,
    recipient_id: int,
    key: str,
    *,
    priority: Priority = Priority.NOTICE,
    due_at: datetime | None = None,
    chat_id: int | None = None,
    **facts: Any,
) -> None:
    """Adds a message. `key` says what, for whom, for which date: the second one changes nothing.

    With `chat_id` it goes to a group; the recipient is whoever linked it.
    """
    values = _row(uow, kind, recipient_id, key, priority)
    values |= {"chat_id": chat_id, "facts": facts, "due_at": due_at or uow.now}
    await uow.session.execute(_insert(uow.session.get_bind().dialect.name), values)
    uow.session.info["queued"] = True


def _row(
    uow: UnitOfWork, kind: str, recipient_id: int, key: str, priority: Priority
) -> dict[str, Any]:
    return {
        "key": key,
        "kind": kind,
        "recipient_id": recipient_id,
        "chat_id": None,
        "priority": int(priority),
        "due_at": uow.now,
        "state": "new",
        "parts_sent": 0,
        "attempts": 0,
        "created_at": uow.now,
    }


@cache
def _insert(dialect: str) -> Insert:
    insert = sqlite.insert if dialect == "sqlite" else postgresql.insert
    statement: sqlite.Insert | postgresql.Insert = insert(cast("Table", OutboxMessage.__table__))
    return statement.on_conflict_do_nothing(index_elements=["key"])


# In the text of the statement, or the databases would not see that their indexes hold these.
_WAITING: Any = bindparam("waiting", ["new", "sending"], expanding=True, literal_execute=True)
_LOST: Any = bindparam("lost", "undeliverable", literal_execute=True)


def waits(row: type[OutboxMessage] = OutboxMessage) -> ColumnElement[bool]:
    """Neither gone nor given up."""
    return row.state.in_(_WAITING)


def keyed(start: str) -> ColumnElement[bool]:
    """Whose key goes on with an id, by the index of the keys.

    Digits come before letters in the order of any language; what punctuation is worth differs.
    """
    within = and_(OutboxMessage.key > f"{start}:", OutboxMessage.key < f"{start}:a")
    return and_(within, OutboxMessage.key.startswith(f"{start}:", autoescape=True))


async def lost(uow: UnitOfWork) -> Sequence[OutboxMessage]:
    """Messages that could not be delivered."""
    rows = await uow.session.scalars(
        select(OutboxMessage).where(OutboxMessage.state == _LOST).order_by(OutboxMessage.id)
    )
    return rows.all()


async def count_lost(uow: UnitOfWork) -> int:
    counted = select(func.count(OutboxMessage.id)).where(OutboxMessage.state == _LOST)
    return await uow.session.scalar(counted) or 0


async def replay(uow: UnitOfWork) -> int:
    """Sends undeliverable messages again."""
    result = await uow.session.execute(
        update(OutboxMessage)
        .where(OutboxMessage.state == _LOST)
        .values(state="new", attempts=0, error=None, due_at=uow.now, created_at=uow.now)
    )
    return int(result.rowcount)  # type: ignore[attr-defined]


async def purge(uow: UnitOfWork) -> bool:
    """Forgets who was told what about a case as long ago as the case itself is forgotten.

    True: there may be more. The oldest stand first, so a look at a handful is enough.
    """
    rows = await uow.session.execute(
        select(OutboxMessage.id, OutboxMessage.created_at).order_by(OutboxMessage.id).limit(HANDFUL)
    )
    old = [ident for ident, created_at in rows if created_at <= uow.now - DATES_KEPT]
    if old:
        await uow.session.execute(delete(OutboxMessage).where(OutboxMessage.id.in_(old)))
    return len(old) == HANDFUL
