"""When it is over: those who came are asked whether it took place, activists to log it."""

from typing import Final

from sqlalchemy import and_, exists, func, or_, select

from domain.announcements import (
    ASK_AFTER,
    ASK_UNTIL,
    USUAL_LENGTH,
    AnnouncementState,
)
from domain.errors import NotFound
from domain.roles import Actor, Role
from models.news import Announcement, Broadcast
from services.events import fanout
from services.events.scope import Announced, shown
from services.unit_of_work import UnitOfWork

HELPING: Final = 50


async def ask(uow: UnitOfWork) -> bool:
    """Part of the due work. Once for each announcement: its broadcast is the mark."""
    asked = exists().where(
        Broadcast.announcement_id == Announcement.id, Broadcast.kind == fanout.OVER
    )
    ended = uow.now - ASK_AFTER
    over = or_(
        and_(Announcement.ends_at.is_not(None), Announcement.ends_at <= ended),
        and_(Announcement.ends_at.is_(None), Announcement.starts_at <= ended - USUAL_LENGTH),
    )
    rows = await uow.session.scalars(
        select(Announcement)
        .where(
            Announcement.state == AnnouncementState.PUBLISHED,
            func.coalesce(Announcement.ends_at, Announcement.starts_at) > uow.now - ASK_UNTIL,
            over,
            ~asked,
        )
        .order_by(Announcement.id)
        .limit(HELPING)
        .with_for_update(skip_locked=True)
    )
    found = rows.all()
    for row in found:
        fanout.start(uow, fanout.OVER, row, None)
        fanout.start(uow, fanout.TO_LOG, row, None)
    await uow.session.flush()
    return len(found) == HELPING


async def to_log(uow: UnitOfWork, actor: Actor, ident: int) -> Announced:
    """For an activist: not logged yet, and still their assembly. Raises NotFound."""
    found = await shown(uow, actor, ident)
    theirs = any(
        one.role is Role.ACTIVIST and one.assembly_id in {None, found.deputy.assembly_id}
        for one in actor.roles
    )
    if not theirs or not found.may_record or found.record_id is not None:
        raise NotFound("announcement", ident)
    return found
