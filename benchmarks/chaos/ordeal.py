"""The bot is started, killed at a random moment, started again; people go on meanwhile."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select

from benchmarks.chaos import oracle
from benchmarks.chaos.balancer import Balancer
from benchmarks.chaos.story import Assistant, Ledger, Voter
from benchmarks.databases import opened
from benchmarks.processes import Child, free_port, start_bot, start_stand_in, webhook_env
from benchmarks.stand_in import StandIn
from domain.roles import Role
from models.assemblies import Convocation
from models.deputies import Mandate
from models.users import Grant
from services import people
from services.unit_of_work import Database

VOTERS = 12
ASSISTANTS = 2
LIFE = (0.1, 2.5)  # seconds a bot may live after it is ready
DURING_START = 0.15  # share of kills that come before the bot is ready
SETTLE_LIMIT = 90.0


@dataclass(frozen=True, slots=True)
class Outcome:
    kills: int
    violations: list[str]
    figures: str
    seconds: float


@dataclass
class Ordeal:
    """`processes` above 1 listen for a webhook, all on one database."""

    folder: Path
    database_url: str
    processes: int
    kills: int
    chance: random.Random
    told: Callable[[str], None] = print
    ledger: Ledger = field(default_factory=Ledger)
    logs: list[Path] = field(default_factory=list)
    bots: list[Child] = field(default_factory=list)

    async def run(self) -> Outcome:
        begun = time.perf_counter()
        database = opened(self.database_url)
        async with AsyncExitStack() as stack:
            stack.push_async_callback(database.engine.dispose)
            child, url = await start_stand_in(self.folder)
            stack.push_async_callback(child.kill)
            telegram = await stack.enter_async_context(StandIn(url))
            starts = await self._starts(stack, url)
            stack.push_async_callback(self._stop_all)
            cast = await self._cast(telegram, database)
            self.bots = [await start() for start in starts]
            await self._torment(starts, cast)
            await self._settled(database, telegram)
            found = await oracle.violations(
                database, telegram, self.ledger, self.kills, [*self.logs]
            )
            words = await oracle.figures(database)
        return Outcome(self.kills, found, words, time.perf_counter() - begun)

    async def _starts(
        self, stack: AsyncExitStack, url: str
    ) -> list[Callable[[], Awaitable[Child]]]:
        """How to start each of the processes, again and again."""
        if self.processes == 1:
            return [self._start(url, {})]
        ports = [free_port() for _ in range(self.processes)]
        balancer = Balancer(ports, self.chance)
        await balancer.start()
        stack.push_async_callback(balancer.stop)
        return [self._start(url, webhook_env(balancer.url, port)) for port in ports]

    def _start(self, url: str, env: dict[str, str]) -> Callable[[], Awaitable[Child]]:
        async def start() -> Child:
            log = self.folder / f"bot-{len(self.logs):03}.log"
            self.logs.append(log)
            return await start_bot(log, url, self.database_url, LOG_LEVEL="DEBUG", **env)

        return start

    async def _cast(self, telegram: StandIn, database: Database) -> list[Voter | Assistant]:
        async with database.write() as uow:
            query = select(Mandate.id).join(Convocation).where(Convocation.takes_appeals).limit(4)
            mandates = list(await uow.session.scalars(query.order_by(Mandate.id)))
            assistants = range(2001, 2001 + ASSISTANTS)
            for ident, mandate in zip(assistants, mandates, strict=False):
                actor = await people.actor_of(uow, ident, "en")
                uow.session.add(
                    Grant(
                        user_id=actor.user_id,
                        role=Role.ASSISTANT,
                        mandate_id=mandate,
                        granted_at=uow.now,
                    )
                )
        voters = range(1001, 1001 + VOTERS)
        for ident in (*voters, *assistants):
            await telegram.person(ident)
        chances = iter(lambda: random.Random(self.chance.random()), None)
        return [
            *(Voter(telegram, self.ledger, one, mandates, next(chances)) for one in voters),
            *(Assistant(telegram, self.ledger, one, next(chances)) for one in assistants),
        ]

    async def _torment(
        self, starts: list[Callable[[], Awaitable[Child]]], cast: list[Voter | Assistant]
    ) -> None:
        stop = asyncio.Event()
        async with asyncio.TaskGroup() as group:
            for one in cast:
                group.create_task(one.live(stop))
            for number in range(1, self.kills + 1):
                victim = self.chance.randrange(len(starts))
                await self._live_a_while(self.bots[victim])
                await self.bots[victim].kill()
                self.told(f"kill {number}")
                self.bots[victim] = await starts[victim]()
            await self.bots[0].ready()
            await asyncio.sleep(LIFE[1])
            stop.set()

    async def _live_a_while(self, bot: Child) -> None:
        if self.chance.random() < DURING_START:
            await asyncio.sleep(self.chance.uniform(0, 1.5))
        else:
            await bot.ready()
            await asyncio.sleep(self.chance.uniform(*LIFE))

    async def _settled(self, database: Database, telegram: StandIn) -> None:
        """What still waits after the limit is reported by the oracle."""
        deadline = time.perf_counter() + SETTLE_LIMIT
        while (  # noqa: ASYNC110 - other processes settle it
            await oracle.waiting(database, telegram) and time.perf_counter() < deadline
        ):
            await asyncio.sleep(0.5)

    async def _stop_all(self) -> None:
        for bot in self.bots:
            await bot.kill()
