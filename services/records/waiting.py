"""Coordinators hear that something waits to be checked: a message a working day, not one a record.

What is not checked is told of on the day it came and on the next working day; after that it
stands in the weekly digest.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from sqlalchemy import select, union_all

from domain.records import RecordState
from domain.roles import Actor, Role
from models.assemblies import Convocation
from models.deputies import Mandate
from models.messaging import OutboxMessage
from services import outbox, people
from services.promises import reviewing as statuses
from services.promises import settling
from services.records import reviewing
from services.records.kinds import DEPUTY, MODELS
from services.unit_of_work import UnitOfWork

NOTICE = "records_wait"


@dataclass(frozen=True, slots=True)
class Waiting:
    records: int
    statuses: int
    disputes: int


async def waiting(uow: UnitOfWork, actor: Actor) -> Waiting:
    """The queues of this person; nothing waits for others than coordinators."""
    if not actor.has(Role.COORDINATOR):
        return Waiting(0, 0, 0)
    return Waiting(
        await reviewing.count(uow, actor),
        await statuses.count(uow, actor),
        await settling.count(uow, actor),
    )


async def tell(uow: UnitOfWork) -> None:
    """Part of the due work, in working hours. Nobody is told of their own records alone."""
    if not uow.rules.working_hours_at(uow.now):
        return
    today = uow.rules.today(uow.now)
    keys = {f"{NOTICE}:{today}:{user_id}": user_id for user_id in await _concerned(uow)}
    known = select(OutboxMessage.key).where(OutboxMessage.key.in_(keys))
    for key in sorted(keys.keys() - set(await uow.session.scalars(known))):
        await outbox.queue(uow, NOTICE, keys[key], key, priority=outbox.Priority.REMINDER)


async def _concerned(uow: UnitOfWork) -> set[int]:
    recorders: dict[int, set[int | None]] = defaultdict(set)
    for assembly_id, recorded_by in await uow.session.execute(_fresh(_since(uow))):
        recorders[assembly_id].add(recorded_by)
    return {
        user_id
        for assembly_id, found in recorders.items()
        for user_id in await people.coordinators(uow, assembly_id)
        if found - {user_id}
    }


def _since(uow: UnitOfWork) -> datetime:
    """The beginning of the working day before this one."""
    day = uow.rules.calendar.add_working_days(uow.rules.today(uow.now), -1)
    return datetime.combine(day, time.min, uow.rules.zone)


def _fresh(since: datetime) -> Any:
    """The assembly and the recorder of what came since then and still waits."""
    return union_all(
        *(
            select(Convocation.assembly_id, model.recorded_by)
            .join(Mandate, Mandate.id == getattr(model, DEPUTY[kind]))
            .join(Convocation, Convocation.id == Mandate.convocation_id)
            .where(model.state == RecordState.SUBMITTED, model.submitted_at >= since)
            .distinct()
            for kind, model in MODELS.items()
        )
    )
