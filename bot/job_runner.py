"""Long work outside of updates: one job at a time, with progress, stoppable, safe to be killed."""

import asyncio
import contextlib
import shutil
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import structlog

from bot.delivery.telegram import Telegram
from bot.log import where
from domain.names import Language
from handlers.common.respond import Place, show
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.report import views
from services import jobs, outbox, people
from services.jobs import Claimed
from services.outbox import Priority
from services.unit_of_work import Database, UnitOfWork

log = structlog.get_logger()
LOOK = 1.0  # seconds between looks at a job that runs, and at an empty queue
KEPT = timedelta(days=3)  # as long as the outbox tries to send a file

Files = list[dict[str, str]]
Tell = Callable[[int, int], None]
Work = Callable[[Database, Claimed, Callable[[Language], Texts], Path, Tell], Awaitable[Files]]


class Stopped(Exception):
    """Whoever ordered the work does not want it any longer, or the process ends."""


@dataclass
class Progress:
    """Told by the thread that works, read by the loop that watches."""

    done: int = 0
    total: int = 0
    stopped: bool = False

    def tell(self, done: int, total: int) -> None:
        self.done, self.total = done, total
        if self.stopped:
            raise Stopped


@dataclass
class JobRunner:
    database: Database
    telegram: Telegram
    works: Mapping[str, Work]
    texts_for: Callable[[Language], Texts]
    real_now: Callable[[], datetime]
    folder: Path
    queued: Callable[[], None]
    wake: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            try:
                while await self.work_once():
                    pass
            except Exception as error:  # noqa: BLE001 - a fault of the database must not end it
                log.error("jobs_failed", where=where(error))
            self.wake.clear()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.wake.wait(), LOOK)

    async def work_once(self) -> bool:
        """Does the oldest job; False when there is none."""
        async with self.database.read() as uow:
            if not await jobs.anything_open(uow, self.real_now()):
                return False
        async with self.database.write() as uow:
            job = await jobs.claim(uow, self.real_now())
        if job is not None:
            await asyncio.to_thread(_tidy, self.folder, self.real_now() - KEPT)
            await (self._failed(job, "tried too often") if job.hopeless else self._do(job))
        return job is not None

    async def _do(self, job: Claimed) -> None:
        progress = Progress()
        folder = self.folder / str(job.id)
        work = self.works[job.kind](self.database, job, self.texts_for, folder, progress.tell)
        task = asyncio.ensure_future(work)
        try:
            await self._watch(job, task, progress)
            await self._finished(job, await task)
        except Stopped:
            log.info("job_stopped", job=job.id)
        except Exception as error:  # noqa: BLE001 - whatever the work does, the others go on
            log.error("job_failed", job=job.id, where=where(error))
            await self._failed(job, where(error))
        finally:
            progress.stopped = True  # a thread ends at its next step
            task.cancel()

    async def _watch(self, job: Claimed, task: asyncio.Future[Files], progress: Progress) -> None:
        told = -1
        while True:
            await asyncio.wait([task], timeout=LOOK)
            if task.done():
                return
            if not await self._still_wanted(job, progress):
                progress.stopped = True
                continue
            if progress.done != told:
                told = progress.done
                await self._show(job)

    async def _still_wanted(self, job: Claimed, progress: Progress) -> bool:
        async with self.database.write() as uow:
            now = self.real_now()
            return await jobs.go_on(uow, job.id, progress.done, progress.total, now)

    async def _finished(self, job: Claimed, files: Files) -> None:
        async with self.database.write() as uow:
            if not await jobs.finish(uow, job.id, "done", files=files):
                return
            await self._queue(uow, job, f"{job.kind}_ready")
        await self._show(job)
        self.queued()

    async def _failed(self, job: Claimed, error: str) -> None:
        async with self.database.write() as uow:
            if await jobs.finish(uow, job.id, "failed", error=error[:300]):
                await self._queue(uow, job, f"{job.kind}_failed")
        self.queued()

    @staticmethod
    async def _queue(uow: UnitOfWork, job: Claimed, kind: str) -> None:
        key = f"{kind}:{job.id}"
        await outbox.queue(
            uow, kind, job.requested_by, key, priority=Priority.ANSWER, job_id=job.id
        )

    async def _show(self, job: Claimed) -> None:
        """Edits the message that was tapped; where the order was typed there is none."""
        async with self.database.read() as uow:
            actor = await people.actor_by_id(uow, job.requested_by)
            found = await jobs.view(uow, actor, job.id)
        message_id = found.facts.get("message_id")
        if message_id is None:
            return
        screen: Screen = views.progress(self.texts_for(actor.language), found)
        place = Place(job.telegram_id)
        self.telegram.say(job.telegram_id, show(place, screen, message_id))


def _tidy(folder: Path, before: datetime) -> None:
    """Files that nobody will be sent any more."""
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        if path.is_dir() and path.stat().st_mtime < before.timestamp():
            shutil.rmtree(path, ignore_errors=True)
