"""Those who come are reminded the day before and an hour before, each once for each version."""

from typing import Final

from domain.announcements import Before, remind_at
from models.news import Announcement
from services import outbox
from services.unit_of_work import UnitOfWork

NOTICE: Final = "announcement_soon"


async def plan(uow: UnitOfWork, row: Announcement, user_id: int) -> None:
    """Whether it still holds is looked up when they are sent: it may be moved or cancelled."""
    if row.starts_at is None:
        return
    for before in Before:
        due_at = remind_at(row.starts_at, before, uow.rules.zone)
        if due_at > uow.now:
            await outbox.queue(
                uow,
                NOTICE,
                user_id,
                f"{NOTICE}:{row.id}:{row.version}:{user_id}:{before}",
                priority=outbox.Priority.REMINDER,
                due_at=due_at,
                announcement_id=row.id,
                version=row.version,
                before=before,
            )
