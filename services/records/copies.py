"""Programmes are archived: a copy of what accepted evidence leads to, with its hash and day.

Fetching is done outside: these are the two transactions around it.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from sqlalchemy import exists, or_, select

from domain.records import ProgrammeEventKind, RecordState
from models.records import Evidence, ProgrammeCopy, ProgrammeEvent
from services.records.programmes import programme_of
from services.unit_of_work import UnitOfWork

BUDGET: Final = 2
TRIES: Final = 3
PAUSE: Final = timedelta(hours=20)
SHOWN: Final = (ProgrammeEventKind.FOUND, ProgrammeEventKind.CAME, ProgrammeEventKind.CHANGED)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A link to fetch, or a file that Telegram keeps."""

    evidence_id: int
    mandate_id: int
    url: str | None
    file_id: str | None
    file_name: str | None


@dataclass(frozen=True, slots=True)
class Kept:
    """`path`: below the folder of the archive; None for what Telegram keeps."""

    sha256: str
    size: int
    path: str | None


async def wanted(uow: UnitOfWork) -> tuple[Wanted, ...]:
    """Evidence of programmes that were found or came, of which no copy is kept yet."""
    kept = exists().where(
        or_(ProgrammeCopy.url == Evidence.url, ProgrammeCopy.file_id == Evidence.file_id)
    )
    tried = Evidence.copy_tried_at
    rows = await uow.session.execute(
        select(Evidence, ProgrammeEvent.mandate_id)
        .join(ProgrammeEvent, ProgrammeEvent.id == Evidence.event_id)
        .where(
            ProgrammeEvent.state == RecordState.ACCEPTED,
            ProgrammeEvent.kind.in_(sorted(SHOWN)),
            Evidence.copy_tries < TRIES,
            or_(tried.is_(None), tried <= uow.now - PAUSE),
            ~kept,
        )
        .order_by(Evidence.id)
        .limit(BUDGET)
    )
    return tuple(
        Wanted(row.id, mandate_id, row.url, row.file_id, row.file_name)
        for row, mandate_id in rows
        if mandate_id is not None
    )


async def tried(uow: UnitOfWork, one: Wanted, kept: Kept | None) -> None:
    """Notes the try; keeps the copy unless the very same is kept already."""
    evidence = await uow.session.get(Evidence, one.evidence_id)
    if evidence is None:
        return
    evidence.copy_tries += 1
    evidence.copy_tried_at = uow.now
    if kept is None:
        return
    programme = await programme_of(uow, one.mandate_id)
    same = select(ProgrammeCopy.id).where(
        ProgrammeCopy.programme_id == programme.id, ProgrammeCopy.sha256 == kept.sha256
    )
    if await uow.session.scalar(same) is not None:
        evidence.copy_tries = TRIES
        return
    uow.session.add(
        ProgrammeCopy(
            programme_id=programme.id,
            url=one.url,
            file_id=one.file_id,
            path=kept.path,
            file_name=one.file_name,
            sha256=kept.sha256,
            size=kept.size,
            kept_at=uow.now,
        )
    )
