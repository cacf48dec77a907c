"""What is said after the letter: kept beside it with its day, never written into it."""

from enum import StrEnum

from domain.life_cycle import Action
from domain.roles import Actor
from models.appeals import Appeal
from models.casework import Addition
from services.unit_of_work import UnitOfWork

REASON_LIMIT = 1000
LETTER_LIMIT = 4000


async def add(
    uow: UnitOfWork,
    appeal: Appeal,
    actor: Actor,
    action: Action,
    text: str,
    reason: StrEnum | None = None,
) -> int:
    """The id of the new row, which tells repeated news of one kind apart."""
    row = Addition(
        appeal_id=appeal.id,
        action=action,
        author_id=actor.user_id,
        reason=reason,
        text=text,
        added_at=uow.now,
    )
    uow.session.add(row)
    await uow.session.flush()
    return row.id
