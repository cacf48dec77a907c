"""Coordinators look at what was recorded before it counts."""

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import CompoundSelect, Select, func, literal, select, union_all

from domain.errors import NotAllowed, TransitionRefused
from domain.records import RecordAction, RecordKind, RecordState, ReturnReason, after
from domain.roles import Actor
from models.assemblies import Convocation
from models.deputies import Mandate
from models.records import ProgrammeEvent
from services import news, outbox
from services.appeals.wording import sound
from services.grants import require_coordinator
from services.records import duplicates, programmes, scope
from services.records.kinds import DEPUTY, MODELS, Row, kind_of
from services.records.reading import Line, Record, line, view
from services.unit_of_work import UnitOfWork

PAGE: Final = 5
NOTE_LIMIT: Final = 500
_NEWS: Final = {
    RecordKind.MEETING: news.NewsKind.MEETING,
    RecordKind.REQUEST: news.NewsKind.REQUEST,
}


@dataclass(frozen=True, slots=True)
class Queue:
    rows: tuple[Line, ...]
    page: int
    total: int


@dataclass(frozen=True, slots=True)
class Case:
    """A record that waits, why this person may not decide, and what may be the same fact."""

    record: Record
    conflict: str | None
    likely: tuple[Line, ...]


def _waiting(actor: Actor) -> CompoundSelect[Any]:
    parts: list[Select[Any]] = []
    for kind, model in MODELS.items():
        part = select(
            literal(str(kind)).label("kind"),
            model.id.label("id"),
            model.submitted_at.label("submitted_at"),
        ).where(model.state == RecordState.SUBMITTED)
        ids = actor.coordinated_assemblies
        if ids is not None:
            part = (
                part.join(Mandate, Mandate.id == getattr(model, DEPUTY[kind]))
                .join(Convocation, Convocation.id == Mandate.convocation_id)
                .where(Convocation.assembly_id.in_(ids))
            )
        parts.append(part)
    return union_all(*parts)


async def count(uow: UnitOfWork, actor: Actor) -> int:
    """How many wait for this coordinator."""
    require_coordinator(actor)
    found = select(func.count()).select_from(_waiting(actor).subquery())
    return await uow.session.scalar(found) or 0


async def queue(uow: UnitOfWork, actor: Actor, page: int) -> Queue:
    """The oldest first. Raises NotAllowed."""
    total = await count(uow, actor)
    here = max(0, min(page, (total - 1) // PAGE))
    found = _waiting(actor).subquery()
    rows = await uow.session.execute(
        select(found.c.kind, found.c.id)
        .order_by(found.c.submitted_at, found.c.kind, found.c.id)
        .offset(here * PAGE)
        .limit(PAGE)
    )
    lines = [
        await line(uow, await scope.found(uow, RecordKind(kind), ident))
        for kind, ident in rows.all()
    ]
    return Queue(tuple(lines), here, total)


async def case(uow: UnitOfWork, actor: Actor, kind: RecordKind, ident: int) -> Case:
    """Raises NotFound for what is not in this coordinator's queue or register."""
    row = await scope.in_review(uow, actor, kind, ident)
    waits = row.state == RecordState.SUBMITTED
    return Case(
        await view(uow, row),
        await scope.conflict(uow, actor, row),
        await _offered(uow, row) if waits else (),
    )


async def _offered(uow: UnitOfWork, row: Row) -> tuple[Line, ...]:
    """What the recorder named comes first."""
    found = await duplicates.likely(uow, row)
    if row.merged_into_id is None:
        return found
    named = await line(uow, await scope.found(uow, kind_of(row), row.merged_into_id))
    return (named, *(one for one in found if one.id != named.id))[: duplicates.MOST]


async def accept(uow: UnitOfWork, actor: Actor, kind: RecordKind, ident: int) -> None:
    """From now on it counts. Raises NotFound, NotAllowed, TransitionRefused."""
    row = await _decided(uow, actor, kind, ident, RecordAction.ACCEPT)
    row.merged_into_id = None
    await _follow(uow, actor, row)
    await _tell(uow, row, "record_accepted")
    if kind in _NEWS:
        await news.begin(uow, _NEWS[kind], row.id)


async def give_back(
    uow: UnitOfWork,
    actor: Actor,
    kind: RecordKind,
    ident: int,
    reason: ReturnReason,
    words: str = "",
) -> None:
    """With a reason of the list and, if need be, words. Raises as `accept`, and BadInput."""
    note = sound(words, NOTE_LIMIT) if words else None
    row = await _decided(uow, actor, kind, ident, RecordAction.RETURN)
    row.returned_for, row.return_note = reason, note
    await _tell(uow, row, "record_returned")


async def merge(uow: UnitOfWork, actor: Actor, kind: RecordKind, ident: int, into: int) -> None:
    """Two records of one fact become one. Raises as `accept`."""
    row = await scope.in_review(uow, actor, kind, ident, to_decide=True)
    await scope.require_no_conflict(uow, actor, row)
    if row.state != RecordState.SUBMITTED:
        raise TransitionRefused(row.state, RecordAction.MERGE, "state")
    other = await duplicates.target(uow, row, into)
    await scope.require_no_conflict(uow, actor, other)
    await duplicates.merge(uow, actor, row, other)
    await _follow(uow, actor, other)
    await _tell(uow, row, "record_merged")


async def _follow(uow: UnitOfWork, actor: Actor, row: Row) -> None:
    """A step that counts may change how its programme stands."""
    if isinstance(row, ProgrammeEvent) and row.state == RecordState.ACCEPTED and row.mandate_id:
        await programmes.follow(uow, actor, row.mandate_id)


async def _decided(
    uow: UnitOfWork, actor: Actor, kind: RecordKind, ident: int, action: RecordAction
) -> Row:
    row = await scope.in_review(uow, actor, kind, ident, to_decide=True)
    if not actor.is_recorder:
        raise NotAllowed("review")
    await scope.require_no_conflict(uow, actor, row)
    if row.state != RecordState.SUBMITTED:
        raise TransitionRefused(row.state, action, "state")
    row.state = after(RecordState(row.state), action)
    row.reviewed_by, row.reviewed_at = actor.user_id, uow.now
    await uow.session.flush()
    return row


async def _tell(uow: UnitOfWork, row: Row, notice: str) -> None:
    """The recorder. Nobody recorded what the bot itself noticed."""
    if row.recorded_by is None:
        return
    kind = kind_of(row)
    await outbox.queue(
        uow,
        notice,
        row.recorded_by,
        f"{notice}:{kind}:{row.id}:{uow.now.timestamp()}",
        record_kind=str(kind),
        record_id=row.id,
    )
