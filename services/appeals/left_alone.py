"""Drafts that were left alone: one reminder, and after 7 days they go."""

from datetime import timedelta

from sqlalchemy import ColumnElement, String, cast, exists, literal, select

from domain.appeals import State
from domain.calendar import outside_quiet_hours
from models.appeals import Appeal
from models.messaging import OutboxMessage
from services import outbox
from services.appeals import drafts
from services.unit_of_work import UnitOfWork

REMIND_AFTER = timedelta(days=1)
_KEY: ColumnElement[str] = literal("draft_waits:") + cast(Appeal.id, String)


async def expire(uow: UnitOfWork) -> None:
    """Removes drafts, and letters returned to be rewritten, whose time is over."""
    rows = await uow.session.scalars(
        select(Appeal.id)
        .where(Appeal.state.in_([State.DRAFT, State.RETURNED]), Appeal.expires_at <= uow.now)
        .with_for_update(skip_locked=True)
    )
    for draft_id in rows.all():
        await drafts.remove(uow, draft_id)


async def remind(uow: UnitOfWork) -> None:
    """One reminder of a draft that was not touched for a day, never at night."""
    untouched = uow.now + drafts.LIFE - REMIND_AFTER
    rows = await uow.session.execute(
        select(Appeal.id, Appeal.author_id).where(
            Appeal.state == State.DRAFT,
            Appeal.expires_at > uow.now,
            Appeal.expires_at <= untouched,
            ~exists().where(OutboxMessage.key == _KEY),
        )
    )
    due_at = outside_quiet_hours(uow.now, uow.rules.zone)
    for draft_id, author_id in rows.all():
        await outbox.queue(
            uow,
            "draft_waits",
            author_id,
            f"draft_waits:{draft_id}",
            priority=outbox.Priority.REMINDER,
            due_at=due_at,
            draft_id=draft_id,
        )
