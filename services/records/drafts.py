"""Drafts of records: a row from the first input. They live seven days after the last touch."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import delete, func, select

from domain.errors import NotAllowed
from domain.records import RecordKind, RecordState
from domain.roles import Actor
from models.records import Evidence, PromiseTouch, RequestSignatory
from services.directory import Deputy, deputy
from services.records import scope
from services.records.kinds import DEPUTY, LINK, MODELS, Row, mandate_of
from services.records.reading import Line, line
from services.unit_of_work import UnitOfWork

LIFE: Final = timedelta(days=7)
LATEST: Final = 5


@dataclass(frozen=True, slots=True)
class Mine:
    """What a person recorded: what is still to be done first."""

    open: tuple[Line, ...]  # drafts and what came back
    latest: tuple[Line, ...]


async def mine(uow: UnitOfWork, actor: Actor) -> Mine:
    """Raises NotAllowed for who records nothing."""
    if not actor.is_recorder:
        raise NotAllowed("record")
    undone = await _of(uow, actor, scope.UNFINISHED)
    done = await _of(uow, actor, frozenset({*scope.REVIEWABLE, RecordState.MERGED}))
    return Mine(undone, done[:LATEST])


async def _of(uow: UnitOfWork, actor: Actor, states: frozenset[RecordState]) -> tuple[Line, ...]:
    found: list[Row] = []
    for model in MODELS.values():
        rows = await uow.session.scalars(
            select(model)
            .where(model.recorded_by == actor.user_id, model.state.in_(sorted(states)))
            .order_by(model.id.desc())
            .limit(LATEST)
        )
        found += rows.all()
    found.sort(key=lambda row: row.touched_at or row.created_at, reverse=True)
    return tuple([await line(uow, row) for row in found[:LATEST]])


async def current(uow: UnitOfWork, actor: Actor, kind: RecordKind) -> int | None:
    """The one draft of this kind that a person has open."""
    model = MODELS[kind]
    found: int | None = await uow.session.scalar(
        select(model.id)
        .where(model.recorded_by == actor.user_id, model.state == RecordState.DRAFT)
        .order_by(model.id.desc())
        .limit(1)
    )
    return found


async def begin(uow: UnitOfWork, actor: Actor, kind: RecordKind) -> int:
    """A new draft, or the one that is open already."""
    if not actor.is_recorder:
        raise NotAllowed("record")
    known = await current(uow, actor, kind)
    return known if known is not None else (await add(uow, actor, kind)).id


async def add(uow: UnitOfWork, actor: Actor, kind: RecordKind, **values: Any) -> Row:
    row: Row = MODELS[kind](
        state=RecordState.DRAFT,
        recorded_by=actor.user_id,
        created_at=uow.now,
        touched_at=uow.now,
        **values,
    )
    uow.session.add(row)
    await uow.session.flush()
    return row


async def another(uow: UnitOfWork, actor: Actor, kind: RecordKind, ident: int) -> int:
    """One more from the same post: deputy, source and links of a record of one's own.

    The open draft comes first, where there is one. Raises NotFound.
    """
    row = await scope.own(uow, actor, kind, ident)
    known = await current(uow, actor, kind)
    if known is not None:
        return known
    values: dict[str, Any] = {
        name: getattr(row, name) for name in (DEPUTY[kind], "source_kind", "source_url")
    }
    if kind is RecordKind.REQUEST:
        values["convocation_id"] = getattr(row, "convocation_id", None)
    added = await add(uow, actor, kind, **values)
    links = await uow.session.scalars(
        select(Evidence).where(getattr(Evidence, LINK[kind]) == row.id, Evidence.kind == "link")
    )
    for one in links.all():
        copied = Evidence(
            kind=one.kind, url=one.url, dated=one.dated, added_by=actor.user_id, added_at=uow.now
        )
        setattr(copied, LINK[kind], added.id)
        uow.session.add(copied)
    return added.id


async def update_of(uow: UnitOfWork, actor: Actor, ident: int) -> int:
    """A draft that adds a reply to an accepted request; a reviewer merges it. Raises NotFound."""
    kind = RecordKind.REQUEST
    row = await scope.found(uow, kind, ident)
    if row.state != RecordState.ACCEPTED or not actor.records(await scope.assembly_of(uow, row)):
        raise NotAllowed("record")
    known = await current(uow, actor, kind)
    if known is not None:
        return known
    kept = (
        "initiator_id", "convocation_id", "sent_on", "period_from", "period_to",
        "text_kk", "text_ru", "text_en",
    )  # fmt: skip
    values = {name: getattr(row, name) for name in kept}
    return (await add(uow, actor, kind, merged_into_id=row.id, **values)).id


async def last_deputy(uow: UnitOfWork, actor: Actor) -> Deputy | None:
    """Of whom this person recorded something last."""
    latest: Row | None = None
    for kind, model in MODELS.items():
        row: Row | None = await uow.session.scalar(
            select(model)
            .where(model.recorded_by == actor.user_id, getattr(model, DEPUTY[kind]).is_not(None))
            .order_by(model.id.desc())
            .limit(1)
        )
        if row is not None and (latest is None or row.created_at > latest.created_at):
            latest = row
    mandate_id = mandate_of(latest) if latest is not None else None
    return await deputy(uow, mandate_id) if mandate_id is not None else None


async def discard(uow: UnitOfWork, actor: Actor, kind: RecordKind, ident: int) -> None:
    """A draft goes; what came back is withdrawn and stays known. Raises NotFound."""
    row = await scope.unfinished(uow, actor, kind, ident)
    if row.state == RecordState.DRAFT:
        await _remove(uow, kind, [row.id])
    else:
        row.state = RecordState.WITHDRAWN


async def expire(uow: UnitOfWork) -> None:
    """Due work: drafts that nobody touched for a week."""
    for kind, model in MODELS.items():
        touched = func.coalesce(model.touched_at, model.created_at)
        rows = await uow.session.scalars(
            select(model.id).where(model.state == RecordState.DRAFT, touched <= uow.now - LIFE)
        )
        await _remove(uow, kind, rows.all())


async def forget(uow: UnitOfWork, actor: Actor) -> None:
    """What a person who leaves never sent, or got back; facts that count stay, without them."""
    for kind, model in MODELS.items():
        rows = await uow.session.scalars(
            select(model.id).where(
                model.recorded_by == actor.user_id, model.state.in_(sorted(scope.UNFINISHED))
            )
        )
        await _remove(uow, kind, rows.all())


async def _remove(uow: UnitOfWork, kind: RecordKind, ids: Sequence[int]) -> None:
    if not ids:
        return
    await uow.session.execute(delete(Evidence).where(getattr(Evidence, LINK[kind]).in_(ids)))
    if kind is not RecordKind.EVENT:
        touched = getattr(PromiseTouch, LINK[kind])
        await uow.session.execute(delete(PromiseTouch).where(touched.in_(ids)))
    if kind is RecordKind.REQUEST:
        signed = RequestSignatory.request_id.in_(ids)
        await uow.session.execute(delete(RequestSignatory).where(signed))
    await uow.session.execute(delete(MODELS[kind]).where(MODELS[kind].id.in_(ids)))
