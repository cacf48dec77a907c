"""Several processes on one PostgreSQL; on SQLite the same stories hold for tasks of one process."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select, text

from bot.leadership import LOCK, Leadership
from models.appeals import Appeal
from models.engine import create_engine
from models.messaging import OutboxMessage
from services import directory_cache, outbox, outbox_sending, people
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


async def test_what_goes_to_one_person_goes_in_its_order(world: World) -> None:
    voter = world.person()
    await voter.says("/start")
    async with world.app.database.write() as uow:
        actor = await people.actor_of(uow, voter.telegram.id, "en")
        for kind in ("receipt", "answer"):
            await outbox.queue(uow, kind, actor.user_id, kind)
    assert await claimed(world) == ["receipt"]
    assert await claimed(world) == []  # the other round, while the receipt is on its way
    async with world.app.database.write() as uow:
        ident = await uow.session.scalar(select(OutboxMessage.id).filter_by(kind="receipt"))
        await outbox_sending.sent(uow, ident or 0)
    assert await claimed(world) == ["answer"]


async def test_two_changes_of_the_directory_are_both_seen(world: World) -> None:
    database = world.app.database
    titles = ["before"]
    seen: list[str] = []

    async def read() -> str:
        return titles[-1]

    async def another(uow: UnitOfWork) -> None:
        await directory_cache.changed(uow)
        await uow.session.flush()

    async def looks() -> None:
        async with database.read() as uow:
            seen.append(await directory_cache.kept(uow, "title", read))

    async with database.write() as uow:
        await another(uow)
        other = asyncio.create_task(_beside(world, another))
        while not (other.done() or await _is_waiting(world)):
            pass
        await looks()
        titles.append("after")
    await other
    await looks()
    assert seen == ["before", "after"]


async def test_a_draft_that_waits_is_not_queued_again_with_every_tick(world: World) -> None:
    voter = world.person()
    await compose(world, voter, "The road is broken.")
    await world.at(world.clock() + timedelta(days=2))
    assert voter.saw("not sent yet")
    ids = [await next_id(world)]
    for _ in range(3):
        await world.at(world.clock() + timedelta(seconds=15))
    ids.append(await next_id(world))
    assert ids[1] == ids[0] + 1  # the ids of a year must not be used up


async def next_id(world: World) -> int:
    async with world.app.database.write() as uow:
        actor = await people.actor_by_id(uow, 1)
        await people.refresh_menu(uow, actor.user_id)
        return await uow.session.scalar(select(func.max(OutboxMessage.id))) or 0


async def claimed(world: World) -> list[str]:
    async with world.app.database.write() as uow:
        found = await outbox_sending.claim(uow, 50, world.clock.real())
        return [one.kind for one in found]
