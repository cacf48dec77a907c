"""Whose records are whose: the recorder's drafts, a reviewer's queue, and who may not review."""

from typing import Final

from sqlalchemy import select

from domain.errors import NotAllowed, NotFound
from domain.records import RecordKind, RecordState
from domain.roles import Actor
from models.assemblies import Convocation
from models.deputies import Mandate
from models.records import DeputyRequest, RequestSignatory
from services.directory import deputy
from services.ids import known_id
from services.records.kinds import MODELS, Row, mandate_of
from services.unit_of_work import UnitOfWork

UNFINISHED: Final = frozenset({RecordState.DRAFT, RecordState.RETURNED})
REVIEWABLE: Final = frozenset({RecordState.SUBMITTED, RecordState.ACCEPTED})


async def found(uow: UnitOfWork, kind: RecordKind, ident: int, *, to_decide: bool = False) -> Row:
    """Any record; `to_decide`: nobody else decides about it meanwhile. Raises NotFound."""
    row: Row | None = await uow.session.get(
        MODELS[kind],
        known_id("record", ident),
        with_for_update=to_decide or None,
        populate_existing=to_decide,
    )
    if row is None:
        raise NotFound("record", ident)
    return row


async def own(uow: UnitOfWork, actor: Actor, kind: RecordKind, ident: int) -> Row:
    """What this person recorded, in whatever state. Raises NotFound."""
    row = await found(uow, kind, ident)
    if row.recorded_by != actor.user_id:
        raise NotFound("record", ident)
    return row


async def unfinished(uow: UnitOfWork, actor: Actor, kind: RecordKind, ident: int) -> Row:
    """A draft of this person, or what came back. Raises NotFound."""
    row = await own(uow, actor, kind, ident)
    if not actor.is_recorder or row.state not in UNFINISHED:
        raise NotFound("record", ident)
    return row


async def in_review(
    uow: UnitOfWork, actor: Actor, kind: RecordKind, ident: int, *, to_decide: bool = False
) -> Row:
    """What waits or was accepted, for the coordinators of its assembly. Raises NotFound."""
    row = await found(uow, kind, ident, to_decide=to_decide)
    if row.state not in REVIEWABLE or not actor.coordinates(await assembly_of(uow, row)):
        raise NotFound("record", ident)
    return row


async def assembly_of(uow: UnitOfWork, row: Row) -> int:
    """Raises NotFound for a draft that names nobody yet."""
    mandate_id = mandate_of(row)
    if mandate_id is not None:
        return (await deputy(uow, mandate_id)).assembly_id
    term = row.convocation_id if isinstance(row, DeputyRequest) else None
    convocation = await uow.session.get(Convocation, term) if term else None
    if convocation is None:
        raise NotFound("record", row.id)
    return convocation.assembly_id


async def conflict(uow: UnitOfWork, actor: Actor, row: Row) -> str | None:
    """Why this person may not decide about it: "own_record" or "own_staff"."""
    if row.recorded_by == actor.user_id:
        return "own_record"
    if not actor.mandates:
        return None
    about = await concerned(uow, row)
    if about & actor.mandates:
        return "own_staff"
    districts = select(Mandate.district_id).where(
        Mandate.id.in_(actor.mandates), Mandate.district_id.is_not(None)
    )
    same = select(Mandate.id).where(Mandate.id.in_(about), Mandate.district_id.in_(districts))
    return "own_staff" if await uow.session.scalar(same.limit(1)) else None


async def require_no_conflict(uow: UnitOfWork, actor: Actor, row: Row) -> None:
    """Raises NotAllowed with the reason."""
    reason = await conflict(uow, actor, row)
    if reason is not None:
        raise NotAllowed("review", reason)


async def concerned(uow: UnitOfWork, row: Row) -> frozenset[int]:
    """The mandates a record is about."""
    about = {mandate_of(row)} - {None}
    if isinstance(row, DeputyRequest):
        about |= set(
            await uow.session.scalars(
                select(RequestSignatory.mandate_id).where(RequestSignatory.request_id == row.id)
            )
        )
    return frozenset(one for one in about if one is not None)
