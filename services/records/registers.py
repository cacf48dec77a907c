"""What was accepted about a deputy, for everybody: meetings and requests."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import func, or_, select

from domain.errors import NotFound
from domain.promises import Subject
from domain.records import RecordKind, RecordState
from domain.roles import Actor
from models.records import DeputyRequest, RequestSignatory
from services.directory import Deputy, deputy
from services.ids import known_id
from services.promises import responses
from services.promises.responses import Response
from services.records import scope
from services.records.kinds import DAY, DEPUTY, MODELS
from services.records.reading import Record, view
from services.unit_of_work import UnitOfWork

PAGE: Final = 5


@dataclass(frozen=True, slots=True)
class Register:
    kind: RecordKind
    deputy: Deputy
    rows: tuple[Record, ...]
    page: int
    total: int
    can_record: bool
    said: Mapping[int, tuple[Response, ...]]  # of the deputy's side, by record


async def register(
    uow: UnitOfWork, actor: Actor, kind: RecordKind, mandate_id: int, page: int
) -> Register:
    """The newest first; requests that a deputy signed stand among those begun. Raises NotFound."""
    found = await deputy(uow, known_id("deputy", mandate_id))
    model = MODELS[kind]
    about = getattr(model, DEPUTY[kind]) == mandate_id
    if kind is RecordKind.REQUEST:
        signed = select(RequestSignatory.request_id).where(
            RequestSignatory.mandate_id == mandate_id
        )
        about = or_(about, DeputyRequest.id.in_(signed))
    which = (about, model.state == RecordState.ACCEPTED)
    total = await uow.session.scalar(select(func.count(model.id)).where(*which)) or 0
    here = max(0, min(page, (total - 1) // PAGE))
    day = getattr(model, DAY[kind])
    rows = await uow.session.scalars(
        select(model)
        .where(*which)
        .order_by(day.is_(None), day.desc(), model.id.desc())
        .offset(here * PAGE)
        .limit(PAGE)
    )
    records = tuple([await view(uow, row) for row in rows.all()])
    said = await responses.about(uow, Subject(kind.value), [one.id for one in records])
    return Register(kind, found, records, here, total, actor.records(found.assembly_id), said)


async def accepted(uow: UnitOfWork, kind: RecordKind, ident: int) -> Record:
    """One of them, with its evidence. Raises NotFound for what does not count (yet)."""
    row = await scope.found(uow, kind, ident)
    if row.state != RecordState.ACCEPTED:
        raise NotFound("record", ident)
    return await view(uow, row)
