"""`backup`: a consistent copy while the bot runs."""

import asyncio
import sqlite3
from argparse import Namespace
from contextlib import closing
from pathlib import Path

from sqlalchemy import make_url

from bot.commands.kinds import Commands
from bot.fatal import StartRefused
from bot.settings import Settings


def register(commands: Commands) -> None:
    found = commands.add_parser("backup", help="copy the SQLite database consistently")
    found.add_argument("path", type=Path, help="the new file; it must not exist")
    found.set_defaults(command=backup)


async def backup(settings: Settings, arguments: Namespace) -> None:
    url = make_url(settings.database_url.get_secret_value())
    if url.get_backend_name() != "sqlite" or not url.database:
        message = "PostgreSQL has its own tools: use pg_dump."
        raise StartRefused(message)
    if await asyncio.to_thread(arguments.path.exists):
        message = f"{arguments.path} exists; a backup never overwrites."
        raise StartRefused(message)
    if not await asyncio.to_thread(Path(url.database).exists):
        message = "There is no database yet."
        raise StartRefused(message)
    await asyncio.to_thread(_copy, Path(url.database), arguments.path)
    print(f"copied and checked: {arguments.path}")


def _copy(source: Path, target: Path) -> None:
    """Copies by SQLite's own backup (a plain file copy can be torn) and checks the copy."""
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(target)) as copy:
        live.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        (verdict,) = copy.execute("PRAGMA integrity_check").fetchone()
    if verdict != "ok":
        target.unlink()
        message = "The copy is not sound; the original may be damaged."
        raise StartRefused(message)
