"""What is kept for a limited time: texts of closed letters go after twelve months."""

from datetime import timedelta

from sqlalchemy import func, select

from domain.appeals import OPEN, UNREGISTERED, State
from models.appeals import Appeal, AppealEvent
from services.forgetting import empty_letters
from services.unit_of_work import UnitOfWork

TEXTS = timedelta(days=365)
AT_ONCE = 100
_CLOSED = tuple(sorted(set(State) - OPEN - UNREGISTERED))


async def empty_old_letters(uow: UnitOfWork) -> bool:
    """Empties letters closed long ago; numbers, dates, outcomes stay. True: there may be more."""
    closed_at = (
        select(func.max(AppealEvent.at)).where(AppealEvent.appeal_id == Appeal.id).scalar_subquery()
    )
    limit = uow.now - TEXTS
    ids = await uow.session.scalars(
        select(Appeal.id)
        .where(
            Appeal.state.in_(_CLOSED),
            Appeal.salt != "",
            Appeal.received_at < limit,
            closed_at < limit,
        )
        .limit(AT_ONCE)
    )
    found = ids.all()
    await empty_letters(uow, found)
    return len(found) == AT_ONCE
