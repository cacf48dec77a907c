"""Who comes, and afterwards whether it took place."""

from sqlalchemy import select

from domain.announcements import AnnouncementState
from domain.errors import NotFound, TransitionRefused
from domain.roles import Actor
from models.news import Announcement, Attendance, Subscription
from services.events import fanout, reminders, scope
from services.events.scope import Announced, row_of, shown
from services.unit_of_work import UnitOfWork


async def say(uow: UnitOfWork, actor: Actor, ident: int, *, coming: bool) -> Announced:
    """The last word counts. Raises TransitionRefused where it is over or will not be."""
    found = await shown(uow, actor, ident)
    if not found.is_open or found.starts_at is None:
        raise TransitionRefused(found.state, "attend", "state")
    mine = await _mine(uow, actor, ident)
    if mine is None:
        mine = Attendance(announcement_id=ident, user_id=actor.user_id)
        uow.session.add(mine)
    mine.coming, mine.answered_at = coming, uow.now
    await uow.session.flush()
    if coming:
        await reminders.plan(uow, await uow.session.get_one(Announcement, ident), actor.user_id)
    return await shown(uow, actor, ident)


async def took_place(uow: UnitOfWork, actor: Actor, ident: int, *, it_did: bool) -> Announced:
    """Of those who said that they would come. Raises NotFound for others."""
    found = await asked_whether(uow, actor, ident)
    mine = await _mine(uow, actor, ident)
    if mine is not None:
        mine.took_place = it_did
    return found


async def asked_whether(uow: UnitOfWork, actor: Actor, ident: int) -> Announced:
    """What a person who said "I will come" is asked about, when it is over. Raises NotFound."""
    found = await shown(uow, actor, ident)
    over = found.state is AnnouncementState.PUBLISHED and found.is_over
    if not (found.mine and over):
        raise NotFound("announcement", ident)
    return found


async def told(uow: UnitOfWork, actor: Actor, ident: int, version: int) -> Announced:
    """For a message to those who come: still true, and still of this version. Raises NotFound."""
    found = await shown(uow, actor, ident)
    if not (found.mine and found.is_open and found.version == version):
        raise NotFound("announcement", ident)
    return found


async def soon(uow: UnitOfWork, actor: Actor, ident: int, version: int) -> Announced:
    """For a reminder: it has not begun. Raises NotFound."""
    found = await told(uow, actor, ident, version)
    if found.starts_at is None or found.starts_at <= uow.now:
        raise NotFound("announcement", ident)
    return found


async def for_follower(uow: UnitOfWork, actor: Actor, ident: int) -> tuple[Announced, int]:
    """For the first message: still open, still followed; with what to stop. Raises NotFound."""
    row = await row_of(uow, actor, ident)
    subscription_id = await uow.session.scalar(
        select(Subscription.id)
        .where(Subscription.user_id == actor.user_id, fanout.hear_at_once(row.mandate_id))
        .limit(1)
    )
    found = await scope.view(uow, actor, row)
    if subscription_id is None or not found.is_open:
        raise NotFound("announcement", ident)
    return found, subscription_id


async def ended(uow: UnitOfWork, actor: Actor, ident: int) -> Announced:
    """For the word to those who wanted to come that it will not be. Raises NotFound."""
    found = await shown(uow, actor, ident)
    gone = found.state in {AnnouncementState.CANCELLED, AnnouncementState.STOPPED}
    if not (found.mine and gone):
        raise NotFound("announcement", ident)
    return found


async def _mine(uow: UnitOfWork, actor: Actor, ident: int) -> Attendance | None:
    found: Attendance | None = await uow.session.scalar(
        select(Attendance).where(
            Attendance.announcement_id == ident, Attendance.user_id == actor.user_id
        )
    )
    return found
