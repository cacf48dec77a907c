"""Records that may tell the same fact, and two made into one."""

from datetime import timedelta
from typing import Final

from sqlalchemy import ColumnElement, false, or_, select

from domain.errors import NotFound
from domain.records import RecordAction, RecordKind, RecordState, after
from domain.roles import Actor
from domain.text import fold
from domain.web_links import link_key
from models.records import (
    DeputyRequest,
    Evidence,
    Meeting,
    ProgrammeEvent,
    PromiseTouch,
    RequestSignatory,
)
from services.records import scope
from services.records.editing import correct
from services.records.kinds import DAY, DEPUTY, LINK, MODELS, Row, day_of, kind_of, mandate_of
from services.records.reading import Line, line
from services.unit_of_work import UnitOfWork

MOST: Final = 3
NOTHING: Final[tuple[object, ...]] = (None, "", [])
PLACE: Final = frozenset({"place_id", "place_text", "inside"})  # said together
NEAR: Final = timedelta(days=1)
# What the record that stays takes over where it says nothing itself.
FILLED: Final = {
    RecordKind.MEETING: (
        "place_id", "place_text", "inside", "format", "attendance", "topics", "wishes",
        "source_kind", "source_url",
    ),
    RecordKind.REQUEST: (
        "addressee", "body", "text_kk", "text_ru", "text_en", "topics", "issues", "reply",
        "reply_on", "source_kind", "source_url",
    ),
    RecordKind.EVENT: ("note", "source_kind", "source_url"),
}  # fmt: skip


async def likely(uow: UnitOfWork, row: Row) -> tuple[Line, ...]:
    """The same deputy, a day apart at most, and the same place, link or announcement."""
    kind = kind_of(row)
    day, mandate_id = day_of(row), mandate_of(row)
    if day is None or mandate_id is None:
        return ()
    model = MODELS[kind]
    near = await uow.session.scalars(
        select(model)
        .where(
            getattr(model, DEPUTY[kind]) == mandate_id,
            or_(getattr(model, DAY[kind]).between(day - NEAR, day + NEAR), _announced_as(row)),
            model.state.in_(sorted(scope.REVIEWABLE)),
            model.id != row.id,
        )
        .order_by(model.id)
        .limit(50)
    )
    links = await _links(uow, kind, row)
    found = [
        other
        for other in near.all()
        if _alike(row, other) or links & await _links(uow, kind, other)
    ]
    return tuple([await line(uow, other) for other in found[:MOST]])


def _announced_as(row: Row) -> ColumnElement[bool]:
    ident = row.announcement_id if isinstance(row, Meeting) else None
    return Meeting.announcement_id == ident if ident is not None else false()


def _alike(row: Row, other: Row) -> bool:
    if isinstance(row, Meeting) and isinstance(other, Meeting):
        if row.announcement_id is not None and row.announcement_id == other.announcement_id:
            return True
        if row.place_id is not None and row.place_id == other.place_id:
            return True
        return bool(row.place_text) and fold(row.place_text or "") == fold(other.place_text or "")
    if isinstance(row, DeputyRequest) and isinstance(other, DeputyRequest):
        return bool(row.addressee) and fold(row.addressee or "") == fold(other.addressee or "")
    if isinstance(row, ProgrammeEvent) and isinstance(other, ProgrammeEvent):
        return row.kind == other.kind
    return False


async def _links(uow: UnitOfWork, kind: RecordKind, row: Row) -> set[str]:
    urls = await uow.session.scalars(
        select(Evidence.url).where(
            getattr(Evidence, LINK[kind]) == row.id, Evidence.url.is_not(None)
        )
    )
    return {link_key(url) for url in (*urls, row.source_url) if url}


async def target(uow: UnitOfWork, row: Row, ident: int) -> Row:
    """What a record may be merged into. Raises NotFound."""
    other = await scope.found(uow, kind_of(row), ident)
    same = mandate_of(other) == mandate_of(row) and other.id != row.id
    if not same or other.state not in scope.REVIEWABLE:
        raise NotFound("record", ident)
    return other


async def merge(uow: UnitOfWork, actor: Actor, row: Row, other: Row) -> None:
    """Evidence, promises and signatories of `row` move; gaps of `other` are filled from it."""
    kind = kind_of(row)
    row.state = after(RecordState(row.state), RecordAction.MERGE)
    row.merged_into_id = other.id
    row.reviewed_by, row.reviewed_at = actor.user_id, uow.now
    placed = _is_placed(other)
    for name in FILLED[kind]:
        if not (placed and name in PLACE):
            _fill(uow, actor, row, other, name)
    if isinstance(row, Meeting) and isinstance(other, Meeting):
        other.announcement_id = other.announcement_id or row.announcement_id
    await _move_evidence(uow, kind, row, other)
    if kind is not RecordKind.EVENT:
        await _move(uow, PromiseTouch, LINK[kind], "promise_id", row, other)
    if kind is RecordKind.REQUEST:
        await _move(uow, RequestSignatory, "request_id", "mandate_id", row, other)
    await uow.session.flush()


def _is_placed(row: Row) -> bool:
    return isinstance(row, Meeting) and bool(row.place_id or row.place_text)


def _fill(uow: UnitOfWork, actor: Actor, row: Row, other: Row, name: str) -> None:
    told = getattr(row, name)
    if told not in NOTHING and getattr(other, name) in NOTHING:
        correct(uow, actor, other, name, told)


async def _move_evidence(uow: UnitOfWork, kind: RecordKind, row: Row, other: Row) -> None:
    """What is there already stays where it was."""
    link = getattr(Evidence, LINK[kind])
    known = {
        _same(one) for one in await uow.session.scalars(select(Evidence).where(link == other.id))
    }
    for one in (await uow.session.scalars(select(Evidence).where(link == row.id))).all():
        if _same(one) not in known:
            setattr(one, LINK[kind], other.id)


def _same(one: Evidence) -> str | None:
    return link_key(one.url) if one.url else one.file_unique_id


async def _move(
    uow: UnitOfWork,
    table: type[PromiseTouch | RequestSignatory],
    link: str,
    what: str,
    row: Row,
    other: Row,
) -> None:
    column = getattr(table, link)
    known = set(await uow.session.scalars(select(getattr(table, what)).where(column == other.id)))
    if isinstance(other, DeputyRequest):
        known.add(other.initiator_id)
    for one in (await uow.session.scalars(select(table).where(column == row.id))).all():
        if getattr(one, what) not in known:
            setattr(one, link, other.id)
