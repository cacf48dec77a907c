"""A second person looks at a proposed status: confirms it, or gives it back with a reason."""

from dataclasses import dataclass

from sqlalchemy import func, select

from domain.due import RULES, RuleId, due
from domain.errors import NotFound, TransitionRefused
from domain.names import Names
from domain.promises import ChangeAction, ChangeState, PromiseStatus, after
from domain.records import ReturnReason
from domain.roles import Actor, Role
from models.users import User
from models.verdicts import StatusChange
from services import outbox, people
from services.directory import deputy
from services.promises import scope
from services.promises.reading import PAGE, conflict
from services.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Waiting:
    change_id: int
    deputy: Names
    status: PromiseStatus


@dataclass(frozen=True, slots=True)
class Queue:
    rows: tuple[Waiting, ...]
    page: int
    total: int


async def count(uow: UnitOfWork, actor: Actor) -> int:
    if not actor.has(Role.COORDINATOR):
        return 0
    waiting = scope.changes().where(
        StatusChange.state == ChangeState.PROPOSED, scope.coordinated(actor)
    )
    query = select(func.count()).select_from(waiting.with_only_columns(StatusChange.id).subquery())
    return await uow.session.scalar(query) or 0


async def queue(uow: UnitOfWork, actor: Actor, page: int = 0) -> Queue:
    """The oldest first. Raises NotFound for others than coordinators."""
    if not actor.has(Role.COORDINATOR):
        raise NotFound("queue")
    total = await count(uow, actor)
    here = min(max(page, 0), max(0, (total - 1) // PAGE))
    rows = await uow.session.execute(
        scope.changes()
        .where(StatusChange.state == ChangeState.PROPOSED, scope.coordinated(actor))
        .order_by(StatusChange.id)
        .offset(here * PAGE)
        .limit(PAGE)
    )
    found = [
        Waiting(row.id, (await deputy(uow, mandate_id)).name, PromiseStatus(row.status))
        for row, mandate_id, _ in rows.all()
    ]
    return Queue(tuple(found), here, total)


async def confirm(uow: UnitOfWork, actor: Actor, change_id: int) -> None:
    """From now on the deputy's side has its days to reply before others see it.

    Raises NotFound, TransitionRefused: amid a conflict of interest, or when it is decided already.
    """
    row, mandate_id = await _row(uow, actor, change_id)
    row.state = after(ChangeState(row.state), ChangeAction.CONFIRM)
    calendar = uow.rules.calendar
    start = calendar.next_working(uow.rules.today(uow.now))
    row.reply_due = due(start, RULES[RuleId.RIGHT_OF_REPLY], calendar).due
    row.reviewed_by, row.reviewed_at = actor.user_id, uow.now
    told = await _reachable(uow, mandate_id)
    row.reached_deputy = bool(told)
    for user_id in told:
        key = f"change_reply:{row.id}:{user_id}"
        await outbox.queue(uow, "change_reply", user_id, key, change_id=row.id)
    await _tell_proposer(uow, row, "change_confirmed")


async def _reachable(uow: UnitOfWork, mandate_id: int) -> list[int]:
    """Those of the deputy's side whom a message reaches."""
    members = await people.workspace_members(uow, mandate_id)
    rows = await uow.session.scalars(
        select(User.id).where(User.id.in_(members), User.blocked_at.is_(None)).order_by(User.id)
    )
    return list(rows)


async def give_back(uow: UnitOfWork, actor: Actor, change_id: int, reason: ReturnReason) -> None:
    """Raises NotFound, TransitionRefused."""
    row, _ = await _row(uow, actor, change_id)
    if row.state != ChangeState.PROPOSED:
        raise TransitionRefused(row.state, ChangeAction.RETURN, "state")
    row.state = after(ChangeState(row.state), ChangeAction.RETURN)
    row.reviewed_by, row.reviewed_at = actor.user_id, uow.now
    row.returned_for = reason
    await _tell_proposer(uow, row, "change_returned")


async def _tell_proposer(uow: UnitOfWork, row: StatusChange, kind: str) -> None:
    await outbox.queue(uow, kind, row.proposed_by, f"{kind}:{row.id}", change_id=row.id)


async def _row(uow: UnitOfWork, actor: Actor, change_id: int) -> tuple[StatusChange, int]:
    if not actor.has(Role.COORDINATOR):
        raise NotFound("change", change_id)
    row, mandate_id, _ = await scope.change_row(uow, change_id, scope.coordinated(actor))
    refused = conflict(actor, row, mandate_id)
    if refused:
        raise TransitionRefused(row.state, "review", refused)
    return row, mandate_id
