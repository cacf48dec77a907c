"""Requests for more time, as the coordinator who decides sees them: without the letter."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import select

from domain.appeals import Kind, State, Topic
from domain.life_cycle import Action, allowed
from domain.roles import Actor, Role
from models.appeals import Appeal
from models.casework import ExtensionRequest
from services import directory
from services.appeals.course import Extended, extended
from services.appeals.extension import of_request
from services.appeals.scopes import coordinated_assemblies
from services.directory import Deputy
from services.unit_of_work import UnitOfWork

_RUNNING: Final = sorted(
    state for state in State if Action.EXTEND in allowed(state, Role.COORDINATOR)
)


@dataclass(frozen=True, slots=True)
class TimeRequest:
    """`granted` is None while it waits."""

    id: int
    number: str
    state: State
    kind: Kind
    topic: Topic | None
    deputy: Deputy
    registered_on: date
    due: date | None
    until: date
    reason: str
    before: tuple[Extended, ...]
    granted: bool | None


async def time_request(uow: UnitOfWork, actor: Actor, request_id: int) -> TimeRequest:
    """Raises NotFound."""
    row, appeal = await of_request(uow, actor, request_id)
    return TimeRequest(
        row.id,
        appeal.number or "",
        State(appeal.state),
        Kind(appeal.kind or Kind.HELP),
        Topic(appeal.topic) if appeal.topic else None,
        await directory.deputy(uow, appeal.mandate_id),
        appeal.registered_on or uow.rules.today(appeal.created_at),
        appeal.answer_due,
        row.until,
        row.reason,
        await extended(uow, appeal.id),
        row.granted if row.decided_at else None,
    )


async def waiting(uow: UnitOfWork, actor: Actor) -> tuple[int, ...]:
    """Ids of the requests nobody has decided, the oldest first; not of what is answered by now."""
    if not actor.has(Role.COORDINATOR):
        return ()
    found = await uow.session.scalars(
        select(ExtensionRequest.id)
        .join(Appeal, Appeal.id == ExtensionRequest.appeal_id)
        .where(
            ExtensionRequest.decided_at.is_(None),
            Appeal.state.in_(_RUNNING),
            coordinated_assemblies(actor),
        )
        .order_by(ExtensionRequest.id)
    )
    return tuple(found)


async def outcome(uow: UnitOfWork, request_id: int) -> bool:
    """Whether it was granted, for the side that asked."""
    row = await uow.session.get_one(ExtensionRequest, request_id)
    return bool(row.granted)
