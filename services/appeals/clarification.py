"""A question to the author: the clock of the answer stands until the reply, or the case closes."""

from sqlalchemy import select

from domain.appeals import Closing, State
from domain.due import RULES, RuleId, due
from domain.life_cycle import Action
from domain.roles import Actor, Role
from models.appeals import Appeal
from models.casework import Clarification
from services import outbox, people
from services.appeals import dates, workspace
from services.appeals.events import move, text_digest
from services.appeals.scopes import of_side
from services.appeals.wording import sound
from services.unit_of_work import UnitOfWork

QUESTION_LIMIT = 1000
AT_ONCE = 100


async def ask(uow: UnitOfWork, actor: Actor, appeal_id: int, question: str) -> None:
    """Asks the author; whoever asks has taken the case into work. Raises TransitionRefused."""
    words = sound(question, QUESTION_LIMIT)
    appeal, role = await of_side(uow, actor, appeal_id)
    await into_work(uow, actor, appeal, role)
    await move(uow, appeal, Action.ASK, actor, role, question=text_digest(appeal, words))
    row = Clarification(
        appeal_id=appeal.id, asked_by=actor.user_id, question=words, asked_at=uow.now
    )
    uow.session.add(row)
    await uow.session.flush()
    today = uow.rules.today(uow.now)
    appeal.reply_due = due(today, RULES[RuleId.CLARIFICATION], uow.rules.calendar).due
    await dates.compute(uow, appeal)
    key = f"question:{row.id}"
    await outbox.queue(
        uow, "question", appeal.author_id, key, appeal_id=appeal.id, question_id=row.id
    )


async def into_work(uow: UnitOfWork, actor: Actor, appeal: Appeal, role: Role) -> None:
    """What is asked about is worked on: the steps that lead there are taken on the way."""
    if appeal.state in {State.REGISTERED, State.DELIVERED}:
        await workspace.acknowledge(uow, actor, appeal.id, quietly=True)
    if appeal.state == State.ACKNOWLEDGED:
        appeal.assignee_id = appeal.assignee_id or actor.user_id
        await move(uow, appeal, Action.START_WORK, actor, role, assignee=appeal.assignee_id)


async def close_unanswered(uow: UnitOfWork) -> bool:
    """Closes the cases whose authors were asked and have not replied in time; both are told."""
    rows = await uow.session.scalars(
        select(Appeal)
        .where(Appeal.state == State.CLARIFICATION, Appeal.reply_due < uow.rules.today(uow.now))
        .order_by(Appeal.id)
        .limit(AT_ONCE)
        .with_for_update()
    )
    found = rows.all()
    for appeal in found:
        await move(uow, appeal, Action.CLOSE_NO_REPLY, None, Role.SYSTEM)
        appeal.closed_as = Closing.NO_REPLY
        members = await people.workspace_members(uow, appeal.mandate_id)
        await _tell_closed(uow, appeal, "not_replied", [appeal.author_id])
        await _tell_closed(uow, appeal, "not_replied_side", members)
    return len(found) == AT_ONCE


async def _tell_closed(uow: UnitOfWork, appeal: Appeal, kind: str, user_ids: list[int]) -> None:
    for user_id in user_ids:
        key = f"{kind}:{appeal.id}:{appeal.reply_due}:{user_id}"
        await outbox.queue(uow, kind, user_id, key, appeal_id=appeal.id)
