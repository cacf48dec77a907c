"""`check`: looks whether everything in the database fits together."""

from argparse import Namespace
from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import DBAPIError

from bot.clock import Clock
from bot.commands.kinds import Commands
from bot.database import create_database
from bot.fatal import StartRefused
from bot.settings import Settings
from models.schema import current_is_head
from services.checking import Finding
from services.checking import check as look
from services.unit_of_work import Database


def register(commands: Commands) -> None:
    found = commands.add_parser(
        "check", help="check the database; exit code 1 if anything is wrong"
    )
    found.set_defaults(command=check)


async def check(settings: Settings, _arguments: Namespace) -> int:
    """Reads only: a database of an older version is not upgraded here."""
    _refuse_missing(settings)
    database = create_database(settings, Clock())
    try:
        found = await _findings(database)
    except DBAPIError as error:
        message = f"The database cannot be read: {type(error.orig).__name__}. Is it damaged?"
        raise StartRefused(message) from None
    finally:
        await database.engine.dispose()
    for finding in found:
        print(finding.message)
    print(f"{len(found)} findings" if found else "all is well")
    return 1 if found else 0


def _refuse_missing(settings: Settings) -> None:
    url = make_url(settings.database_url.get_secret_value())
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        message = "There is no database yet."
        raise StartRefused(message)


async def _findings(database: Database) -> list[Finding]:
    if not await current_is_head(database.engine):
        message = "The database is of another version. Start the bot once; it upgrades it."
        raise StartRefused(message)
    async with database.read() as uow:
        return await look(uow)
