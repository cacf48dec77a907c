"""Records as screens show them: one in full, or a line of a list."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select

from domain.names import Names
from domain.record_fields import Field
from domain.records import (
    MeetingFormat,
    ProgrammeEventKind,
    RecordKind,
    RecordState,
    Relation,
    ReturnReason,
    SourceKind,
)
from domain.roles import Actor
from models.base import Base
from models.geography import Place
from models.programmes import Promise
from models.records import (
    Correction,
    DeputyRequest,
    Evidence,
    Meeting,
    ProgrammeEvent,
    PromiseTouch,
    RequestSignatory,
)
from services.directory import Deputy, deputy
from services.records import scope
from services.records.kinds import LINK, Row, day_of, kind_of, mandate_of, period_of
from services.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Proof:
    """A link, or a file that Telegram keeps."""

    id: int
    kind: str  # link, photo, document
    url: str | None
    file_id: str | None
    file_name: str | None


@dataclass(frozen=True, slots=True)
class Touched:
    promise_id: int
    text: Names
    relation: Relation


@dataclass(frozen=True, slots=True)
class Line:
    """What tells a record from others in a list."""

    kind: RecordKind
    id: int
    state: RecordState
    deputy: Deputy | None
    day: date | None
    period: tuple[date | None, date | None]
    place: Names | None
    about: Names | None
    format: MeetingFormat | None
    step: ProgrammeEventKind | None
    inside: bool | None


@dataclass(frozen=True, slots=True)
class Record:
    """All that is said. What does not belong to the kind, or is not said, is empty.

    `same_as`: the record that the recorder says it is the same as, or that it was merged with.
    """

    line: Line
    inside_by_hand: bool
    people: int | None
    topics: tuple[str, ...]
    wishes: str | None
    source: SourceKind | None
    source_url: str | None
    cited: str | None  # of an imported record
    addressee: str | None
    issues: tuple[str, ...]
    reply: str | None
    reply_on: date | None
    note: str | None
    proofs: tuple[Proof, ...]
    promises: tuple[Touched, ...]
    signatories: tuple[Deputy, ...]
    returned_for: ReturnReason | None
    return_note: str | None
    same_as: int | None
    submitted_at: datetime | None
    corrections: int
    announcement_id: int | None  # what the deputy's side had announced

    @property
    def kind(self) -> RecordKind:
        return self.line.kind

    @property
    def id(self) -> int:
        return self.line.id

    @property
    def state(self) -> RecordState:
        return self.line.state

    @property
    def deputy(self) -> Deputy | None:
        return self.line.deputy

    @property
    def is_draft(self) -> bool:
        return self.state in scope.UNFINISHED

    @property
    def said(self) -> frozenset[Field]:
        """Which fields hold something."""
        one = self.line
        values: dict[Field, object] = {
            Field.DEPUTY: one.deputy,
            Field.DAY: one.day or one.period[0],
            Field.PLACE: one.place,
            Field.TEXT: one.about,
            Field.FORMAT: one.format,
            Field.STEP: one.step,
            Field.INSIDE: one.inside is not None,
            Field.EVIDENCE: self.proofs,
            Field.PEOPLE: self.people is not None,
            Field.TOPICS: self.topics,
            Field.WISHES: self.wishes,
            Field.SOURCE: self.source,
            Field.ADDRESSEE: self.addressee,
            Field.ISSUES: self.issues,
            Field.REPLY: self.reply,
            Field.REPLY_DAY: self.reply_on,
            Field.NOTE: self.note,
            Field.PROMISES: self.promises,
            Field.SIGNATORIES: self.signatories,
        }
        return frozenset(field for field, value in values.items() if value)


async def mine(uow: UnitOfWork, actor: Actor, kind: RecordKind, ident: int) -> Record:
    """What this person recorded, whatever became of it. Raises NotFound."""
    return await view(uow, await scope.own(uow, actor, kind, ident))


async def changeable(uow: UnitOfWork, actor: Actor, kind: RecordKind, ident: int) -> Record:
    """For the recorder while it is a draft, for reviewers later. Raises NotFound."""
    row = await scope.found(uow, kind, ident)
    if row.state in scope.UNFINISHED:
        return await view(uow, await scope.unfinished(uow, actor, kind, ident))
    return await view(uow, await scope.in_review(uow, actor, kind, ident))


async def line(uow: UnitOfWork, row: Row) -> Line:
    mandate_id = mandate_of(row)
    return Line(
        kind_of(row),
        row.id,
        RecordState(row.state),
        await deputy(uow, mandate_id) if mandate_id is not None else None,
        day_of(row),
        period_of(row),
        await _place(uow, row),
        row.texts if isinstance(row, DeputyRequest) and _worded(row.texts) else None,
        MeetingFormat(row.format) if isinstance(row, Meeting) and row.format else None,
        ProgrammeEventKind(row.kind) if isinstance(row, ProgrammeEvent) and row.kind else None,
        row.inside if isinstance(row, Meeting) else None,
    )


def _worded(names: Names) -> bool:
    return any((names.kk, names.ru, names.en))


async def _place(uow: UnitOfWork, row: Row) -> Names | None:
    if not isinstance(row, Meeting):
        return None
    place = await uow.session.get(Place, row.place_id) if row.place_id else None
    if place is not None:
        return place.names
    typed = row.place_text
    return Names(typed, typed, typed) if typed else None


async def view(uow: UnitOfWork, row: Row) -> Record:
    kind = kind_of(row)
    meeting = row if isinstance(row, Meeting) else None
    request = row if isinstance(row, DeputyRequest) else None
    event = row if isinstance(row, ProgrammeEvent) else None
    return Record(
        line=await line(uow, row),
        inside_by_hand=meeting is not None and meeting.inside_set_by is not None,
        people=meeting.attendance if meeting else None,
        topics=tuple((meeting.topics if meeting else request.topics if request else None) or ()),
        wishes=meeting.wishes if meeting else None,
        source=SourceKind(row.source_kind) if row.source_kind else None,
        source_url=row.source_url,
        cited=row.source,
        addressee=request.addressee if request else None,
        issues=tuple((request.issues if request else None) or ()),
        reply=request.reply if request else None,
        reply_on=request.reply_on if request else None,
        note=event.note if event else None,
        proofs=await proofs(uow, kind, row.id),
        promises=await _promises(uow, kind, row.id),
        signatories=await _signatories(uow, row.id) if request else (),
        returned_for=ReturnReason(row.returned_for) if row.returned_for else None,
        return_note=row.return_note,
        same_as=row.merged_into_id,
        submitted_at=row.submitted_at,
        corrections=await _corrections(uow, row),
        announcement_id=meeting.announcement_id if meeting else None,
    )


async def proofs(uow: UnitOfWork, kind: RecordKind, ident: int) -> tuple[Proof, ...]:
    rows = await uow.session.scalars(
        select(Evidence).where(getattr(Evidence, LINK[kind]) == ident).order_by(Evidence.id)
    )
    return tuple(Proof(row.id, row.kind, row.url, row.file_id, row.file_name) for row in rows)


async def _promises(uow: UnitOfWork, kind: RecordKind, ident: int) -> tuple[Touched, ...]:
    if kind is RecordKind.EVENT:
        return ()
    rows = await uow.session.execute(
        select(PromiseTouch.relation, Promise)
        .join(Promise, Promise.id == PromiseTouch.promise_id)
        .where(getattr(PromiseTouch, LINK[kind]) == ident)
        .order_by(Promise.position)
    )
    return tuple(Touched(one.id, one.texts, Relation(relation)) for relation, one in rows)


async def _signatories(uow: UnitOfWork, ident: int) -> tuple[Deputy, ...]:
    rows = await uow.session.scalars(
        select(RequestSignatory.mandate_id)
        .where(RequestSignatory.request_id == ident)
        .order_by(RequestSignatory.id)
    )
    return tuple([await deputy(uow, mandate_id) for mandate_id in rows.all()])


async def _corrections(uow: UnitOfWork, row: Row) -> int:
    table: type[Base] = type(row)
    counted = select(func.count()).where(
        Correction.record == table.__tablename__, Correction.record_id == row.id
    )
    return await uow.session.scalar(counted) or 0
