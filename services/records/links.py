"""Links of programmes are looked at; one that is dead on two days becomes an event to review.

The looking itself is done outside: these are the two transactions around it.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from sqlalchemy import or_, select

from domain.records import ProgrammeEventKind, RecordState
from models.programmes import Programme
from models.records import ProgrammeEvent
from services.unit_of_work import UnitOfWork

BUDGET: Final = 3  # links at a time
PAUSE: Final = timedelta(hours=20)  # between two looks at the same link: never twice a day
SILENCE: Final = timedelta(days=30)  # after a reviewer said that a link is not dead


@dataclass(frozen=True, slots=True)
class Look:
    programme_id: int
    url: str


async def due(uow: UnitOfWork) -> tuple[Look, ...]:
    """The links that were not looked at for the longest time."""
    checked = Programme.link_checked_at
    rows = await uow.session.execute(
        select(Programme.id, Programme.url)
        .where(Programme.url.is_not(None), or_(checked.is_(None), checked <= uow.now - PAUSE))
        .order_by(checked.is_not(None), checked, Programme.id)
        .limit(BUDGET)
    )
    return tuple(Look(ident, url) for ident, url in rows if url)


async def seen(uow: UnitOfWork, look: Look, *, dead: bool | None) -> None:
    """What a look brought; None: it cannot be told, which says nothing against the link."""
    row = await uow.session.get(Programme, look.programme_id)
    if row is None or row.url != look.url:
        return
    row.link_checked_at = uow.now
    today = uow.rules.today(uow.now)
    if dead is False:
        row.link_failed_on = None
    elif dead and row.link_failed_on is None:
        row.link_failed_on = today
    elif dead and row.link_failed_on is not None and row.link_failed_on < today:
        await _propose(uow, row.mandate_id, look.url)


async def _propose(uow: UnitOfWork, mandate_id: int, url: str) -> None:
    """Into the queue of records, once: nobody recorded it, a coordinator decides."""
    known = await uow.session.scalar(
        select(ProgrammeEvent.id)
        .where(
            ProgrammeEvent.mandate_id == mandate_id,
            ProgrammeEvent.kind == ProgrammeEventKind.DEAD_LINK,
            ProgrammeEvent.source_url == url,
            or_(
                ProgrammeEvent.state == RecordState.SUBMITTED,
                ProgrammeEvent.created_at > uow.now - SILENCE,
            ),
        )
        .limit(1)
    )
    if known is not None:
        return
    uow.session.add(
        ProgrammeEvent(
            mandate_id=mandate_id,
            kind=ProgrammeEventKind.DEAD_LINK,
            happened_on=uow.rules.today(uow.now),
            source_url=url,
            state=RecordState.SUBMITTED,
            created_at=uow.now,
            submitted_at=uow.now,
        )
    )
