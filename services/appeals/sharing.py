"""News of a letter to those who joined it: what concerns them, each once."""

from typing import Final

from domain.life_cycle import Action
from models.appeals import Appeal
from services import following, outbox
from services.outbox import Priority, Queued
from services.unit_of_work import UnitOfWork

KIND: Final = "shared_news"
# An answer reaches them in full: see `supporting`. What is asked between the two sides does not.
TOLD: Final = frozenset(
    {
        Action.REPLY,
        Action.EXTEND,
        Action.REDIRECT,
        Action.SUCCEED,
        Action.MERGE,
        Action.WRITE_AGAIN,
        Action.SEND_BACK,
        Action.REOPEN,
        Action.WITHDRAW,
        Action.GIVE_UP,
        Action.CLOSE_DISPUTED,
        Action.CLOSE_NO_REPLY,
        Action.CLOSE_REDIRECTED,
        Action.CLOSE_SETTLED,
        Action.CLOSE_SILENT,
    }
)


async def tell(uow: UnitOfWork, appeal: Appeal, action: str, position: int) -> None:
    """Queues an event for those who want to hear of it at once; the others read the digest."""
    if action not in TOLD:
        return
    facts = {"appeal_id": appeal.id, "action": action}
    news = [
        Queued(KIND, user_id, f"{KIND}:{appeal.id}:{position}:{user_id}", Priority.REMINDER, facts)
        for user_id in await following.hears_at_once(uow, appeal.id)
    ]
    await outbox.queue_many(uow, news)
