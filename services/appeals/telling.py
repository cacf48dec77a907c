"""News of a case to those who work on it."""

from sqlalchemy import select

from models.appeals import Appeal, Handover
from services import outbox, people
from services.appeals import desertion
from services.unit_of_work import UnitOfWork


async def tell_side(uow: UnitOfWork, appeal: Appeal, what: str, mark: object = "") -> bool:
    """Queues news for the workspace; False where there is none. `mark` tells repeated news apart.

    The key of news without a mark is that of the first releases.
    """
    members = await people.workspace_members(uow, appeal.mandate_id)
    told = f"{what}:{mark}" if mark else what
    for user_id in members:
        key = f"side_news:{appeal.id}:{told}:{user_id}"
        await outbox.queue(uow, "side_news", user_id, key, appeal_id=appeal.id, what=what)
    return bool(members)


async def tell_of_new_work(uow: UnitOfWork, appeal: Appeal, what: str, mark: int) -> None:
    """A case went back into work: to the workspace, or to those who must see to it instead."""
    if await tell_side(uow, appeal, what, mark):
        return
    passed_on = select(Handover.id).where(Handover.appeal_id == appeal.id).limit(1)
    if await uow.session.scalar(passed_on) is None:
        await desertion.workspace_left(uow, appeal.mandate_id, f"again-{mark}")
    else:
        await tell_coordinators(uow, appeal, "case_back", mark)


async def tell_coordinators(uow: UnitOfWork, appeal: Appeal, kind: str, mark: object) -> None:
    for user_id in await people.coordinators(uow, appeal.assembly_id):
        key = f"{kind}:{appeal.id}:{mark}:{user_id}"
        await outbox.queue(uow, kind, user_id, key, appeal_id=appeal.id)
