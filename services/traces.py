"""What a person left besides letters: whom they follow, where they come, what they wrote."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import func, select

from domain.roles import Actor
from services.directory import Deputy, deputy
from services.trace_rows import Trace, all_of
from services.unit_of_work import UnitOfWork

__all__ = ["PAGE", "Left", "Trace", "count", "page"]

PAGE: Final = 5


@dataclass(frozen=True, slots=True)
class Left:
    """One of them; what does not apply is None."""

    trace: Trace
    at: datetime
    deputy: Deputy | None
    number: str | None
    text: str | None


async def count(uow: UnitOfWork, actor: Actor) -> int:
    return await uow.session.scalar(select(func.count()).select_from(all_of(actor).subquery())) or 0


async def page(uow: UnitOfWork, actor: Actor, number: int) -> tuple[Left, ...]:
    """Counted from 0, the oldest first."""
    found = all_of(actor).subquery()
    rows = await uow.session.execute(
        select(found)
        .order_by(found.c.at, found.c.trace, found.c.text)
        .offset(number * PAGE)
        .limit(PAGE)
    )
    return tuple(
        [
            Left(
                Trace(row.trace),
                row.at,
                await deputy(uow, row.mandate_id) if row.mandate_id else None,
                row.number,
                row.text or None,
            )
            for row in rows
        ]
    )
