"""What the table cannot know: how often, how long after, and whether anybody would get it."""

from sqlalchemy import select

from domain.appeals import Closing, State
from domain.errors import TransitionRefused
from domain.life_cycle import Action, possible, refusal, target
from domain.roles import Role
from models.appeals import Appeal, AppealEvent
from services import people
from services.unit_of_work import UnitOfWork


async def check(uow: UnitOfWork, appeal: Appeal, action: Action, role: Role) -> None:
    """Raises TransitionRefused with a reason: state, role, or what `refusal` gives."""
    if action is Action.DISPUTE and appeal.closed_as == Closing.SILENT:
        raise TransitionRefused(appeal.state, action, "dispute_late")
    target(State(appeal.state), action, role)
    reason = await _refusal(uow, appeal, action, await _done(uow, appeal))
    if reason is not None:
        raise TransitionRefused(appeal.state, action, reason)


async def able(uow: UnitOfWork, appeal: Appeal, role: Role) -> frozenset[Action]:
    """What somebody with this role can do with the appeal now: its buttons, and no others."""
    done = await _done(uow, appeal)
    listed = sorted(possible(State(appeal.state), role))
    return frozenset([one for one in listed if await _refusal(uow, appeal, one, done) is None])


async def _done(uow: UnitOfWork, appeal: Appeal) -> frozenset[str]:
    rows = await uow.session.scalars(
        select(AppealEvent.action).where(AppealEvent.appeal_id == appeal.id).distinct()
    )
    return frozenset(rows)


async def _refusal(
    uow: UnitOfWork, appeal: Appeal, action: Action, done: frozenset[str]
) -> str | None:
    since = appeal.state_since or appeal.created_at
    found = refusal(action, since, uow.now, done)
    if action is Action.RECORD_ANSWER and Action.HAND_OVER not in done:
        return "state"  # only what was passed on is answered outside the bot
    if found is None and action is Action.REOPEN and appeal.closed_as == Closing.NOT_DELIVERABLE:
        members = await people.workspace_members(uow, appeal.mandate_id)
        return None if members else "reopen_nobody"
    return found
