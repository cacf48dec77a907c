"""Somebody proposes a status: words, evidence, and then it is for others to decide."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import select

from domain.errors import BadInput, NotFound, TransitionRefused
from domain.promises import OPEN, ChangeAction, ChangeState, PromiseStatus, after
from domain.roles import Actor
from models.programmes import Promise
from models.verdicts import StatusChange
from services import outbox, people
from services.appeals.wording import sound
from services.promises import proofs, scope
from services.promises.proofs import Proof
from services.promises.reading import PromiseView, promise
from services.unit_of_work import UnitOfWork

REASON_LIMIT: Final = 1000


async def may(uow: UnitOfWork, actor: Actor, promise_id: int) -> PromiseView:
    """Raises NotFound for others than activists and coordinators, TransitionRefused."""
    found = await promise(uow, actor, promise_id)
    if not found.may_propose:
        raise NotFound("promise", promise_id)
    if found.deputy.mandate_id in actor.mandates:
        raise TransitionRefused(found.status, "propose", "propose_own_side")
    if await _open(uow, promise_id):
        raise TransitionRefused(found.status, "propose", "change_open")
    return found


async def _open(uow: UnitOfWork, promise_id: int) -> bool:
    query = select(StatusChange.id).where(
        StatusChange.promise_id == promise_id, StatusChange.state.in_(OPEN)
    )
    return await uow.session.scalar(query.limit(1)) is not None


async def propose(
    uow: UnitOfWork,
    actor: Actor,
    promise_id: int,
    status: PromiseStatus,
    reason: str,
    evidence: Sequence[Proof],
) -> int:
    """The coordinators are told; one change at a time for each promise.

    Raises BadInput without words or evidence, TransitionRefused, NotFound.
    """
    await uow.session.get(Promise, promise_id, with_for_update=True)
    found = await may(uow, actor, promise_id)
    if status is found.status:
        raise TransitionRefused(found.status, "propose", "status_same")
    if not evidence:
        raise BadInput("proof_missing")
    row = StatusChange(
        promise_id=promise_id,
        status=status,
        reason=sound(reason, REASON_LIMIT),
        state=ChangeState.PROPOSED,
        proposed_by=actor.user_id,
        proposed_at=uow.now,
    )
    uow.session.add(row)
    await uow.session.flush()
    proofs.keep(uow, actor, evidence, change_id=row.id)
    for user_id in await people.coordinators(uow, found.deputy.assembly_id):
        if user_id != actor.user_id:
            key = f"change_proposed:{row.id}:{user_id}"
            by_day = outbox.Priority.REMINDER
            await outbox.queue(
                uow, "change_proposed", user_id, key, priority=by_day, change_id=row.id
            )
    return row.id


async def withdraw(uow: UnitOfWork, actor: Actor, change_id: int) -> None:
    """By the proposer, before it is public. Raises NotFound, TransitionRefused."""
    mine = StatusChange.proposed_by == actor.user_id
    row, _, _ = await scope.change_row(uow, change_id, mine)
    row.state = after(ChangeState(row.state), ChangeAction.WITHDRAW)
