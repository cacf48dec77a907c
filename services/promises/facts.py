"""What is recorded about a deputy, as the deputy's side and a deciding coordinator see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, func, or_, select

from domain.errors import NotFound
from domain.names import Names
from domain.promises import Subject
from domain.records import MeetingFormat, ProgrammeEventKind, RecordState
from domain.roles import Actor
from models.figures import StatedFigure
from models.geography import Place
from models.programmes import Programme, Promise
from models.records import DeputyRequest, Evidence, Meeting, ProgrammeEvent, RequestSignatory
from models.verdicts import StatusChange
from services.directory import Deputy, deputy
from services.ids import known_id
from services.promises import proofs, responses, scope
from services.promises.proofs import Proof
from services.promises.reading import Verdict, verdicts
from services.promises.responses import Response
from services.unit_of_work import UnitOfWork

PAGE: Final = 5


@dataclass(frozen=True, slots=True)
class Fact:
    """One record. What does not belong to its subject is empty."""

    subject: Subject
    id: int
    day: date | None
    source: str | None = None
    url: str | None = None
    text: Names | None = None
    place: Names | None = None
    format: MeetingFormat | None = None
    inside: bool | None = None
    attendance: int | None = None
    initiated: bool = False
    event: ProgrammeEventKind | None = None
    note: str | None = None
    measure: str | None = None
    value: float | None = None
    period: tuple[date | None, date | None] = (None, None)
    verdict: Verdict | None = None
    proofs: tuple[Proof, ...] = ()
    responses: tuple[Response, ...] = ()

    @property
    def disputed(self) -> bool:
        return any(one.waits for one in self.responses)


@dataclass(frozen=True, slots=True)
class Overview:
    deputy: Deputy
    counts: dict[Subject, int]


@dataclass(frozen=True, slots=True)
class Facts:
    deputy: Deputy
    subject: Subject
    rows: tuple[Fact, ...]
    page: int
    total: int


def require_side(actor: Actor, mandate_id: int) -> None:
    """Raises NotFound for everybody but the deputy and the assistants."""
    if mandate_id not in actor.mandates:
        raise NotFound("deputy", mandate_id)


async def overview(uow: UnitOfWork, actor: Actor, mandate_id: int) -> Overview:
    require_side(actor, mandate_id)
    counts = {}
    for subject in Subject:
        query = select(func.count()).select_from(_rows(subject, mandate_id).subquery())
        counts[subject] = await uow.session.scalar(query) or 0
    return Overview(await deputy(uow, mandate_id), counts)


async def listed(
    uow: UnitOfWork, actor: Actor, mandate_id: int, subject: Subject, page: int
) -> Facts:
    """The newest first."""
    found = await overview(uow, actor, mandate_id)
    total = found.counts[subject]
    here = min(max(page, 0), max(0, (total - 1) // PAGE))
    rows = await uow.session.scalars(
        _rows(subject, mandate_id).order_by(*_newest(subject)).offset(here * PAGE).limit(PAGE)
    )
    facts = await _facts(uow, subject, mandate_id, rows.all())
    return Facts(found.deputy, subject, facts, here, total)


async def fact(uow: UnitOfWork, mandate_id: int, subject: Subject, ident: int) -> Fact:
    """Whoever calls has seen to it that this person may see it. Raises NotFound."""
    column: ColumnElement[Any] = _TABLES[subject].id
    query = _rows(subject, mandate_id).where(column == known_id("record", ident))
    row = await uow.session.scalar(query)
    if row is None:
        raise NotFound("record", ident)
    return (await _facts(uow, subject, mandate_id, [row]))[0]


async def of_side(
    uow: UnitOfWork, actor: Actor, mandate_id: int, subject: Subject, ident: int
) -> Fact:
    """Raises NotFound."""
    require_side(actor, mandate_id)
    return await fact(uow, mandate_id, subject, ident)


_TABLES: dict[Subject, Any] = {
    Subject.MEETING: Meeting,
    Subject.REQUEST: DeputyRequest,
    Subject.EVENT: ProgrammeEvent,
    Subject.CHANGE: StatusChange,
    Subject.FIGURE: StatedFigure,
}


def _rows(subject: Subject, mandate_id: int) -> Select[Any]:
    """What the deputy's side sees: accepted records, verdicts that passed a second person."""
    if subject is Subject.MEETING:
        return select(Meeting).where(
            Meeting.mandate_id == mandate_id, Meeting.state == RecordState.ACCEPTED
        )
    if subject is Subject.REQUEST:
        signed = select(RequestSignatory.request_id).where(
            RequestSignatory.mandate_id == mandate_id
        )
        return select(DeputyRequest).where(
            DeputyRequest.state == RecordState.ACCEPTED,
            or_(DeputyRequest.initiator_id == mandate_id, DeputyRequest.id.in_(signed)),
        )
    if subject is Subject.EVENT:
        return select(ProgrammeEvent).where(
            ProgrammeEvent.mandate_id == mandate_id, ProgrammeEvent.state == RecordState.ACCEPTED
        )
    if subject is Subject.CHANGE:
        return (
            select(StatusChange)
            .join(Promise, Promise.id == StatusChange.promise_id)
            .join(Programme, Programme.id == Promise.programme_id)
            .where(Programme.mandate_id == mandate_id, StatusChange.state.in_(scope.SEEN_BY_SIDE))
        )
    return select(StatedFigure).where(StatedFigure.mandate_id == mandate_id)


def _newest(subject: Subject) -> tuple[ColumnElement[Any], ...]:
    days: dict[Subject, Any] = {
        Subject.MEETING: func.coalesce(Meeting.held_on, Meeting.period_to),
        Subject.REQUEST: func.coalesce(DeputyRequest.sent_on, DeputyRequest.period_to),
        Subject.EVENT: ProgrammeEvent.happened_on,
    }
    newest: ColumnElement[Any] = _TABLES[subject].id.desc()
    return (days[subject].desc(), newest) if subject in days else (newest,)


_EVIDENCE: dict[Subject, Any] = {
    Subject.MEETING: Evidence.meeting_id,
    Subject.REQUEST: Evidence.request_id,
    Subject.EVENT: Evidence.event_id,
}


async def _facts(
    uow: UnitOfWork, subject: Subject, mandate_id: int, rows: Sequence[Any]
) -> tuple[Fact, ...]:
    ids = [row.id for row in rows]
    said = await responses.about(uow, subject, ids)
    column = _EVIDENCE.get(subject)
    shown = await proofs.behind(uow, column, ids) if column is not None else {}
    found: list[Fact] = []
    for row in rows:
        about = {"proofs": shown.get(row.id, ()), "responses": said.get(row.id, ())}
        found.append(await _fact(uow, subject, mandate_id, row, about))
    return tuple(found)


async def _fact(
    uow: UnitOfWork, subject: Subject, mandate_id: int, row: Any, about: dict[str, Any]
) -> Fact:
    if subject is Subject.MEETING:
        return await _meeting(uow, row, about)
    if subject is Subject.REQUEST:
        return Fact(
            subject, row.id, row.sent_on or row.period_to, row.source, row.source_url,
            text=row.texts, initiated=row.initiator_id == mandate_id, **about,
        )  # fmt: skip
    if subject is Subject.EVENT:
        kind = ProgrammeEventKind(row.kind) if row.kind else None
        return Fact(
            subject, row.id, row.happened_on, row.source, row.source_url,
            event=kind, note=row.note, **about,
        )  # fmt: skip
    if subject is Subject.FIGURE:
        return Fact(
            subject, row.id, row.period_to, row.source, measure=row.measure, value=row.value,
            period=(row.period_from, row.period_to), **about,
        )  # fmt: skip
    (verdict,) = await verdicts(uow, [row])
    promise = await uow.session.get_one(Promise, row.promise_id)
    day = verdict.published_on or verdict.confirmed_on
    return Fact(
        subject, row.id, day, text=promise.texts, verdict=verdict, proofs=verdict.proofs,
        responses=verdict.responses,
    )  # fmt: skip


async def _meeting(uow: UnitOfWork, row: Meeting, about: dict[str, Any]) -> Fact:
    place = await uow.session.get(Place, row.place_id) if row.place_id else None
    typed = Names(None, row.place_text, None) if row.place_text else None
    return Fact(
        Subject.MEETING,
        row.id,
        row.held_on or row.period_to,
        row.source,
        row.source_url,
        place=place.names if place else typed,
        format=MeetingFormat(row.format) if row.format else None,
        inside=row.inside,
        attendance=row.attendance,
        **about,
    )
