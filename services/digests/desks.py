"""The deputy's side: what the district asks, what is due in the coming week, what is late."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, and_, func, select

from domain.announcements import AnnouncementState
from domain.appeals import AWAITING_ANSWER
from domain.roles import Actor
from models.appeals import Appeal
from models.news import Announcement, ReceptionSlot
from services.appeals.reading import Page, page_of
from services.desk.brief import Brief, brief
from services.unit_of_work import UnitOfWork

AHEAD: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Own:
    """An announcement of this workspace that is to take place."""

    id: int
    kind: str
    starts_at: datetime


@dataclass(frozen=True, slots=True)
class Desk:
    brief: Brief
    late: Page
    coming: Page
    announced: tuple[Own, ...]
    visits: int  # booked for the coming week


async def desk(uow: UnitOfWork, actor: Actor, mandate_id: int) -> Desk:
    """For the deputy and the assistants. Raises NotFound for others."""
    today = uow.rules.today(uow.now)
    return Desk(
        await brief(uow, actor, mandate_id),
        await _due(uow, mandate_id, Appeal.answer_due < today),
        await _due(uow, mandate_id, Appeal.answer_due.between(today, today + AHEAD)),
        await _announced(uow, mandate_id),
        await _visits(uow, mandate_id),
    )


async def _visits(uow: UnitOfWork, mandate_id: int) -> int:
    counted = select(func.count(ReceptionSlot.id)).where(
        ReceptionSlot.mandate_id == mandate_id,
        ReceptionSlot.booked_by.is_not(None),
        ReceptionSlot.closed_at.is_(None),
        ReceptionSlot.starts_at.between(uow.now, uow.now + AHEAD),
    )
    return await uow.session.scalar(counted) or 0


async def _due(uow: UnitOfWork, mandate_id: int, when: ColumnElement[bool]) -> Page:
    scope = and_(
        Appeal.mandate_id == mandate_id,
        Appeal.number.is_not(None),
        Appeal.state.in_(AWAITING_ANSWER),
        when,
    )
    return await page_of(uow, scope, 0, Appeal.answer_due, Appeal.id)


async def _announced(uow: UnitOfWork, mandate_id: int) -> tuple[Own, ...]:
    rows = await uow.session.execute(
        select(Announcement.id, Announcement.kind, Announcement.starts_at)
        .where(
            Announcement.mandate_id == mandate_id,
            Announcement.state == AnnouncementState.PUBLISHED,
            Announcement.starts_at.between(uow.now, uow.now + AHEAD),
        )
        .order_by(Announcement.starts_at, Announcement.id)
    )
    return tuple(Own(ident, kind, at) for ident, kind, at in rows if at is not None)
