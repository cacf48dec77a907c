"""Who is writing an answer just now, so that two do not write the same."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from domain.roles import Actor
from models.appeals import Answer
from services.desk.colleagues import Colleague, colleagues
from services.desk.scope import case_of
from services.unit_of_work import UnitOfWork

FRESH = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Writer:
    by: Colleague
    since: datetime


async def others_writing(uow: UnitOfWork, actor: Actor, appeal_id: int) -> tuple[Writer, ...]:
    """Colleagues with an unsent answer that was touched a short while ago."""
    appeal = await case_of(uow, actor, appeal_id)
    rows = await uow.session.execute(
        select(Answer.author_id, Answer.touched_at)
        .where(
            Answer.appeal_id == appeal_id,
            Answer.author_id != actor.user_id,
            Answer.sent_at.is_(None),
            Answer.touched_at > uow.now - FRESH,
        )
        .order_by(Answer.id)
    )
    found = rows.all()
    if not found:
        return ()
    known = {one.user_id: one for one in await colleagues(uow, actor, appeal.mandate_id)}
    return tuple(
        Writer(known[user_id], touched)
        for user_id, touched in found
        if user_id in known and touched is not None
    )
