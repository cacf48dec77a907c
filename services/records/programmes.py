"""The programme follows what was accepted about it; its history for all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from domain.programme_history import UNKNOWN, Standing, following
from domain.programmes import Availability, ProgrammeKind
from domain.promises import Subject
from domain.records import ProgrammeEventKind, RecordState
from domain.roles import Actor
from models.programmes import Programme
from models.records import Correction, Evidence, ProgrammeEvent
from services.directory import Deputy, deputy
from services.directory_cache import changed
from services.ids import known_id
from services.promises.responses import Response, about
from services.records.archive import Shelf, shelf
from services.records.editing import BY_HAND, Edit, correct
from services.records.reading import Line, line
from services.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class History:
    deputy: Deputy
    steps: tuple[Line, ...]
    copies: Shelf
    said: Mapping[int, tuple[Response, ...]]  # of the deputy's side, by step


async def follow(uow: UnitOfWork, actor: Actor, mandate_id: int) -> None:
    """The programme stands as its accepted steps say, in the order of their days.

    Each time from the beginning: a step that was corrected or taken back leaves nothing behind.
    """
    await uow.session.flush()
    row = await programme_of(uow, mandate_id)
    now = await _before_all(uow, row)
    for event in await _accepted(uow, mandate_id):
        if event.kind:
            now = following(now, ProgrammeEventKind(event.kind), await _link(uow, event))
    correct(uow, actor, row, "availability", now.availability)
    correct(uow, actor, row, "kind", now.kind)
    correct(uow, actor, row, "url", now.url)
    await changed(uow)


async def follow_edit(edit: Edit, *before: int | None) -> None:
    """After a correction of a step that counts already; `before`: deputies it was about."""
    row = edit.row
    if not isinstance(row, ProgrammeEvent) or row.state != RecordState.ACCEPTED:
        return
    for mandate_id in sorted({one for one in (row.mandate_id, *before) if one is not None}):
        await follow(edit.uow, edit.actor, mandate_id)


async def _accepted(uow: UnitOfWork, mandate_id: int) -> Sequence[ProgrammeEvent]:
    rows = await uow.session.scalars(
        select(ProgrammeEvent)
        .where(
            ProgrammeEvent.mandate_id == mandate_id,
            ProgrammeEvent.state == RecordState.ACCEPTED,
        )
        .order_by(ProgrammeEvent.happened_on, ProgrammeEvent.id)
    )
    return rows.all()


async def _before_all(uow: UnitOfWork, row: Programme) -> Standing:
    """What was known before the first step, or was said by hand since.

    Before the first step: the oldest value of each field that was changed.
    """
    rows = await uow.session.execute(
        select(Correction.field, Correction.was, Correction.became)
        .where(Correction.record == Programme.__tablename__, Correction.record_id == row.id)
        .order_by(Correction.id.desc())
    )
    known: dict[str, Any] = {"availability": row.availability, "kind": row.kind, "url": row.url}
    changes = rows.all()
    known |= {field: was for field, was, _ in changes if field in known}
    said = [became for field, _, became in changes if field == f"kind{BY_HAND}"]
    if said:
        known["kind"] = said[0]
    return Standing(Availability(known["availability"]), ProgrammeKind(known["kind"]), known["url"])


async def programme_of(uow: UnitOfWork, mandate_id: int) -> Programme:
    """The row; an empty one where nothing was known of the programme so far."""
    row = await uow.session.scalar(select(Programme).where(Programme.mandate_id == mandate_id))
    if row is None:
        row = Programme(mandate_id=mandate_id, availability=UNKNOWN.availability, kind=UNKNOWN.kind)
        uow.session.add(row)
        await uow.session.flush()
    return row


async def _link(uow: UnitOfWork, event: ProgrammeEvent) -> str | None:
    if event.source_url:
        return event.source_url
    found: str | None = await uow.session.scalar(
        select(Evidence.url)
        .where(Evidence.event_id == event.id, Evidence.url.is_not(None))
        .order_by(Evidence.id)
        .limit(1)
    )
    return found


async def history(uow: UnitOfWork, mandate_id: int) -> History:
    """Accepted steps and archived copies, the newest first. Raises NotFound."""
    found = await deputy(uow, known_id("deputy", mandate_id))
    steps = await uow.session.scalars(
        select(ProgrammeEvent)
        .where(
            ProgrammeEvent.mandate_id == mandate_id,
            ProgrammeEvent.state == RecordState.ACCEPTED,
        )
        .order_by(ProgrammeEvent.happened_on.desc(), ProgrammeEvent.id.desc())
        .limit(20)
    )
    lines = tuple([await line(uow, row) for row in steps.all()])
    return History(
        found,
        lines,
        await shelf(uow, mandate_id),
        await about(uow, Subject.EVENT, [one.id for one in lines]),
    )
