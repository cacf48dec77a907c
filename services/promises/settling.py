"""A coordinator decides about a dispute: the record is returned, or it stays with a reason."""

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, func, or_, select

from domain.errors import NotFound, TransitionRefused
from domain.names import Names
from domain.promises import ChangeAction, ChangeState, Decision, ResponseKind, Subject
from domain.promises import after as after_change
from domain.records import RecordAction, RecordState, ReturnReason
from domain.records import after as after_record
from domain.roles import Actor, Role
from models.assemblies import Convocation
from models.deputies import Mandate
from models.records import DeputyRequest, Meeting, ProgrammeEvent
from models.verdicts import DeputyResponse, StatusChange
from services import outbox
from services.appeals.wording import sound
from services.directory import Deputy, deputy
from services.directory_cache import changed
from services.ids import known_id
from services.promises import facts, responses, scope
from services.promises.facts import Fact
from services.promises.reading import PAGE
from services.promises.responses import COLUMNS, Response
from services.records.programmes import follow
from services.unit_of_work import UnitOfWork

REASON_LIMIT: Final = 500
_RECORDS: dict[Subject, Any] = {
    Subject.MEETING: Meeting,
    Subject.REQUEST: DeputyRequest,
    Subject.EVENT: ProgrammeEvent,
    Subject.CHANGE: StatusChange,
}


@dataclass(frozen=True, slots=True)
class Dispute:
    """`fact` is None where the record is not shown any more: it was returned."""

    response: Response
    deputy: Deputy
    subject: Subject
    subject_id: int
    fact: Fact | None
    conflict: str | None  # why this coordinator may not decide
    may_settle: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    response_id: int
    deputy: Names
    subject: Subject


@dataclass(frozen=True, slots=True)
class Queue:
    rows: tuple[Waiting, ...]
    page: int
    total: int


def _rows() -> Select[DeputyResponse]:
    return (
        select(DeputyResponse)
        .join(Mandate, Mandate.id == DeputyResponse.mandate_id)
        .join(Convocation, Convocation.id == Mandate.convocation_id)
    )


def _waiting(actor: Actor) -> ColumnElement[bool]:
    return (
        (DeputyResponse.kind == ResponseKind.DISPUTE)
        & DeputyResponse.settled_at.is_(None)
        & scope.coordinated(actor)
    )


async def count(uow: UnitOfWork, actor: Actor) -> int:
    if not actor.has(Role.COORDINATOR):
        return 0
    query = select(func.count()).select_from(_rows().where(_waiting(actor)).subquery())
    return await uow.session.scalar(query) or 0


async def queue(uow: UnitOfWork, actor: Actor, page: int = 0) -> Queue:
    """The oldest first. Raises NotFound for others than coordinators."""
    if not actor.has(Role.COORDINATOR):
        raise NotFound("queue")
    total = await count(uow, actor)
    here = min(max(page, 0), max(0, (total - 1) // PAGE))
    rows = await uow.session.scalars(
        _rows().where(_waiting(actor)).order_by(DeputyResponse.id).offset(here * PAGE).limit(PAGE)
    )
    found = [
        Waiting(row.id, (await deputy(uow, row.mandate_id)).name, _subject(row)[0])
        for row in rows.all()
    ]
    return Queue(tuple(found), here, total)


def _subject(row: DeputyResponse) -> tuple[Subject, int]:
    for subject, column in COLUMNS.items():
        ident = getattr(row, column.key)
        if ident is not None:
            return subject, ident
    raise NotFound("record")


async def dispute(uow: UnitOfWork, actor: Actor, response_id: int) -> Dispute:
    """For coordinators, and for those it concerns. Raises NotFound."""
    row = await _row(uow, response_id, _concerns(actor))
    subject, ident = _subject(row)
    try:
        fact = await facts.fact(uow, row.mandate_id, subject, ident)
    except NotFound:
        fact = None
    about = await deputy(uow, row.mandate_id)
    return Dispute(
        response=await _response(uow, row, subject, ident),
        deputy=about,
        subject=subject,
        subject_id=ident,
        fact=fact,
        conflict=await _conflict(uow, actor, row, subject, ident),
        may_settle=actor.coordinates(about.assembly_id) and row.settled_at is None,
    )


async def _response(uow: UnitOfWork, row: DeputyResponse, subject: Subject, ident: int) -> Response:
    from_all = await responses.about(uow, subject, [ident])
    return next(one for one in from_all[ident] if one.id == row.id)


def _concerns(actor: Actor) -> ColumnElement[bool]:
    """Whoever decides, the deputy's side, and who recorded or proposed it."""
    mine = [
        COLUMNS[subject].in_(
            select(table.id).where(
                (table.proposed_by if subject is Subject.CHANGE else table.recorded_by)
                == actor.user_id
            )
        )
        for subject, table in _RECORDS.items()
    ]
    sides = DeputyResponse.mandate_id.in_(actor.mandates)
    return or_(scope.coordinated(actor), sides, *mine)


async def _row(uow: UnitOfWork, response_id: int, where: ColumnElement[bool]) -> DeputyResponse:
    query = _rows().where(
        DeputyResponse.id == known_id("dispute", response_id),
        DeputyResponse.kind == ResponseKind.DISPUTE,
        where,
    )
    row = await uow.session.scalar(query.with_for_update(of=DeputyResponse))
    if row is None:
        raise NotFound("dispute", response_id)
    return row


async def _recorder(uow: UnitOfWork, subject: Subject, ident: int) -> int | None:
    """Who proposed or recorded it; nobody for what was imported."""
    if subject not in _RECORDS:
        return None
    row = await uow.session.get_one(_RECORDS[subject], ident)
    found: int | None = row.proposed_by if subject is Subject.CHANGE else row.recorded_by
    return found


async def _conflict(
    uow: UnitOfWork, actor: Actor, row: DeputyResponse, subject: Subject, ident: int
) -> str | None:
    if row.mandate_id in actor.mandates:
        return "review_own_side"
    own = await _recorder(uow, subject, ident) == actor.user_id
    return "settle_own" if own else None


async def uphold(uow: UnitOfWork, actor: Actor, response_id: int, reason: ReturnReason) -> None:
    """The deputy's side is right: the record is returned. Raises NotFound, TransitionRefused."""
    row, subject, ident = await _settled(uow, actor, response_id, Decision.UPHELD)
    if subject in _RECORDS:
        await _return(uow, actor, subject, ident, reason)
    await _tell(uow, row, subject, ident)


async def _return(
    uow: UnitOfWork, actor: Actor, subject: Subject, ident: int, reason: ReturnReason
) -> None:
    record = await uow.session.get_one(_RECORDS[subject], ident, with_for_update=True)
    if subject is Subject.CHANGE:
        record.state = after_change(ChangeState(record.state), ChangeAction.RETURN)
    else:
        record.state = after_record(RecordState(record.state), RecordAction.RETURN)
        record.reviewed_by, record.reviewed_at = actor.user_id, uow.now
    record.returned_for = reason
    if isinstance(record, ProgrammeEvent) and record.mandate_id:
        await follow(uow, actor, record.mandate_id)


async def reject(uow: UnitOfWork, actor: Actor, response_id: int, because: str) -> None:
    """It stays, and everybody reads why. Raises BadInput, NotFound, TransitionRefused."""
    words = sound(because, REASON_LIMIT)
    row, subject, ident = await _settled(uow, actor, response_id, Decision.REJECTED)
    row.decided_because = words
    await _tell(uow, row, subject, ident)


async def _settled(
    uow: UnitOfWork, actor: Actor, response_id: int, decision: Decision
) -> tuple[DeputyResponse, Subject, int]:
    if not actor.has(Role.COORDINATOR):
        raise NotFound("dispute", response_id)
    row = await _row(uow, response_id, scope.coordinated(actor))
    subject, ident = _subject(row)
    refused = await _conflict(uow, actor, row, subject, ident)
    if row.settled_at is not None:
        refused = "state"
    if refused:
        raise TransitionRefused("disputed", decision, refused)
    row.settled_by, row.settled_at, row.decision = actor.user_id, uow.now, decision
    if subject is Subject.FIGURE:
        await changed(uow)
    return row, subject, ident


async def _tell(uow: UnitOfWork, row: DeputyResponse, subject: Subject, ident: int) -> None:
    told = {row.written_by, await _recorder(uow, subject, ident)}
    for user_id in sorted(one for one in told if one is not None):
        key = f"dispute_settled:{row.id}:{user_id}"
        await outbox.queue(uow, "dispute_settled", user_id, key, response_id=row.id)
