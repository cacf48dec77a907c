"""Processor time of the monitoring screens with 3,400 deputies and 10^5 meetings, SQLite.

python -m benchmarks.profiles [--deputies 3400] [--meetings 100000]
"""

import argparse
import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from sqlalchemy import select

from benchmarks.databases import opened
from benchmarks.report import SLUG, fill
from domain.names import Language
from domain.records import RecordKind
from domain.roles import Actor, GrantedRole, Role
from models.deputies import Mandate
from services.promises import comparing, profiles, table
from services.records import registers
from services.unit_of_work import Database, UnitOfWork
from tests.databases import prepare, sqlite_url

ROUNDS = 5
COORDINATOR = Actor(1, 1, Language.RU, (GrantedRole(Role.COORDINATOR),))
Read = Callable[[UnitOfWork], Awaitable[object]]


async def best(database: Database, read: Read) -> float:
    """Milliseconds, each time in a transaction of its own."""
    found = []
    for _ in range(ROUNDS):
        async with database.read() as uow:
            begun = time.process_time()
            await read(uow)
            found.append(time.process_time() - begun)
    return min(found) * 1000


async def screens(database: Database) -> dict[str, Read]:
    async with database.read() as uow:
        query = select(Mandate.id, Mandate.convocation_id).where(Mandate.source == SLUG)
        rows = (await uow.session.execute(query.order_by(Mandate.id))).all()
    (first, term), (second, _) = rows[0], rows[-1]
    return {
        "profile": lambda uow: profiles.profile(uow, first),
        "two deputies side by side": lambda uow: comparing.compare(uow, first, second),
        "with whom to compare, page 300": lambda uow: comparing.others(uow, first, 300),
        "monitoring table": lambda uow: table.table(uow, COORDINATOR, term),
        "assemblies to choose from": lambda uow: table.tables(uow, COORDINATOR),
        "meetings of a deputy": lambda uow: registers.register(
            uow, COORDINATOR, RecordKind.MEETING, first, 0
        ),
    }


async def measure(url: str) -> None:
    database = opened(url)
    for name, read in (await screens(database)).items():
        print(f"| {name} | {await best(database, read):.0f} ms |", flush=True)
    await database.engine.dispose()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--deputies", type=int, default=3_400)
    parser.add_argument("--meetings", type=int, default=100_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        url = sqlite_url(Path(name) / "bench.db")
        asyncio.run(prepare(url))
        asyncio.run(fill(url, given.deputies, given.meetings))
        asyncio.run(measure(url))


if __name__ == "__main__":
    main()
