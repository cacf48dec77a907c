"""When the days of the right of reply are over, a status is public."""

from typing import Final

import structlog
from sqlalchemy import exists

from domain.promises import ChangeAction, ChangeState, ResponseKind, after
from models.verdicts import DeputyResponse, StatusChange
from services import news, outbox, people
from services.elections import not_in_election
from services.promises import scope
from services.promises.reading import reply_by
from services.unit_of_work import UnitOfWork

log = structlog.get_logger()
HANDFUL: Final = 50


async def publish(uow: UnitOfWork) -> bool:
    """Part of the due work. What is disputed waits for a coordinator, whatever the day.

    In an election nothing is published; it follows when the election is over.
    """
    today = uow.rules.today(uow.now)
    disputed = exists().where(
        DeputyResponse.change_id == StatusChange.id,
        DeputyResponse.kind == ResponseKind.DISPUTE,
        DeputyResponse.settled_at.is_(None),
    )
    rows = await uow.session.execute(
        scope.changes()
        .where(
            StatusChange.state == ChangeState.WITH_DEPUTY,
            StatusChange.reply_due < today,
            ~disputed,
            not_in_election(uow),
        )
        .order_by(StatusChange.id)
        .limit(HANDFUL)
        .with_for_update(of=StatusChange)
    )
    found = rows.all()
    for row, mandate_id, _ in found:
        term = reply_by(uow, row)
        if term is not None and term.due >= today:
            row.reply_due = term.due  # a day off was added meanwhile
            continue
        await _publish(uow, row, mandate_id)
    return len(found) == HANDFUL


async def _publish(uow: UnitOfWork, row: StatusChange, mandate_id: int) -> None:
    row.state = after(ChangeState(row.state), ChangeAction.PUBLISH)
    row.published_at = uow.now
    log.info("status_public", change=row.id)
    await news.begin(uow, news.NewsKind.STATUS, row.id)
    told = {row.proposed_by, *await people.workspace_members(uow, mandate_id)}
    for user_id in sorted(told):
        key = f"change_public:{row.id}:{user_id}"
        await outbox.queue(uow, "change_public", user_id, key, change_id=row.id)
