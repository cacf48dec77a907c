"""What is being told to many: how far it is, and stopping it."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, func, select, update

from domain.errors import NotAllowed, NotFound
from domain.roles import Actor, Role
from models.messaging import OutboxMessage
from models.news import Broadcast
from services import outbox
from services.grants import require_coordinator
from services.ids import known_id
from services.unit_of_work import UnitOfWork

PAGE: Final = 5
WAITING: Final = ("new", "sending")


@dataclass(frozen=True, slots=True)
class Progress:
    """`built` may still grow while `building`."""

    id: int
    kind: str
    building: bool
    cancelled: bool
    built: int
    sent: int
    waiting: int


@dataclass(frozen=True, slots=True)
class ProgressPage:
    rows: tuple[Progress, ...]
    page: int
    total: int


async def known(uow: UnitOfWork, actor: Actor) -> bool:
    """Whether there is, or was, any that this person may look after."""
    if not actor.has(Role.COORDINATOR) or actor.coordinated_assemblies is not None:
        return False
    return await uow.session.scalar(select(Broadcast.id).limit(1)) is not None


async def page(uow: UnitOfWork, actor: Actor, number: int) -> ProgressPage:
    """The newest first. Raises NotAllowed."""
    _require(actor)
    total = await uow.session.scalar(select(func.count(Broadcast.id))) or 0
    here = min(max(number, 0), max(0, (total - 1) // PAGE))
    rows = await uow.session.scalars(
        select(Broadcast).order_by(Broadcast.id.desc()).offset(here * PAGE).limit(PAGE)
    )
    return ProgressPage(tuple([await _progress(uow, row) for row in rows.all()]), here, total)


async def cancel(uow: UnitOfWork, actor: Actor, broadcast_id: int) -> None:
    """What has not gone out stays here. A second time changes nothing. Raises NotFound."""
    _require(actor)
    row = await uow.session.get(
        Broadcast, known_id("broadcast", broadcast_id), with_for_update=True
    )
    if row is None:
        raise NotFound("broadcast", broadcast_id)
    row.state, row.finished_at = "cancelled", row.finished_at or uow.now
    await uow.session.execute(
        update(OutboxMessage)
        .where(_of(row), OutboxMessage.state == "new")
        .values(state="cancelled", error="broadcast cancelled")
        .execution_options(synchronize_session=False)
    )


def _require(actor: Actor) -> None:
    """Coordinators of everything: a broadcast may reach beyond one assembly."""
    require_coordinator(actor)
    if actor.coordinated_assemblies is not None:
        raise NotAllowed("coordinate")


def _of(row: Broadcast) -> ColumnElement[bool]:
    """Its messages."""
    return outbox.keyed(f"{row.kind}:{row.announcement_id or row.subject_id}:{row.version}")


async def _progress(uow: UnitOfWork, row: Broadcast) -> Progress:
    counted = await uow.session.execute(
        select(OutboxMessage.state, func.count()).where(_of(row)).group_by(OutboxMessage.state)
    )
    by_state = {row[0]: row[1] for row in counted}
    return Progress(
        row.id,
        row.kind,
        row.state == "building",
        row.state == "cancelled",
        row.built,
        by_state.get("sent", 0),
        sum(by_state.get(one, 0) for one in WAITING),
    )
