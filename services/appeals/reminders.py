"""Reminders of a clock that runs out: to the deputy's side, then to coordinators.

Found by index in the few days around the due date; what went out is an event of the case.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, select, true
from sqlalchemy.orm import InstrumentedAttribute

from domain.appeals import AWAITING_ANSWER, State
from domain.ladders import Clock, Rung, is_next, reached, window
from domain.roles import Role
from models.appeals import Appeal, AppealEvent
from services import outbox, people
from services.appeals.events import record
from services.unit_of_work import UnitOfWork

EVENT: Final = "reminded"
NOTICE: Final = "deadlines"
BATCH: Final = 500  # cases in one transaction
NOT_TAKEN: Final = frozenset({State.REGISTERED, State.DELIVERED})


@dataclass(frozen=True, slots=True)
class Running:
    """A clock of a case that may be near its end."""

    appeal_id: int
    clock: Clock
    due: date
    mandate_id: int
    assembly_id: int


@dataclass(frozen=True, slots=True)
class Step:
    """A reminder that has to go out now."""

    case: Running
    rung: Rung

    @property
    def facts(self) -> list[Any]:
        return [self.case.appeal_id, self.case.clock, self.case.due.isoformat()]


async def remind(uow: UnitOfWork) -> bool:
    """Queues one message for each person, whatever number of cases it is about; in working hours.

    True when there may be more.
    """
    if not uow.rules.working_hours_at(uow.now):
        return False
    audience = _Audience(uow)
    heard = [(step, await audience.of(step)) for step in await _steps(uow)]
    steps = [(step, users) for step, users in heard if users]
    told: dict[int, list[Step]] = defaultdict(list)
    for step, users in steps[:BATCH]:
        if await _note(uow, step):
            for user_id in users:
                told[user_id].append(step)
    for user_id, cases in told.items():
        key = ":".join(str(part) for part in (NOTICE, user_id, *cases[0].facts, cases[0].rung.day))
        await outbox.queue(
            uow,
            NOTICE,
            user_id,
            key,
            priority=outbox.Priority.REMINDER,
            cases=[step.facts for step in cases],
        )
    return len(steps) > BATCH


async def _note(uow: UnitOfWork, step: Step) -> bool:
    """Writes into the case's chain that it was reminded of; False when somebody was quicker."""
    appeal = await uow.session.get_one(Appeal, step.case.appeal_id, with_for_update=True)
    if clock_of(appeal, step.case.clock) != step.case.due:
        return False
    await record(
        uow,
        appeal,
        EVENT,
        None,
        Role.SYSTEM,
        clock=step.case.clock,
        due=step.case.due.isoformat(),
        day=step.rung.day,
        side=step.rung.side,
        coordinators=step.rung.coordinators,
    )
    return True


class _Audience:
    """Who is told of what; people of a mandate or an assembly are looked up once."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow
        self._members: dict[int, list[int]] = {}
        self._coordinators: dict[int, list[int]] = {}

    async def of(self, step: Step) -> list[int]:
        case, rung = step.case, step.rung
        members = await self._of_mandate(case.mandate_id)
        found = list(members) if rung.side else []
        # A case that was passed on by letter has nobody here who could take it into work.
        nobody = case.clock is Clock.ACK and not members
        if rung.coordinators and not nobody:
            found += await self._of_assembly(case.assembly_id)
        return sorted(set(found))

    async def _of_mandate(self, mandate_id: int) -> list[int]:
        if mandate_id not in self._members:
            self._members[mandate_id] = await people.workspace_members(self._uow, mandate_id)
        return self._members[mandate_id]

    async def _of_assembly(self, assembly_id: int) -> list[int]:
        if assembly_id not in self._coordinators:
            self._coordinators[assembly_id] = await people.coordinators(self._uow, assembly_id)
        return self._coordinators[assembly_id]


async def _steps(uow: UnitOfWork) -> list[Step]:
    today, calendar = uow.rules.today(uow.now), uow.rules.calendar
    running = await _running(uow, today)
    done = await _done(uow, {case.appeal_id for case in running})
    # Hundreds of cases share a few due dates.
    rungs = {
        (clock, day): reached(clock, day, today, calendar)
        for clock, day in {(case.clock, case.due) for case in running}
    }
    found = []
    for case in running:
        rung = rungs[case.clock, case.due]
        gone = done.get((case.appeal_id, case.clock, case.due.isoformat()), ())
        if rung is not None and is_next(rung, gone):
            found.append(Step(case, rung))
    return found


async def _running(uow: UnitOfWork, today: date) -> list[Running]:
    """The clocks near their ends; letters are not read."""
    found = []
    for clock in _DATES:
        rows = await uow.session.execute(_near(uow, clock, today))
        found += [
            Running(ident, clock, day, mandate, area)
            for ident, mandate, area, day in rows
            if day is not None
        ]
    return sorted(found, key=lambda case: (case.mandate_id, case.due, case.appeal_id))


_DATES: Final[dict[Clock, tuple[InstrumentedAttribute[date | None], ColumnElement[bool]]]] = {
    Clock.ACK: (Appeal.ack_due, Appeal.state.in_(NOT_TAKEN)),
    Clock.ANSWER: (Appeal.answer_due, Appeal.state.in_(AWAITING_ANSWER)),
    Clock.HANDOVER: (Appeal.handover_due, Appeal.state == State.UNDELIVERABLE),
}


def _near(uow: UnitOfWork, clock: Clock, today: date) -> Select[int, int, int, date | None]:
    column, running = _DATES[clock]
    first, last = window(clock, today, uow.rules.calendar)
    found = select(Appeal.id, Appeal.mandate_id, Appeal.assembly_id, column)
    # The answer is never due before the acknowledgement: its index serves both.
    near = Appeal.answer_due >= first if clock is Clock.ACK else true()
    return found.where(running, column.between(first, last), near)


async def _done(uow: UnitOfWork, ids: set[int]) -> dict[tuple[int, str, str], list[int]]:
    found: dict[tuple[int, str, str], list[int]] = defaultdict(list)
    ordered = sorted(ids)
    for start in range(0, len(ordered), BATCH):
        some = ordered[start : start + BATCH]
        rows = await uow.session.execute(
            select(AppealEvent.appeal_id, AppealEvent.data).where(
                AppealEvent.appeal_id.in_(some), AppealEvent.action == EVENT
            )
        )
        for appeal_id, data in rows:
            found[(appeal_id, data["clock"], data["due"])].append(data["day"])
    return found


def clock_of(appeal: Appeal, clock: Clock) -> date | None:
    """By when, if this clock of the case runs at all."""
    state = State(appeal.state)
    if clock is Clock.ACK:
        return appeal.ack_due if state in NOT_TAKEN else None
    if clock is Clock.ANSWER:
        return appeal.answer_due if state in AWAITING_ANSWER else None
    return appeal.handover_due if state is State.UNDELIVERABLE else None
