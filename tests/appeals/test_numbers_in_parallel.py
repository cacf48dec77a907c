"""Numbers have no gaps and no doubles, however many letters are sent at once and fail."""

import asyncio
from random import Random
from string import ascii_lowercase

import pytest
from sqlalchemy import select

from domain.appeals import Kind, Topic
from models.appeals import Appeal, NumberCounter
from models.deputies import Mandate
from services import people
from services.appeals import drafts, registration
from services.checking import check
from tests.world import World

LETTERS = 300


class Lost(Exception):
    """The process dies before the commit."""


def unlike_others(index: int) -> str:
    """Look-alikes in such a number would be held for a person to look at."""
    chance = Random(index)
    return " ".join("".join(chance.choices(ascii_lowercase, k=9)) for _ in range(12))


async def all_deputies(world: World) -> list[int]:
    """Of one assembly, so that all take from one counter; a flood on one of them would be held."""
    async with world.app.database.read() as uow:
        return list(await uow.session.scalars(select(Mandate.id).order_by(Mandate.id)))


async def begin(world: World, mandate_id: int, index: int) -> int:
    async with world.app.database.write() as uow:
        voter = await people.actor_of(uow, 600_000 + index, "en")
        draft = await drafts.start(uow, voter, mandate_id, Kind.COMPLAINT)
        await drafts.choose_topic(uow, voter, draft.id, Topic.ROADS)
        await drafts.write(uow, voter, draft.id, [unlike_others(index)])
        return draft.id


async def send(world: World, draft_id: int, index: int) -> str:
    async with world.app.database.write() as uow:
        voter = await people.actor_of(uow, 600_000 + index, "en")
        found = await registration.send(uow, voter, draft_id)
        if index % 4 == 0:
            raise Lost
        assert isinstance(found, registration.Sent)
        assert found.number is not None
        return found.number


@pytest.mark.timeout(300)
async def test_three_hundred_at_once_a_quarter_of_them_lost(world: World) -> None:
    deputies = await all_deputies(world)
    ids = [await begin(world, deputies[index % len(deputies)], index) for index in range(LETTERS)]
    results = await asyncio.gather(
        *(send(world, draft_id, index) for index, draft_id in enumerate(ids)),
        return_exceptions=True,
    )
    numbers = [one for one in results if isinstance(one, str)]
    assert [type(one) for one in results if not isinstance(one, str)] == [Lost] * (LETTERS // 4)
    assert len(set(numbers)) == LETTERS * 3 // 4
    async with world.app.database.read() as uow:
        serials = await uow.session.scalars(select(Appeal.serial).where(Appeal.serial.is_not(None)))
        assert sorted(one for one in serials if one) == list(range(1, len(numbers) + 1))
        assert (await uow.session.scalars(select(NumberCounter.value))).all() == [len(numbers)]
        assert await check(uow) == []
