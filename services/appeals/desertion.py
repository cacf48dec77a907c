"""The last one leaves a workspace: its letters must not lie there unseen."""

from sqlalchemy import func, select

from domain.appeals import IN_INBOX, State
from models.appeals import Appeal, Handover
from services import directory, outbox, people
from services.appeals import delivery
from services.unit_of_work import UnitOfWork

# With the deputy's side. What has not reached anybody there yet is passed on by a coordinator.
_HELD = IN_INBOX - {State.REGISTERED}


async def workspace_left(uow: UnitOfWork, mandate_id: int, mark: str) -> None:
    """After a role ended. `mark` tells the occasions apart: one notice to each coordinator."""
    if await people.workspace_members(uow, mandate_id):
        return
    fresh = select(Appeal).where(
        Appeal.mandate_id == mandate_id,
        Appeal.state == State.REGISTERED,
        Appeal.number.is_not(None),
    )
    for appeal in (await uow.session.scalars(fresh.order_by(Appeal.id).with_for_update())).all():
        await delivery.not_delivered(uow, appeal)
    if not await deserted(uow, mandate_id):
        return
    deputy = await directory.deputy(uow, mandate_id)
    for coordinator in await people.coordinators(uow, deputy.assembly_id):
        key = f"workspace_left:{mandate_id}:{mark}:{coordinator}"
        await outbox.queue(uow, "workspace_left", coordinator, key, mandate_id=mandate_id)


async def deserted(uow: UnitOfWork, mandate_id: int) -> int:
    """How many open letters lie in a workspace where nobody is; 0 where somebody is."""
    if await people.workspace_members(uow, mandate_id):
        return 0
    held = select(func.count(Appeal.id)).where(
        Appeal.mandate_id == mandate_id,
        Appeal.state.in_(_HELD),
        Appeal.id.not_in(select(Handover.appeal_id)),
    )
    return await uow.session.scalar(held) or 0
