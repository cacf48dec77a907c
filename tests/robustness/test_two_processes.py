"""Several processes on one PostgreSQL; on SQLite the same stories hold for tasks of one process."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from sqlalchemy import select, text

from bot.leadership import LOCK, Leadership
from models.appeals import Appeal
from models.engine import create_engine
from services import people
from services.appeals import author, delivery
from services.appeals.events import broken_at
from services.unit_of_work import UnitOfWork
from tests.acting import SABILYANOV, assistant_of, compose
from tests.world import Someone, World

_CUT_OFF = text(
    "SELECT pg_terminate_backend(pid) FROM pg_locks"
    " WHERE locktype = 'advisory' AND pid <> pg_backend_pid()"
)
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


async def test_a_process_that_waits_for_the_lead_outlives_an_absent_database(world: World) -> None:
    nowhere = create_engine("postgresql://nobody@127.0.0.1:1/nothing")
    assert not await Leadership(replace(world.app.database, engine=nowhere)).is_ours()


@pytest.mark.parametrize("loaded_url", ["postgresql"], indirect=True)
async def test_whoever_loses_the_lead_sends_no_more(world: World) -> None:
    one, other = Leadership(world.app.database), Leadership(world.app.database)
    begun, ended = asyncio.Event(), asyncio.Event()

    async def sends() -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    leading = asyncio.create_task(one.lead(sends))
    await begun.wait()
    assert not await other.is_ours()
    async with world.app.database.write() as uow:
        await uow.session.execute(_CUT_OFF)
    async with asyncio.timeout(10):
        await ended.wait()
        begun.clear()
        await begun.wait()  # whoever is there leads again
    leading.cancel()
    await asyncio.wait([leading])
    await one.release()


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
