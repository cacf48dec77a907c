"""What the author may do with a registered appeal."""

from domain.appeals import State
from domain.life_cycle import Action
from domain.roles import Actor, Role
from services.appeals.events import move
from services.appeals.scopes import of_author
from services.appeals.telling import tell_side
from services.unit_of_work import UnitOfWork


async def withdraw(uow: UnitOfWork, actor: Actor, appeal_id: int) -> None:
    """The number stays; the deputy's side is told. Raises NotFound, TransitionRefused."""
    appeal = await of_author(uow, actor, appeal_id)
    if appeal.state == State.WITHDRAWN:
        return
    await move(uow, appeal, Action.WITHDRAW, actor, Role.VOTER)
    await tell_side(uow, appeal, "withdrawn")


async def confirm(uow: UnitOfWork, actor: Actor, appeal_id: int, *, partly: bool) -> None:
    """The answer solved it, wholly or partly."""
    appeal = await of_author(uow, actor, appeal_id)
    action = Action.CONFIRM_PARTLY if partly else Action.CONFIRM
    if appeal.state == (State.PARTLY if partly else State.CONFIRMED):
        return
    await move(uow, appeal, action, actor, Role.VOTER)
    await tell_side(uow, appeal, "partly" if partly else "confirmed")
