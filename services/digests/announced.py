"""What is announced by those whom a person follows, and in their districts."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, or_, select

from domain.announcements import AnnouncementState
from domain.names import Names
from domain.roles import Actor
from models.deputies import Mandate
from models.news import Announcement
from services import directory, people
from services.digests.week import MOST, Window, within
from services.directory import Deputy
from services.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Announced:
    id: int
    deputy: Deputy
    kind: str
    text: Names
    starts_at: datetime | None
    place: str | None


async def ahead(
    uow: UnitOfWork, actor: Actor, mandates: list[int], window: Window
) -> tuple[Announced, ...]:
    """What is still to come, and news of the window, as they stand now."""
    homes = [district for _, district in await people.homes_of(uow, actor)]
    theirs = or_(
        Announcement.mandate_id.in_(mandates),
        Announcement.mandate_id.in_(select(Mandate.id).where(Mandate.district_id.in_(homes))),
    )
    news = and_(Announcement.starts_at.is_(None), within(Announcement.published_at, window))
    rows = await uow.session.scalars(
        select(Announcement)
        .where(
            theirs,
            Announcement.state == AnnouncementState.PUBLISHED,
            or_(Announcement.starts_at > uow.now, news),
        )
        .order_by(Announcement.starts_at.is_(None), Announcement.starts_at, Announcement.id)
        .limit(MOST)
    )
    return tuple([await _announcement(uow, row) for row in rows.all()])


async def _announcement(uow: UnitOfWork, row: Announcement) -> Announced:
    deputy = await directory.deputy(uow, row.mandate_id)
    return Announced(row.id, deputy, row.kind, row.texts, row.starts_at, row.place)
