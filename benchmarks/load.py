"""Loads on a running bot: bursts, whole letters, a steady stream."""

import asyncio
import time
from collections.abc import Awaitable
from dataclasses import dataclass

from sqlalchemy import select

from benchmarks.filling import FIRST_PERSON
from benchmarks.stand_in import StandIn
from domain.appeals import State, Topic
from handlers.appeals.callbacks import ChooseTopic, SendOwn
from handlers.common.links import WriteAppeal
from models.appeals import Appeal
from models.assemblies import Convocation
from models.deputies import Mandate
from models.users import User
from services.unit_of_work import Database

PEOPLE = 400  # not one of them may count as a flooder: each sends less than 40 updates
READS = ("/deputy 8", "/program 8", "/appeals")
LETTER_STEPS = 4
PATIENCE = 120.0
LOOK = 0.02


@dataclass
class Load:
    telegram: StandIn

    async def reads(self, count: int) -> float:
        """Card, programme, my appeals in turn; updates a second."""
        texts = [[FIRST_PERSON + n % PEOPLE, READS[n // PEOPLE % len(READS)]] for n in range(count)]
        return count / await self._timed(self.telegram.queue(texts=texts), count)

    async def letters(self, count: int, database: Database) -> float:
        """Every step of a letter by so many people: tap, topic, text, send, receipt; updates/s."""
        people = range(FIRST_PERSON, FIRST_PERSON + count)
        write = WriteAppeal(mandate_id=await open_mandate(database)).pack()
        seconds = await self._timed(
            self.telegram.queue(taps=[[one, write] for one in people]), count
        )
        drafts = await drafts_of(database)
        topics = [
            [one, ChooseTopic(draft_id=drafts[one], topic=next(iter(Topic))).pack()]
            for one in people
        ]
        texts = [[one, "The road to the school is broken. Please mend it."] for one in people]
        sends = [[one, SendOwn(draft_id=drafts[one]).pack()] for one in people]
        seconds += await self._timed(self._in_order(topics, texts, sends), 4 * count)
        return LETTER_STEPS * count / seconds

    async def _in_order(
        self, topics: list[list[object]], texts: list[list[object]], sends: list[list[object]]
    ) -> None:
        await self.telegram.queue(taps=topics)
        await self.telegram.queue(texts=texts)
        await self.telegram.queue(taps=sends)

    async def _timed(self, load: Awaitable[None], messages: int) -> float:
        """Seconds from the first update to the last message, screens and receipts together."""
        before = (await self.telegram.stats())["sent"]
        begun = time.perf_counter()
        await load
        while (await self.telegram.stats())["sent"] < before + messages:
            if time.perf_counter() > begun + PATIENCE:
                raise RuntimeError("the bot did not answer everything")
            await asyncio.sleep(LOOK)
        return time.perf_counter() - begun

    async def steady(self, rate: int, seconds: float) -> float:
        """The 95th percentile of the time to the answer, in milliseconds."""
        await self.telegram.clear()
        portion, number = rate // 20, 0
        begun = time.perf_counter()
        while (passed := time.perf_counter() - begun) < seconds:
            while number < passed * rate:
                texts = [
                    [FIRST_PERSON + n % PEOPLE, READS[n % len(READS)]]
                    for n in range(number, number + portion)
                ]
                await self.telegram.queue(texts=texts)
                number += portion
            await asyncio.sleep(0.01)
        await asyncio.sleep(1)
        return float((await self.telegram.stats())["latency_ms"]["p95"])


async def open_mandate(database: Database) -> int:
    async with database.read() as uow:
        query = select(Mandate.id).join(Convocation).where(Convocation.takes_appeals)
        return (await uow.session.scalars(query.limit(1))).one()


async def drafts_of(database: Database) -> dict[int, int]:
    async with database.read() as uow:
        rows = await uow.session.execute(
            select(User.telegram_id, Appeal.id)
            .join(Appeal, Appeal.author_id == User.id)
            .where(Appeal.state == State.DRAFT)
        )
        return dict(rows.all())
