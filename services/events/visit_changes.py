"""The deputy's side hears of visits that were booked, moved and cancelled: together, by day."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import and_, func, or_, select, update

from domain.announcements import REMINDERS, Before
from domain.errors import NotFound
from domain.receptions import told_at
from domain.roles import Actor
from models.news import ReceptionSlot
from services import directory, outbox, people
from services.directory import Deputy
from services.events import slots
from services.events.scope import require_side
from services.events.slots import Slot
from services.unit_of_work import UnitOfWork

KIND: Final = "visits_changed"
MOST: Final = 10


@dataclass(frozen=True, slots=True)
class VisitChanges:
    """What is new of the visits to come, the next first. `more`: what is not listed."""

    deputy: Deputy
    booked: tuple[Slot, ...]
    freed: tuple[Slot, ...]
    more: int


async def note(uow: UnitOfWork, row: ReceptionSlot) -> None:
    """A visit was booked or became free. Several changes until then are one message."""
    if row.starts_at - REMINDERS[Before.HOUR] <= uow.now and row.booked_by is not None:
        return  # they are reminded of it right now
    due_at = told_at(uow.now, uow.rules.zone)
    if due_at >= row.starts_at:
        due_at = uow.now
    facts = {
        "mandate_id": row.mandate_id,
        "since": uow.now.isoformat(),
        "until": max(due_at, uow.now + timedelta(seconds=1)).isoformat(),
    }
    await outbox.queue_many(
        uow,
        [
            outbox.Queued(
                KIND,
                user_id,
                f"{KIND}:{row.mandate_id}:{user_id}:{due_at:%Y-%m-%dT%H:%M:%S%z}",
                outbox.Priority.REMINDER,
                facts,
                due_at,
            )
            for user_id in await people.workspace_members(uow, row.mandate_id)
        ],
    )


async def free_all(uow: UnitOfWork, user_id: int) -> None:
    """Of somebody who leaves for good."""
    mine = ReceptionSlot.booked_by == user_id
    rows = (await uow.session.scalars(select(ReceptionSlot).where(mine))).all()
    await uow.session.execute(
        update(ReceptionSlot)
        .where(mine)
        .values(booked_by=None, subject=None, freed_at=uow.now)
        .execution_options(synchronize_session=False)
    )
    for row in rows:
        await uow.session.refresh(row)
        if row.starts_at > uow.now and row.closed_at is None:
            await note(uow, row)


async def told(
    uow: UnitOfWork, actor: Actor, mandate_id: int, since: datetime, until: datetime
) -> VisitChanges:
    """As it stands now: what was booked and cancelled meanwhile is not worth a word.

    Raises NotFound where nothing is left to tell, or for whoever is not of the workspace.
    """
    require_side(actor, mandate_id)
    booked = and_(
        ReceptionSlot.booked_by.is_not(None),
        ReceptionSlot.booked_at >= since,
        ReceptionSlot.booked_at < until,
    )
    freed = and_(
        ReceptionSlot.booked_by.is_(None),
        ReceptionSlot.freed_at >= since,
        ReceptionSlot.freed_at < until,
        ReceptionSlot.booked_at < since,
    )
    changed = and_(slots.ahead(uow, mandate_id), or_(booked, freed))
    total = await uow.session.scalar(select(func.count(ReceptionSlot.id)).where(changed)) or 0
    if not total:
        raise NotFound("reception")
    rows = await uow.session.scalars(
        select(ReceptionSlot).where(changed).order_by(ReceptionSlot.starts_at).limit(MOST)
    )
    found = [await slots.view(uow, actor, row) for row in rows.all()]
    return VisitChanges(
        await directory.deputy(uow, mandate_id),
        tuple(one for one in found if one.is_booked),
        tuple(one for one in found if not one.is_booked),
        total - len(found),
    )
