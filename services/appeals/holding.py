"""Letters that a person looks at before they are registered. None is dropped."""

from datetime import date, timedelta

from sqlalchemy import select

from domain.appeals import HoldReason, State
from domain.calendar import next_moment_within_hours
from domain.due import RULES, RuleId, due
from domain.holding import reason_to_hold
from domain.life_cycle import Action
from domain.roles import Actor, Role
from models.appeals import Appeal
from models.users import User
from services import danger, outbox, people
from services.appeals.alike import Compared
from services.appeals.events import move, text_digest
from services.unit_of_work import UnitOfWork

AT_ONCE = 200


async def reason(
    uow: UnitOfWork, actor: Actor, appeal: Appeal, compared: list[Compared]
) -> HoldReason | None:
    """Why this letter is looked at first; None for nearly all."""
    if danger.threatens(appeal.text):
        return HoldReason.THREAT
    if not compared:
        return None
    author = await uow.session.get_one(User, actor.user_id)
    letters = [one.letter for one in compared]
    return reason_to_hold(letters, uow.now, author.created_at, uow.rules.holds)


async def hold(uow: UnitOfWork, appeal: Appeal, why: HoldReason) -> date:
    """Keeps it for the coordinators; the day by which one of them looks."""
    appeal.held_for = why
    digest = text_digest(appeal, appeal.text)
    await move(uow, appeal, Action.HOLD, None, Role.SYSTEM, reason=why, text=digest)
    for user_id in await people.coordinators(uow, appeal.assembly_id):
        # One message an hour: a burst must not become a second one in their chats.
        key = f"held:{appeal.assembly_id}:{uow.now:%Y%m%d%H}:{user_id}"
        await outbox.queue(uow, "held", user_id, key, appeal_id=appeal.id)
    return look_by(uow, appeal)


def look_by(uow: UnitOfWork, appeal: Appeal) -> date:
    """The working day by whose end a coordinator has looked at it."""
    held_on = uow.rules.today(appeal.state_since or uow.now)
    return due(held_on, RULES[RuleId.HELD], uow.rules.calendar).due


async def alarm(uow: UnitOfWork) -> None:
    """Tells the coordinators, once for each letter, that nobody has looked in time."""
    today = uow.rules.today(uow.now)
    rows = await uow.session.scalars(
        select(Appeal)
        .where(Appeal.state == State.HELD, Appeal.state_since < uow.now - timedelta(days=1))
        .order_by(Appeal.state_since)
        .limit(AT_ONCE)
    )
    due_at = next_moment_within_hours(uow.now, uow.rules.zone, uow.rules.hours, uow.rules.calendar)
    for appeal in rows.all():
        if look_by(uow, appeal) >= today:
            continue
        for user_id in await people.coordinators(uow, appeal.assembly_id):
            await outbox.queue(
                uow,
                "held_too_long",
                user_id,
                f"held_too_long:{appeal.id}:{appeal.state_since:%Y%m%d%H%M}:{user_id}",
                priority=outbox.Priority.REMINDER,
                due_at=due_at,
                appeal_id=appeal.id,
            )
