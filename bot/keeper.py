"""What needs the network and is nobody's update: dead links, and archived copies of programmes."""

import asyncio
import hashlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError

from bot.log import where
from bot.web import NotFetched, Web
from services.records import copies, links
from services.records.copies import Kept, Wanted
from services.unit_of_work import Database

log = structlog.get_logger()


@dataclass
class Keeper:
    """A little at a time; no transaction is open while the network is asked."""

    database: Database
    web: Web
    bot: Bot
    folder: Path

    async def work(self) -> None:
        await self._look()
        await self._keep()

    async def work_safely(self) -> None:
        try:
            await self.work()
        except Exception as error:  # noqa: BLE001 - the next time finds the same work
            log.error("keeper_failed", where=where(error))

    async def _look(self) -> None:
        async with self.database.read() as uow:
            looks = await links.due(uow)
        for look in looks:
            dead = await self.web.is_dead(look.url)
            async with self.database.write() as uow:
                await links.seen(uow, look, dead=dead)

    async def _keep(self) -> None:
        async with self.database.read() as uow:
            wanted = await copies.wanted(uow)
        for one in wanted:
            kept = await self._copy(one)
            async with self.database.write() as uow:
                await copies.tried(uow, one, kept)

    async def _copy(self, one: Wanted) -> Kept | None:
        try:
            content = await self._content(one)
        except (NotFetched, TelegramAPIError, OSError):
            return None
        digest = hashlib.sha256(content).hexdigest()
        path = await asyncio.to_thread(self._store, digest, content) if one.url else None
        return Kept(digest, len(content), path)

    async def _content(self, one: Wanted) -> bytes:
        if one.url:
            return await self.web.fetch(one.url)
        found = BytesIO()
        await self.bot.download(one.file_id or "", destination=found)
        return found.getvalue()

    def _store(self, digest: str, content: bytes) -> str:
        """Named by its hash: the same content is kept once, whole or not at all."""
        place = Path(digest[:2]) / digest
        target = self.folder / place
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_suffix(".part")
        unfinished.write_bytes(content)
        unfinished.replace(target)
        return str(place)
