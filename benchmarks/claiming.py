"""Taking the next messages when very many wait: how long the sender holds the database.

python -m benchmarks.claiming [--waiting 100000] [--databases sqlite postgresql]

As many again are planned for later, and as many have gone already.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from benchmarks.databases import Templates, opened, postgres_server
from bot import log
from bot.clock import FrozenClock
from bot.delivery.sender import ROUND
from models.messaging import OutboxMessage
from models.users import User
from services import outbox, outbox_sending
from services.unit_of_work import Database

FIRST = 500_001
CHUNK = 5_000
CLAIMS = 40
NOON = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
LATER = timedelta(days=20)


async def fill(database: Database, waiting: int) -> None:
    """Digests that are due, reminders that are not, and digests of last week."""
    async with database.write() as uow:
        for start in range(0, waiting, CHUNK):
            numbers = range(start, min(start + CHUNK, waiting))
            users = [
                {"id": FIRST + n, "telegram_id": FIRST + n, "language": "ru", "created_at": NOON}
                for n in numbers
            ]
            rows = [
                _row(kind, FIRST + n, state, due_at, priority)
                for n in numbers
                for kind, state, due_at, priority in (
                    ("old", "sent", NOON - timedelta(days=7), outbox.Priority.DIGEST),
                    ("soon", "new", NOON + LATER, outbox.Priority.REMINDER),
                    ("digest", "new", NOON, outbox.Priority.DIGEST),
                )
            ]
            await uow.session.execute(insert(User), users)
            await uow.session.execute(insert(OutboxMessage), rows)


def _row(kind: str, user_id: int, state: str, due_at: datetime, priority: int) -> dict[str, Any]:
    return {
        "key": f"{kind}:{user_id}",
        "kind": kind,
        "recipient_id": user_id,
        "facts": {},
        "priority": int(priority),
        "due_at": due_at,
        "state": state,
        "created_at": NOON,
    }


async def claims(url: str, waiting: int) -> list[float]:
    """Milliseconds of each: the look and the claim, with the commit."""
    database = replace(opened(url), clock=FrozenClock(NOON))
    await fill(database, waiting)
    found = []
    for _ in range(CLAIMS):
        begun = time.perf_counter()
        async with database.read() as uow:
            assert await outbox_sending.anything_due(uow, NOON)
        async with database.write() as uow:
            claimed = await outbox_sending.claim(uow, ROUND, NOON)
        found.append((time.perf_counter() - begun) * 1000)
        assert len(claimed) == ROUND, len(claimed)
    await database.engine.dispose()
    return found


async def main(given: argparse.Namespace, folder: Path) -> None:
    for kind in given.databases:
        on_postgres = kind == "postgresql"
        with postgres_server(folder) if on_postgres else nullcontext() as server:
            times = await claims(await Templates(folder, server).copy(), given.waiting)
        print(
            f"{kind}: {given.waiting} wait, a claim of {ROUND} takes "
            f"{statistics.median(times):.1f} ms, {max(times):.1f} ms at the most"
        )


if __name__ == "__main__":
    log.configure("WARNING")
    parser = argparse.ArgumentParser(description="claims of the sender")
    parser.add_argument("--waiting", type=int, default=100_000)
    parser.add_argument("--databases", nargs="+", default=["sqlite", "postgresql"])
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        asyncio.run(main(parser.parse_args(), Path(name)))
