"""Updates: stored once, taken in order, done with their effect, or kept as dead."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Dialect, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from models.messaging import InboxUpdate
from services.unit_of_work import UnitOfWork

TRIES = 3
PAUSES = (timedelta(seconds=0.2), timedelta(seconds=0.6))
KEEP = timedelta(days=7)  # Telegram's ids may start anywhere after a week of silence


@dataclass(frozen=True, slots=True)
class Incoming:
    """A raw update as Telegram gave it; `payload` is its JSON."""

    update_id: int
    chat_id: int
    payload: str


@dataclass(frozen=True, slots=True)
class Taken:
    """An update to be handled now."""

    update_id: int
    chat_id: int
    payload: str
    attempts: int
    try_after: datetime | None


@dataclass(frozen=True, slots=True)
class DeadUpdate:
    update_id: int
    attempts: int
    error: str | None
    received_at: datetime


def _insert_ignoring(dialect: Dialect) -> "sqlite.Insert | postgresql.Insert":
    insert = sqlite.insert if dialect.name == "sqlite" else postgresql.insert
    return insert(InboxUpdate).on_conflict_do_nothing(index_elements=["update_id"])


async def store(uow: UnitOfWork, updates: Sequence[Incoming]) -> None:
    """Commits of this must precede the confirmation to Telegram. Known ids change nothing."""
    if not updates:
        return
    rows = [
        {
            "update_id": one.update_id,
            "chat_id": one.chat_id,
            "payload": one.payload,
            "state": "new",
            "attempts": 0,
            "received_at": uow.now,
        }
        for one in updates
    ]
    await uow.session.execute(_insert_ignoring(uow.session.get_bind().dialect), rows)


async def take(uow: UnitOfWork, limit: int, real_now: datetime) -> list[Taken]:
    """The next updates, each chat in order. Those of a chat that another process holds wait."""
    rows = await uow.session.execute(
        select(
            InboxUpdate.update_id,
            InboxUpdate.chat_id,
            InboxUpdate.payload,
            InboxUpdate.attempts,
            InboxUpdate.try_after,
        )
        .where(InboxUpdate.state == "new")
        .order_by(InboxUpdate.update_id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    found = [Taken(a, b, payload or "", c, d) for a, b, payload, c, d in rows]
    if uow.session.get_bind().dialect.name == "postgresql":
        found = await _of_locked_chats(uow, found)
    waiting = {one.chat_id for one in found if one.try_after and one.try_after > real_now}
    return [one for one in found if one.chat_id not in waiting]


async def _of_locked_chats(uow: UnitOfWork, found: list[Taken]) -> list[Taken]:
    """Only chats whose lock is ours until the commit, and only when nothing older is elsewhere."""
    firsts: dict[int, int] = {}
    for one in found:
        firsts.setdefault(one.chat_id, one.update_id)
    ours: set[int] = set()
    for chat_id, first in firsts.items():
        if not await uow.session.scalar(select(func.pg_try_advisory_xact_lock(chat_id))):
            continue
        older = select(InboxUpdate.update_id).where(
            InboxUpdate.chat_id == chat_id,
            InboxUpdate.state == "new",
            InboxUpdate.update_id < first,
        )
        if await uow.session.scalar(older.limit(1)) is None:
            ours.add(chat_id)
    return [one for one in found if one.chat_id in ours]


async def done(uow: UnitOfWork, update_ids: Sequence[int]) -> None:
    """Handled: the letters themselves are not kept here any longer."""
    if update_ids:
        await uow.session.execute(
            update(InboxUpdate)
            .where(InboxUpdate.update_id.in_(update_ids))
            .values(state="done", payload=None)
            .execution_options(synchronize_session=False)
        )


async def failed(uow: UnitOfWork, taken: Taken, error: str, real_now: datetime) -> bool:
    """Counts a failure; True when it was the last try and the update is a dead letter now."""
    attempts = taken.attempts + 1
    dead = attempts >= TRIES
    values: dict[str, object] = {"attempts": attempts, "error": error[:500]}
    if dead:
        values["state"] = "dead"
    else:
        values["try_after"] = real_now + PAUSES[attempts - 1]
    await uow.session.execute(
        update(InboxUpdate).where(InboxUpdate.update_id == taken.update_id).values(values)
    )
    return dead


async def bury(uow: UnitOfWork, taken: Taken, error: str) -> None:
    """A dead letter at once: trying again cannot help before the software changes."""
    await uow.session.execute(
        update(InboxUpdate)
        .where(InboxUpdate.update_id == taken.update_id)
        .values(state="dead", attempts=taken.attempts + 1, error=error[:500])
    )


async def dead(uow: UnitOfWork) -> list[DeadUpdate]:
    rows = await uow.session.scalars(
        select(InboxUpdate).where(InboxUpdate.state == "dead").order_by(InboxUpdate.update_id)
    )
    return [DeadUpdate(r.update_id, r.attempts, r.error, r.received_at) for r in rows]


async def replay(uow: UnitOfWork, update_ids: Sequence[int] | None = None) -> int:
    """Gives dead letters their three tries again; all of them where no ids are given."""
    statement = update(InboxUpdate).where(InboxUpdate.state == "dead")
    if update_ids is not None:
        statement = statement.where(InboxUpdate.update_id.in_(update_ids))
    result = await uow.session.execute(
        statement.values(state="new", attempts=0, error=None, try_after=None)
    )
    return int(result.rowcount)  # type: ignore[attr-defined]


async def purge(uow: UnitOfWork) -> None:
    """Forgets ids that Telegram may give again."""
    await uow.session.execute(
        delete(InboxUpdate).where(
            InboxUpdate.state == "done", InboxUpdate.received_at < uow.now - KEEP
        )
    )
