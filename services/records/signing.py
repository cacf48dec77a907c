"""Who signed a request, and which promises a record is about."""

from typing import Final

from sqlalchemy import func, select

from domain.errors import BadInput, NotFound
from domain.record_fields import Field
from domain.records import RecordKind, Relation
from domain.roles import Actor
from models.deputies import Mandate
from models.programmes import Programme, Promise
from models.records import DeputyRequest, PromiseTouch, RequestSignatory
from services.ids import known_id
from services.records import editing
from services.records.kinds import LINK, mandate_of
from services.records.reading import Touched
from services.unit_of_work import UnitOfWork

PAGE: Final = 5
_NEXT: Final = {None: Relation.DIRECT, Relation.DIRECT: Relation.INDIRECT, Relation.INDIRECT: None}


async def sign(uow: UnitOfWork, actor: Actor, ident: int, mandate_id: int) -> None:
    """Adds a signatory; named again, they are taken away. Raises BadInput."""
    edit = await editing.begin(uow, actor, RecordKind.REQUEST, ident)
    row = edit.row
    mandate = await uow.session.get(Mandate, known_id("deputy", mandate_id))
    if mandate is None or not isinstance(row, DeputyRequest):
        raise NotFound("deputy", mandate_id)
    if row.initiator_id == mandate_id:
        raise BadInput("signatory_is_initiator")
    if row.convocation_id not in {None, mandate.convocation_id}:
        raise BadInput("record_other_assembly")
    known = await _signed(uow, row.id, mandate_id)
    if known is not None:
        await uow.session.delete(known)
        edit.note("signatories", mandate_id, None)
    else:
        uow.session.add(RequestSignatory(request_id=row.id, mandate_id=mandate_id))
        edit.note("signatories", None, mandate_id)
    await uow.session.flush()


async def require_no_signatory(uow: UnitOfWork, row: DeputyRequest, mandate_id: int) -> None:
    """Whoever began a request is not one of those who joined it. Raises BadInput."""
    if await _signed(uow, row.id, mandate_id) is not None:
        raise BadInput("signatory_is_initiator")


async def _signed(uow: UnitOfWork, ident: int, mandate_id: int) -> RequestSignatory | None:
    found: RequestSignatory | None = await uow.session.scalar(
        select(RequestSignatory).where(
            RequestSignatory.request_id == ident, RequestSignatory.mandate_id == mandate_id
        )
    )
    return found


async def promises(
    uow: UnitOfWork, actor: Actor, kind: RecordKind, ident: int, page: int
) -> tuple[tuple[Touched, ...], int, int]:
    """A page of the deputy's promises with how each is touched; the page, and how many in all."""
    edit = await editing.begin(uow, actor, kind, ident)
    of_deputy = (
        select(Promise)
        .join(Programme, Programme.id == Promise.programme_id)
        .where(Programme.mandate_id == mandate_of(edit.row))
    )
    total = await uow.session.scalar(select(func.count()).select_from(of_deputy.subquery())) or 0
    here = max(0, min(page, (total - 1) // PAGE))
    rows = await uow.session.scalars(
        of_deputy.order_by(Promise.position).offset(here * PAGE).limit(PAGE)
    )
    touched = await _touches(uow, kind, edit.row.id)
    found = tuple(
        Touched(row.id, row.texts, touched.get(row.id, Relation.NOT_STATED)) for row in rows
    )
    return found, here, total


async def _touches(uow: UnitOfWork, kind: RecordKind, ident: int) -> dict[int, Relation]:
    rows = await uow.session.execute(
        select(PromiseTouch.promise_id, PromiseTouch.relation).where(
            getattr(PromiseTouch, LINK[kind]) == ident
        )
    )
    return {promise_id: Relation(relation) for promise_id, relation in rows}


async def touch(
    uow: UnitOfWork, actor: Actor, kind: RecordKind, ident: int, promise_id: int
) -> None:
    """Directly, indirectly, not at all: each tap goes one on. Raises NotFound."""
    edit = await editing.begin(uow, actor, kind, ident)
    if kind is RecordKind.EVENT:
        raise NotFound("field")
    theirs = await uow.session.scalar(
        select(Promise.id)
        .join(Programme, Programme.id == Promise.programme_id)
        .where(
            Promise.id == known_id("promise", promise_id),
            Programme.mandate_id == mandate_of(edit.row),
        )
    )
    if theirs is None:
        raise NotFound("promise", promise_id)
    link = getattr(PromiseTouch, LINK[kind])
    known = await uow.session.scalar(
        select(PromiseTouch).where(PromiseTouch.promise_id == promise_id, link == edit.row.id)
    )
    await _turn(edit, known, promise_id)


async def _turn(edit: editing.Edit, known: PromiseTouch | None, promise_id: int) -> None:
    was = Relation(known.relation) if known is not None else None
    became = _NEXT.get(was)
    if known is None:
        added = PromiseTouch(promise_id=promise_id, relation=became or Relation.DIRECT)
        setattr(added, LINK[edit.kind], edit.row.id)
        edit.uow.session.add(added)
    elif became is None:
        await edit.uow.session.delete(known)
    else:
        known.relation = became
    edit.note(Field.PROMISES, [promise_id, was], [promise_id, became])
    await edit.uow.session.flush()
