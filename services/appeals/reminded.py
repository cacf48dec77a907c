"""What a reminder tells one person: which of its cases still wait, and since when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from domain.appeals import Kind, State, Topic
from domain.due import VERY_LATE_AFTER, days_left
from domain.errors import NotFound
from domain.ladders import Clock
from domain.names import Names
from domain.roles import Actor, Role
from models.appeals import Appeal, Handover
from models.deputies import Mandate
from services import directory
from services.appeals.reminders import clock_of
from services.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Waiting:
    """`can_open`: whether this person may read it; a coordinator is told of more than that."""

    appeal_id: int
    number: str
    kind: Kind
    topic: Topic | None
    deputy: Names
    place: str | None
    clock: Clock
    due: date
    days_left: int
    seen_as: Role
    can_open: bool

    @property
    def very_late(self) -> bool:
        return self.days_left <= -VERY_LATE_AFTER


async def still_waiting(
    uow: UnitOfWork, actor: Actor, cases: Sequence[tuple[int, str, str]]
) -> list[Waiting]:
    """Those that nobody has answered, stopped or given more time since. Raises NotFound if none.

    `cases` are ids of appeals, clocks and due dates as they stood when the reminder was queued.
    """
    rows = await uow.session.scalars(select(Appeal).where(Appeal.id.in_({one[0] for one in cases})))
    appeals = {row.id: row for row in rows}
    passed_on = set(
        await uow.session.scalars(
            select(Handover.appeal_id).where(Handover.appeal_id.in_(appeals.keys()))
        )
    )
    found = await uow.session.execute(
        directory.deputies().where(Mandate.id.in_({row.mandate_id for row in appeals.values()}))
    )
    names = {one.mandate_id: one.name for one in map(directory.as_deputy, found)}
    listed = []
    for appeal_id, clock, day in cases:
        appeal, known = appeals.get(appeal_id), Clock(clock)
        role = _role(actor, appeal) if appeal else None
        if appeal and role and clock_of(appeal, known) == date.fromisoformat(day):
            readable = role is not Role.COORDINATOR or _readable(appeal, passed_on)
            deputy = names[appeal.mandate_id]
            listed.append(_waiting(uow, appeal, known, role, deputy, can_open=readable))
    if not listed:
        raise NotFound("appeal")
    return sorted(listed, key=lambda one: one.due)


def _role(actor: Actor, appeal: Appeal) -> Role | None:
    side = actor.role_for(appeal.mandate_id)
    if side is not None:
        return side
    return Role.COORDINATOR if actor.coordinates(appeal.assembly_id) else None


def _readable(appeal: Appeal, passed_on: set[int]) -> bool:
    """The same that `reading.coordinated` opens."""
    return appeal.state in {State.UNDELIVERABLE, State.DISPUTED} or appeal.id in passed_on


def _waiting(
    uow: UnitOfWork, appeal: Appeal, clock: Clock, role: Role, deputy: Names, *, can_open: bool
) -> Waiting:
    day: Any = clock_of(appeal, clock)
    return Waiting(
        appeal.id,
        str(appeal.number),
        Kind(appeal.kind or Kind.HELP),
        Topic(appeal.topic) if appeal.topic else None,
        deputy,
        appeal.sender_place,
        clock,
        day,
        days_left(uow.rules.today(uow.now), day, uow.rules.calendar),
        role,
        can_open,
    )
