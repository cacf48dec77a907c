"""What the author may do with a registered appeal."""

from domain.appeals import State
from domain.errors import BadInput
from domain.life_cycle import Action
from domain.roles import Actor, Role
from domain.text import clean, has_letters
from models.appeals import Appeal
from services import outbox, people
from services.appeals.events import move, text_digest
from services.appeals.scopes import of_author
from services.unit_of_work import UnitOfWork

REASON_LIMIT = 1000


async def withdraw(uow: UnitOfWork, actor: Actor, appeal_id: int) -> None:
    """The number stays; the deputy's side is told. Raises NotFound, TransitionRefused."""
    appeal = await of_author(uow, actor, appeal_id)
    if appeal.state == State.WITHDRAWN:
        return
    await move(uow, appeal, Action.WITHDRAW, actor, Role.VOTER)
    await _tell_side(uow, appeal, "withdrawn")


async def confirm(uow: UnitOfWork, actor: Actor, appeal_id: int, *, partly: bool) -> None:
    """The answer solved it, wholly or partly."""
    appeal = await of_author(uow, actor, appeal_id)
    action = Action.CONFIRM_PARTLY if partly else Action.CONFIRM
    if appeal.state == (State.PARTLY if partly else State.CONFIRMED):
        return
    await move(uow, appeal, action, actor, Role.VOTER)
    await _tell_side(uow, appeal, "partly" if partly else "confirmed")


async def dispute(uow: UnitOfWork, actor: Actor, appeal_id: int, reason: str) -> None:
    """The answer did not help; `reason` says why and is added to the letter."""
    appeal = await of_author(uow, actor, appeal_id)
    text = clean(reason)
    if not has_letters(text):
        raise BadInput("no_letters" if text else "empty")
    if len(text) > REASON_LIMIT:
        raise BadInput("too_long", limit=REASON_LIMIT)
    await move(uow, appeal, Action.DISPUTE, actor, Role.VOTER, reason=text_digest(appeal, text))
    appeal.text = f"{appeal.text}\n\n{text}"
    await _tell_side(uow, appeal, "disputed")
    for user_id in await people.coordinators(uow, appeal.assembly_id):
        key = f"disputed:{appeal.id}:{user_id}"
        await outbox.queue(uow, "disputed", user_id, key, appeal_id=appeal.id)


async def _tell_side(uow: UnitOfWork, appeal: Appeal, what: str) -> None:
    for user_id in await people.workspace_members(uow, appeal.mandate_id):
        await outbox.queue(
            uow,
            "side_news",
            user_id,
            f"side_news:{appeal.id}:{what}:{user_id}",
            appeal_id=appeal.id,
            what=what,
        )
