"""One thing told to many: a row, from which messages are made a helping at a time.

`cursor` moves in the transaction that queues the messages, so a kill loses and repeats nobody.
"""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import ColumnElement, Select, and_, or_, select, update

from domain.announcements import CHANGES_SETTLE
from domain.digests import Followed
from domain.roles import Actor, Role
from models.assemblies import Convocation
from models.deputies import Mandate
from models.news import Announcement, Attendance, Broadcast, Subscription
from models.users import Grant, User
from services import outbox
from services.events import reminders
from services.unit_of_work import UnitOfWork

HELPING: Final = 200
NEW: Final = "announcement"
CHANGED: Final = "announcement_changed"
ENDED: Final = "announcement_ended"
OVER: Final = "announcement_over"  # did it take place?
TO_LOG: Final = "announcement_to_log"
KINDS: Final = (NEW, CHANGED, ENDED, OVER, TO_LOG)


def start(uow: UnitOfWork, kind: str, row: Announcement, actor: Actor | None) -> None:
    uow.session.add(
        Broadcast(
            kind=kind,
            announcement_id=row.id,
            version=row.version,
            state="building",
            created_by=actor.user_id if actor else None,
            created_at=uow.now,
            cursor=0,
            built=0,
        )
    )


async def call_off(uow: UnitOfWork, row: Announcement) -> None:
    """What is not made yet is not made any more; what is made says nothing when it is sent."""
    await uow.session.execute(
        update(Broadcast)
        .where(Broadcast.announcement_id == row.id, Broadcast.state == "building")
        .values(state="cancelled", finished_at=uow.now)
    )


async def build(uow: UnitOfWork) -> bool:
    """Part of the due work: one helping of the oldest broadcast. True: there may be more."""
    found = await uow.session.scalar(
        select(Broadcast)
        .where(Broadcast.state == "building", Broadcast.kind.in_(KINDS))
        .order_by(Broadcast.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    if found is None or found.announcement_id is None:
        return False
    row = await uow.session.get_one(Announcement, found.announcement_id)
    users = list(await uow.session.scalars(_audience(found, row)))
    await outbox.queue_many(uow, _messages(uow, found, row, users))
    found.built += len(users)
    if users:
        found.cursor = users[-1]
    if len(users) < HELPING:
        found.state, found.finished_at = "done", uow.now
    return True


def _messages(
    uow: UnitOfWork, found: Broadcast, row: Announcement, users: Sequence[int]
) -> list[outbox.Queued]:
    changed = found.kind == CHANGED
    told = [
        outbox.Queued(
            found.kind,
            user_id,
            f"{found.kind}:{row.id}:{found.version}:{user_id}",
            outbox.Priority.DIGEST if found.kind == NEW else outbox.Priority.REMINDER,
            {"announcement_id": row.id, "version": found.version},
            found.created_at + CHANGES_SETTLE if changed else None,
        )
        for user_id in users
    ]
    if changed and found.version == row.version:
        told += [one for user_id in users for one in reminders.planned(uow, row, user_id)]
    return told


def hear_at_once(mandate_id: int) -> ColumnElement[bool]:
    """Whoever chose the digest finds it there."""
    return and_(
        Subscription.what == Followed.DEPUTY,
        Subscription.mandate_id == mandate_id,
        or_(Subscription.at_once, Subscription.announcements),
    )


def _audience(found: Broadcast, row: Announcement) -> Select[int]:
    """The next helping of those who are told, by their ids."""
    ids: Select[int]
    if found.kind == NEW:
        ids = select(Subscription.user_id).where(hear_at_once(row.mandate_id))
    elif found.kind == TO_LOG:
        assembly = (
            select(Convocation.assembly_id)
            .join(Mandate, Mandate.convocation_id == Convocation.id)
            .where(Mandate.id == row.mandate_id)
            .scalar_subquery()
        )
        ids = select(Grant.user_id).where(
            Grant.role == Role.ACTIVIST,
            Grant.revoked_at.is_(None),
            Grant.assembly_id.is_(None) | (Grant.assembly_id == assembly),
        )
    else:
        ids = select(Attendance.user_id).where(
            Attendance.announcement_id == row.id, Attendance.coming.is_(True)
        )
    return (
        select(User.id)
        .where(User.id.in_(ids), User.id > found.cursor, User.blocked_at.is_(None))
        .order_by(User.id)
        .limit(HELPING)
    )
