"""The outbox as the sender sees it: what is due is claimed, sent, and accounted for."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, or_, select, true, tuple_, update
from sqlalchemy.orm import aliased

from domain.calendar import outside_quiet_hours
from models.messaging import OutboxMessage
from models.users import User
from services.outbox import BY_DAY, Priority, waits
from services.unit_of_work import UnitOfWork

# Longer than a round of the sender takes; so long do messages wait whose sender was killed.
LEASE = timedelta(seconds=30)
GIVE_UP_AFTER = timedelta(days=3)  # since the first try: reminders are planned weeks ahead
PAUSES = (2, 10, 60, 300, 900)  # seconds between tries, the last one again and again


@dataclass(frozen=True, slots=True)
class Claimed:
    """A message to be sent now."""

    id: int
    kind: str
    facts: dict[str, Any]
    recipient_id: int
    telegram_id: int  # the chat: the recipient's own, or a group's
    is_group: bool
    language: str
    parts_sent: int
    attempts: int
    priority: int
    created_at: datetime


def _due(uow: UnitOfWork, real_now: datetime) -> ColumnElement[bool]:
    """Nobody is sending it, or whoever did is gone."""
    free = or_(OutboxMessage.state == "new", OutboxMessage.claimed_until < real_now)
    return and_(_wanted(uow, OutboxMessage), free)


def _wanted(uow: UnitOfWork, row: type[OutboxMessage]) -> ColumnElement[bool]:
    """Also what became due by day, while nothing was running, waits for the morning."""
    due = and_(waits(row), row.due_at <= uow.now)
    return and_(due, row.priority.not_in(BY_DAY)) if _by_night(uow) else due


def _by_night(uow: UnitOfWork) -> bool:
    return outside_quiet_hours(uow.now, uow.rules.zone) > uow.now


def _first_in_line(uow: UnitOfWork) -> ColumnElement[bool]:
    """A chat takes one message a second: whoever has a hundred must not hold up the others.

    What is on its way counts as well, so that nothing overtakes it.
    """
    ahead = aliased(OutboxMessage)
    place = tuple_(OutboxMessage.priority, OutboxMessage.id)
    return ~exists().where(
        ahead.recipient_id == OutboxMessage.recipient_id,
        _wanted(uow, ahead),
        tuple_(ahead.priority, ahead.id) < place,
    )


async def anything_due(uow: UnitOfWork, real_now: datetime) -> bool:
    """A look that takes no lock."""
    query = select(OutboxMessage.id).where(
        OutboxMessage.priority.in_(list(Priority)), _due(uow, real_now)
    )
    return await uow.session.scalar(query.limit(1)) is not None


async def claim(uow: UnitOfWork, limit: int, real_now: datetime) -> list[Claimed]:
    """Takes what is due, the most important first, one message for each person at a time.

    One priority after the other: so the index hands over the next ones without sorting the rest.
    """
    found: list[Claimed] = []
    for priority in Priority:
        if len(found) < limit:
            served = {one.recipient_id for one in found}
            found += await _claim(uow, priority, limit - len(found), real_now, served)
    return found


async def _claim(
    uow: UnitOfWork, priority: int, limit: int, real_now: datetime, served: Collection[int]
) -> list[Claimed]:
    rows = await uow.session.execute(
        select(OutboxMessage, User.telegram_id, User.language)
        .join(User, User.id == OutboxMessage.recipient_id)
        .where(
            OutboxMessage.priority == priority,
            OutboxMessage.recipient_id.not_in(served) if served else true(),
            _due(uow, real_now),
            _first_in_line(uow),
        )
        .order_by(OutboxMessage.due_at, OutboxMessage.id)
        .limit(limit)
        .with_for_update(skip_locked=True, of=OutboxMessage)
    )
    found: list[Claimed] = []
    for row, telegram_id, language in rows:
        row.state, row.claimed_until = "sending", real_now + LEASE
        found.append(_claimed(row, telegram_id, language))
    return found


def _claimed(row: OutboxMessage, telegram_id: int, language: str) -> Claimed:
    return Claimed(
        row.id,
        row.kind,
        row.facts,
        row.recipient_id,
        telegram_id if row.chat_id is None else row.chat_id,
        row.chat_id is not None,
        language,
        row.parts_sent,
        row.attempts,
        row.priority,
        row.created_at,
    )


async def release_all(uow: UnitOfWork) -> None:
    """At the start of the only process: what was being sent when the last one died goes again."""
    await uow.session.execute(
        update(OutboxMessage)
        .where(waits(), OutboxMessage.state == "sending")
        .values(state="new", claimed_until=None)
    )


async def sent(uow: UnitOfWork, ident: int) -> None:
    await _set(uow, ident, state="sent", sent_at=uow.now, claimed_until=None, error=None)


async def cancelled(uow: UnitOfWork, ident: int, reason: str) -> None:
    """Not sent because it is not true or not allowed any longer."""
    await _set(uow, ident, state="cancelled", claimed_until=None, error=reason)


async def undeliverable(uow: UnitOfWork, ident: int, error: str) -> None:
    await _set(uow, ident, state="undeliverable", claimed_until=None, error=error[:500])


async def again(
    uow: UnitOfWork, message: Claimed, parts_sent: int, error: str, after: float = 0.0
) -> bool:
    """Puts a message back for a later try, after so many seconds at least.

    False when it has been tried for long enough and is reported undeliverable.
    """
    first_try = message.created_at if message.attempts else uow.now
    if uow.now - first_try > GIVE_UP_AFTER:
        await undeliverable(uow, message.id, error)
        return False
    pause = max(after, PAUSES[min(message.attempts, len(PAUSES) - 1)])
    await _set(
        uow,
        message.id,
        state="new",
        claimed_until=None,
        parts_sent=parts_sent,
        attempts=message.attempts + 1,
        error=error[:500],
        due_at=uow.now + timedelta(seconds=pause),
        created_at=first_try,
    )
    return True


async def _set(uow: UnitOfWork, ident: int, **values: Any) -> None:
    await uow.session.execute(
        update(OutboxMessage).where(OutboxMessage.id == ident).values(**values)
    )
