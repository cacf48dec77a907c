"""What coordinators do with letters that are looked at first: release, or return with a reason."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, func, select

from domain.appeals import HoldReason, Kind, ReturnReason, State, Topic
from domain.errors import NotFound
from domain.life_cycle import REWRITE_WITHIN, Action
from domain.names import Names
from domain.roles import Actor, Role
from models.appeals import Appeal
from models.deputies import Mandate
from services import directory, outbox
from services.appeals import holding, registration
from services.appeals.events import move
from services.appeals.files import StoredFile, files_of
from services.appeals.home import Home, home_of
from services.directory import Deputy
from services.unit_of_work import UnitOfWork

PAGE = 5


@dataclass(frozen=True, slots=True)
class HeldRow:
    id: int
    deputy_name: Names
    kind: Kind
    topic: Topic | None
    reason: HoldReason
    look_by: date


@dataclass(frozen=True, slots=True)
class HeldPage:
    rows: tuple[HeldRow, ...]
    page: int
    total: int


@dataclass(frozen=True, slots=True)
class HeldLetter:
    """The letter in full: without it nobody could judge."""

    id: int
    deputy: Deputy
    kind: Kind
    topic: Topic | None
    text: str
    files: tuple[StoredFile, ...]
    sender_name: str | None
    sender_place: str | None
    home: Home | None
    reason: HoldReason
    received_at: datetime
    look_by: date


def _scope(actor: Actor) -> ColumnElement[bool]:
    """Raises NotFound for whoever is no coordinator."""
    if not actor.has(Role.COORDINATOR):
        raise NotFound("queue")
    held = Appeal.state == State.HELD
    assemblies = actor.coordinated_assemblies
    return held if assemblies is None else and_(held, Appeal.assembly_id.in_(assemblies))


async def count(uow: UnitOfWork, actor: Actor) -> int:
    found = select(func.count()).select_from(Appeal).where(_scope(actor))
    return await uow.session.scalar(found) or 0


async def queue(uow: UnitOfWork, actor: Actor, page: int) -> HeldPage:
    """The oldest first."""
    total = await count(uow, actor)
    last = max(0, (total - 1) // PAGE)
    here = min(max(page, 0), last)
    listed = select(Appeal).where(_scope(actor)).order_by(Appeal.state_since, Appeal.id)
    rows = (await uow.session.scalars(listed.offset(here * PAGE).limit(PAGE))).all()
    found = await uow.session.execute(
        directory.deputies().where(Mandate.id.in_({row.mandate_id for row in rows}))
    )
    names = {one.mandate_id: one.name for one in map(directory.as_deputy, found)}
    return HeldPage(tuple(_row(uow, row, names[row.mandate_id]) for row in rows), here, total)


def _row(uow: UnitOfWork, row: Appeal, name: Names) -> HeldRow:
    return HeldRow(
        row.id,
        name,
        Kind(row.kind or Kind.HELP),
        Topic(row.topic) if row.topic else None,
        HoldReason(row.held_for or HoldReason.BURST),
        holding.look_by(uow, row),
    )


async def _held(uow: UnitOfWork, actor: Actor, appeal_id: int) -> Appeal:
    row = await uow.session.scalar(
        select(Appeal).where(Appeal.id == appeal_id, _scope(actor)).with_for_update()
    )
    if row is None:
        raise NotFound("appeal", appeal_id)
    return row


async def letter(uow: UnitOfWork, actor: Actor, appeal_id: int) -> HeldLetter:
    """Raises NotFound for what is not held, or not in their assemblies."""
    row = await _held(uow, actor, appeal_id)
    deputy = await directory.deputy(uow, row.mandate_id)
    return HeldLetter(
        id=row.id,
        deputy=deputy,
        kind=Kind(row.kind or Kind.HELP),
        topic=Topic(row.topic) if row.topic else None,
        text=row.text,
        files=(await files_of(uow, row.id)).get(None, ()),
        sender_name=row.sender_name,
        sender_place=row.sender_place,
        home=await home_of(uow, row.author_id, deputy),
        reason=HoldReason(row.held_for or HoldReason.BURST),
        received_at=row.received_at or row.created_at,
        look_by=holding.look_by(uow, row),
    )


async def release(uow: UnitOfWork, actor: Actor, appeal_id: int) -> str:
    """Registers it as of the moment at which it was received; the number. Raises NotFound."""
    appeal = await _held(uow, actor, appeal_id)
    code = (await directory.deputy(uow, appeal.mandate_id)).assembly_code
    return await registration.register(uow, appeal, code, Action.RELEASE, actor, Role.COORDINATOR)


async def give_back(uow: UnitOfWork, actor: Actor, appeal_id: int, why: ReturnReason) -> None:
    """The author is told why and may rewrite it; the text is kept for that time."""
    appeal = await _held(uow, actor, appeal_id)
    appeal.returned_for = why
    appeal.expires_at = uow.now + REWRITE_WITHIN
    await move(uow, appeal, Action.RETURN, actor, Role.COORDINATOR, reason=why)
    key = f"returned:{appeal.id}:{uow.now.timestamp()}"
    await outbox.queue(
        uow,
        "returned",
        appeal.author_id,
        key,
        priority=outbox.Priority.ANSWER,
        appeal_id=appeal.id,
    )
