"""How an appeal reaches the deputy: a workspace takes it, or a coordinator passes it on."""

from typing import Any

from sqlalchemy import select

from domain.appeals import State
from domain.life_cycle import Action
from domain.roles import Role
from models.appeals import Appeal
from models.messaging import OutboxMessage
from services import outbox, people
from services.appeals import dates
from services.appeals.events import move
from services.unit_of_work import UnitOfWork

NOTICE = "case_new"


async def deliver(uow: UnitOfWork, appeal: Appeal) -> None:
    """Right after registration: to the workspace, or to the coordinators where there is none."""
    if appeal.registered_on is None:
        return
    members = await people.workspace_members(uow, appeal.mandate_id)
    if members:
        await dates.start_clocks(uow, appeal, appeal.registered_on)
        await _tell(uow, appeal, members)
    else:
        await _ask_coordinators(uow, appeal)


async def _tell(uow: UnitOfWork, appeal: Appeal, members: list[int]) -> None:
    for user_id in members:
        key = f"{NOTICE}:{appeal.id}:{user_id}"
        await outbox.queue(uow, NOTICE, user_id, key, appeal_id=appeal.id)


async def _ask_coordinators(uow: UnitOfWork, appeal: Appeal) -> None:
    day = uow.rules.today(uow.now)
    await move(uow, appeal, Action.FAIL_DELIVERY, None, Role.SYSTEM)
    dates.wait_for_handover(uow, appeal, max(day, appeal.registered_on or day))
    for user_id in await people.coordinators(uow, appeal.assembly_id):
        key = f"handover_needed:{appeal.id}:{user_id}"
        await outbox.queue(uow, "handover_needed", user_id, key, appeal_id=appeal.id)


async def on_notice(uow: UnitOfWork, facts: dict[str, Any], sent: bool) -> None:  # noqa: FBT001
    """The sender tells what became of a notice to the workspace: one that arrived is enough."""
    registered = Appeal.state == State.REGISTERED
    appeal = await uow.session.scalar(
        select(Appeal).where(Appeal.id == facts["appeal_id"], registered).with_for_update()
    )
    if appeal is None:
        return
    if sent:
        await move(uow, appeal, Action.DELIVER, None, Role.SYSTEM)
        return
    await uow.session.flush()
    waiting = await uow.session.scalar(
        select(OutboxMessage.id)
        .where(
            outbox.keyed(f"{NOTICE}:{appeal.id}"),
            OutboxMessage.state.in_(["new", "sending", "sent"]),
        )
        .limit(1)
    )
    if waiting is None:
        await not_delivered(uow, appeal)


async def not_delivered(uow: UnitOfWork, appeal: Appeal) -> None:
    """Nobody in the workspace can be reached: the coordinators are asked, the author is told."""
    appeal.ack_due = appeal.answer_due = appeal.clock_started_on = None
    await _ask_coordinators(uow, appeal)
    await tell_author(uow, appeal, "not_delivered")


async def workspace_opened(uow: UnitOfWork, mandate_id: int) -> None:
    """The deputy has joined: what waited for a handover is delivered, and the clocks start now."""
    rows = await uow.session.scalars(
        select(Appeal)
        .where(Appeal.mandate_id == mandate_id, Appeal.state == State.UNDELIVERABLE)
        .order_by(Appeal.id)
        .with_for_update()
    )
    members = await people.workspace_members(uow, mandate_id)
    for appeal in rows.all():
        await move(uow, appeal, Action.DELIVER, None, Role.SYSTEM)
        await dates.start_clocks(uow, appeal, dates.today_working(uow))
        await _tell(uow, appeal, members)
        await tell_author(uow, appeal, "delivered")


async def tell_author(
    uow: UnitOfWork,
    appeal: Appeal,
    what: str,
    mark: object = "",
    priority: outbox.Priority = outbox.Priority.NOTICE,
) -> None:
    """Queues news of the case; `mark` tells repeated news of one kind apart."""
    await outbox.queue(
        uow,
        "case_news",
        appeal.author_id,
        f"case_news:{appeal.id}:{what}:{mark}",
        priority=outbox.Priority.ANSWER if what == "answered" else priority,
        appeal_id=appeal.id,
        what=what,
    )
