"""The queries behind the screens and the clock, on few and on many appeals (SQLite)."""

import statistics
import time
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from benchmarks.databases import Templates, opened
from benchmarks.filling import FIRST_PERSON, fill
from domain.calendar import next_moment_within_hours
from domain.names import Language
from domain.roles import Actor, GrantedRole, Role
from models.appeals import Appeal
from services import people
from services.appeals import reading, reminders
from services.desk import inbox
from services.due_work import PARTS
from services.unit_of_work import Database, UnitOfWork

REPEATS = 60

Query = Callable[[UnitOfWork], Awaitable[object]]


async def _due_work(uow: UnitOfWork) -> None:
    for part in PARTS:
        await part(uow)


def _working_moment(database: Database) -> datetime:
    rules = database.rules
    return next_moment_within_hours(database.clock(), rules.zone, rules.hours, rules.calendar)


async def medians(folder: Path, appeals: int) -> dict[str, float]:
    """Milliseconds of each query, through the services that the screens use."""
    database = opened(await Templates(folder).copy())
    at_work = _working_moment(database)
    database.clock = lambda: at_work  # reminders go out in working hours only
    await fill(database, appeals)
    async with database.read() as uow:
        author = await people.actor_of(uow, FIRST_PERSON, "ru")
        mandate = (await uow.session.scalars(select(Appeal.mandate_id).limit(1))).one()
    deputy = Actor(0, 0, Language.RU, (GrantedRole(Role.DEPUTY, mandate),))
    queries: dict[str, Query] = {
        "due work": _due_work,
        "reminders": reminders.remind,
        "inbox page": lambda uow: inbox.inbox(uow, deputy),
        "my appeals": lambda uow: reading.my_appeals(uow, author, 0),
    }
    found = {}
    for name, query in queries.items():
        times = []
        for _ in range(REPEATS):
            async with database.write() as uow:
                begun = time.perf_counter()
                await query(uow)
                times.append((time.perf_counter() - begun) * 1000)
        found[name] = statistics.median(times)
    await database.engine.dispose()
    return found
