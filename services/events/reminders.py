"""Those who come are reminded the day before and an hour before, each once for each version."""

from typing import Final

from domain.announcements import Before, remind_at
from models.news import Announcement
from services import outbox
from services.unit_of_work import UnitOfWork

NOTICE: Final = "announcement_soon"


async def plan(uow: UnitOfWork, row: Announcement, user_id: int) -> None:
    """Whether it still holds is looked up when they are sent: it may be moved or cancelled."""
    await outbox.queue_many(uow, planned(uow, row, user_id))


def planned(uow: UnitOfWork, row: Announcement, user_id: int) -> list[outbox.Queued]:
    if row.starts_at is None:
        return []
    moments = {before: remind_at(row.starts_at, before, uow.rules.zone) for before in Before}
    return [
        outbox.Queued(
            NOTICE,
            user_id,
            f"{NOTICE}:{row.id}:{row.version}:{user_id}:{before}",
            outbox.Priority.REMINDER,
            {"announcement_id": row.id, "version": row.version, "before": before},
            due_at,
        )
        for before, due_at in moments.items()
        if due_at > uow.now
    ]
