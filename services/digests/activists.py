"""What an activist recorded, what it still lacks, and about whom nothing is recorded."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, exists, func, or_, select, true

from domain.records import RecordState
from domain.roles import Actor, Role
from models.assemblies import Convocation
from models.deputies import Mandate
from models.records import DeputyRequest, Evidence, Meeting, ProgrammeEvent
from services import directory
from services.digests.week import Window, within
from services.directory import Deputy
from services.unit_of_work import UnitOfWork

NAMED: Final = 3
UNFINISHED: Final = (RecordState.DRAFT, RecordState.SUBMITTED, RecordState.RETURNED)
_TABLES: Final = (
    (Meeting, Evidence.meeting_id),
    (DeputyRequest, Evidence.request_id),
    (ProgrammeEvent, Evidence.event_id),
)


@dataclass(frozen=True, slots=True)
class Activism:
    """Own records by what became of them; deputies in force about whom there is no record."""

    accepted: int
    returned: int
    waiting: int
    without_evidence: int
    unrecorded: tuple[Deputy, ...]
    unrecorded_total: int


async def read(uow: UnitOfWork, actor: Actor, window: Window) -> Activism:
    accepted = returned = waiting = bare = 0
    for table, link in _TABLES:
        mine = table.recorded_by == actor.user_id
        proven = or_(table.source_url.is_not(None), exists().where(link == table.id))
        state = table.state
        row = (
            await uow.session.execute(
                select(
                    func.count().filter(
                        state == RecordState.ACCEPTED, within(table.reviewed_at, window)
                    ),
                    func.count().filter(state == RecordState.RETURNED),
                    func.count().filter(state == RecordState.SUBMITTED),
                    func.count().filter(state.in_(UNFINISHED), ~proven),
                )
                .select_from(table)
                .where(mine)
            )
        ).one()
        accepted, returned, waiting, bare = (
            a + b for a, b in zip((accepted, returned, waiting, bare), row, strict=True)
        )
    named, total = await _unrecorded(uow, actor)
    return Activism(accepted, returned, waiting, bare, named, total)


async def _unrecorded(uow: UnitOfWork, actor: Actor) -> tuple[tuple[Deputy, ...], int]:
    meeting = exists().where(
        Meeting.mandate_id == Mandate.id, Meeting.state == RecordState.ACCEPTED
    )
    request = exists().where(
        DeputyRequest.initiator_id == Mandate.id, DeputyRequest.state == RecordState.ACCEPTED
    )
    query = directory.deputies().where(_area(actor), ~meeting, ~request, Convocation.takes_appeals)
    total = await uow.session.scalar(
        select(func.count()).select_from(query.with_only_columns(Mandate.id).subquery())
    )
    rows = await uow.session.execute(query.order_by(Mandate.id).limit(NAMED))
    return tuple(directory.as_deputy(row) for row in rows), total or 0


def _area(actor: Actor) -> ColumnElement[bool]:
    """The assemblies for which somebody is an activist; all of them without one named."""
    ids = [one.assembly_id for one in actor.roles if one.role is Role.ACTIVIST]
    if None in ids:
        return true()
    return Convocation.assembly_id.in_([one for one in ids if one is not None])
