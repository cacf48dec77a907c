"""Who works on an appeal."""

from dataclasses import dataclass

from domain.appeals import IN_INBOX, State
from domain.errors import NotFound, TransitionRefused
from domain.life_cycle import Action
from domain.roles import Actor
from services import outbox
from services.appeals.delivery import tell_author
from services.appeals.events import move, record
from services.appeals.scopes import of_side
from services.appeals.workspace import acknowledge
from services.desk.colleagues import Colleague, colleague
from services.desk.scope import case_of
from services.unit_of_work import UnitOfWork

ASSIGN = "assign"  # an event without a change of state
_NEW = frozenset({State.REGISTERED, State.DELIVERED})
_ASSIGNABLE = IN_INBOX | {State.REDIRECTED}


@dataclass(frozen=True, slots=True)
class Assigned:
    """`started`: the author has been told that somebody works on it."""

    to: Colleague
    started: bool


async def in_charge(uow: UnitOfWork, actor: Actor, appeal_id: int) -> Colleague | None:
    """Who works on it; None where nobody does, or where they have left the workspace."""
    appeal = await case_of(uow, actor, appeal_id)
    return await colleague(uow, actor, appeal.mandate_id, appeal.assignee_id)


async def assign(uow: UnitOfWork, actor: Actor, appeal_id: int, user_id: int) -> Assigned:
    """Gives it to somebody of the workspace, or takes it. What was only taken in is now in work.

    Raises NotFound for people from elsewhere, TransitionRefused where nothing is left to do.
    """
    appeal, role = await of_side(uow, actor, appeal_id)
    to = await colleague(uow, actor, appeal.mandate_id, user_id)
    if to is None:
        raise NotFound("colleague", user_id)
    if State(appeal.state) not in _ASSIGNABLE:
        raise TransitionRefused(appeal.state, Action.START_WORK, "state")
    if appeal.state in _NEW:
        await acknowledge(uow, actor, appeal_id, quietly=True)
    before, appeal.assignee_id = appeal.assignee_id, user_id
    started = appeal.state == State.ACKNOWLEDGED
    if started:
        await move(uow, appeal, Action.START_WORK, actor, role, assignee=user_id)
        await tell_author(uow, appeal, "in_work")
    elif before != user_id:
        await record(uow, appeal, ASSIGN, actor, role, assignee=user_id)
    if user_id not in {before, actor.user_id}:
        key = f"case_assigned:{appeal.id}:{user_id}:{uow.now.timestamp()}"
        await outbox.queue(uow, "case_assigned", user_id, key, appeal_id=appeal.id)
    return Assigned(to, started)
