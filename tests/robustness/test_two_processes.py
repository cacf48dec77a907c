"""Several processes on one PostgreSQL; on SQLite the same stories hold for tasks of one process."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from sqlalchemy import select, text

from bot.leadership import LOCK
from models.appeals import Appeal
from services import people
from services.appeals import author, delivery
from services.appeals.events import broken_at
from services.unit_of_work import UnitOfWork
from tests.acting import SABILYANOV, assistant_of, compose
from tests.world import Someone, World

_WAITS = text("SELECT count(*) FROM pg_locks WHERE NOT granted")


@asynccontextmanager
async def first(
    world: World, then: Callable[[UnitOfWork], Awaitable[None]]
) -> AsyncIterator[UnitOfWork]:
    """What happens in here is committed when `then`, in a transaction beside it, has to wait."""
    async with world.app.database.write() as uow:
        yield uow
        other = asyncio.create_task(_beside(world, then))
        while not (other.done() or await _is_waiting(world)):
            pass
    await other


async def _beside(world: World, then: Callable[[UnitOfWork], Awaitable[None]]) -> None:
    async with world.app.database.write() as uow:
        await then(uow)


async def _is_waiting(world: World) -> bool:
    if world.app.database.is_sqlite:
        return True
    async with world.app.database.read() as uow:
        return bool(await uow.session.scalar(_WAITS))


async def letter(world: World, voter: Someone) -> int:
    """Registered, and nothing of it has gone out yet."""
    await compose(world, voter, "The road is broken.")
    await voter.telegram.taps("Agree and send", timeout=0)
    await world.polling.poll_once(0)
    while await world.app.worker.work_once():
        pass
    async with world.app.database.read() as uow:
        return (await uow.session.scalars(select(Appeal.id))).one()


async def test_whoever_has_the_id_of_the_leader_s_lock_is_answered(world: World) -> None:
    assert await world.app.leadership.is_ours()
    voter = world.person(ident=LOCK["first"])
    await voter.says("/start")
    assert "not a state service" in voter.text


async def test_a_letter_withdrawn_while_its_notice_is_accounted_for(world: World) -> None:
    await assistant_of(world, SABILYANOV)
    voter = world.person()
    appeal_id = await letter(world, voter)

    async def arrived(uow: UnitOfWork) -> None:
        await delivery.on_notice(uow, {"appeal_id": appeal_id}, sent=True)

    async with first(world, arrived) as uow:
        actor = await people.actor_of(uow, voter.telegram.id, "en")
        await author.withdraw(uow, actor, appeal_id)
    async with world.app.database.read() as uow:
        assert (await uow.session.get_one(Appeal, appeal_id)).state == "withdrawn"
        assert await broken_at(uow, appeal_id) is None
