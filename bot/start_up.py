"""A database fit for use: schema at head and, when it is fresh, the shipped data."""

from pathlib import Path

import structlog

from bot.fatal import StartRefused
from bot.settings import Settings
from models.schema import upgrade
from services.importing import ImportRefused, import_folder, is_empty
from services.unit_of_work import Database

log = structlog.get_logger()


async def prepare_database(database: Database, settings: Settings) -> None:
    """Upgrades the schema; loads the shipped data into an empty directory."""
    await upgrade(database.engine)
    async with database.write() as uow:
        if not await is_empty(uow):
            return
        try:
            await import_folder(uow, Path(settings.data_path))
        except ImportRefused as refused:
            message = f"the shipped data in {settings.data_path} have {len(refused.faults)} faults"
            raise StartRefused(message) from None
    log.info("data_loaded")
