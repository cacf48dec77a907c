"""Coordinators hear of what waits: one message a working day, never by night, nothing twice."""

from datetime import datetime, timedelta

import pytest

from tests.promises.acts import propose
from tests.records.acts import SPRING, accept, activist, meeting
from tests.world import Someone, World

# Friday 29 May 2026, 20:00 in Almaty; Monday the 1st of June, 10:00.
FRIDAY_EVENING = SPRING + timedelta(days=3, hours=10)
MONDAY = SPRING + timedelta(days=6)


@pytest.fixture
async def coordinator(world: World) -> Someone:
    world.clock.move_to(SPRING)
    return await world.coordinator()


def told(someone: Someone) -> list[str]:
    return [one.text for one in someone.messages if "to be checked." in one.text]


async def passes(world: World, until: datetime) -> None:
    """Hour by hour, as the clock of the process does."""
    moment = world.clock()
    while moment < until:
        moment = min(moment + timedelta(hours=1), until)
        await world.at(moment)


async def test_many_records_one_message(world: World, coordinator: Someone) -> None:
    dana = await activist(world)
    await meeting(dana)
    await meeting(dana, place="Курчатов", link="https://example.kz/2")
    await propose(world, dana)
    await world.at(SPRING + timedelta(minutes=1))
    (text,) = told(coordinator)
    assert "2 records wait to be checked." in text
    assert "Statuses of promises: 1" in text
    await meeting(dana, place="Аягоз", link="https://example.kz/3")
    await passes(world, SPRING + timedelta(hours=6))
    assert len(told(coordinator)) == 1
    assert not told(dana)
    await coordinator.taps("Check 2 records", coordinator.messages[-1])
    assert "Records to be checked: 3" in coordinator.text


async def test_once_more_the_next_morning_and_then_in_the_digest(
    world: World, coordinator: Someone
) -> None:
    dana = await activist(world)
    world.clock.move_to(FRIDAY_EVENING)
    await meeting(dana)
    await passes(world, MONDAY - timedelta(hours=2))
    assert not told(coordinator)  # neither in the evening nor on a day off
    await passes(world, MONDAY)
    assert len(told(coordinator)) == 1
    await passes(world, MONDAY + timedelta(days=4))
    assert len(told(coordinator)) == 1
    await coordinator.says("/digest")
    assert "Switch off" in coordinator.labels  # whoever has a role gets it without asking
    await passes(world, MONDAY + timedelta(days=7))
    assert len(told(coordinator)) == 1
    assert coordinator.saw("Records to be checked: 1, see /review")


async def test_what_is_checked_meanwhile_is_not_told(world: World, coordinator: Someone) -> None:
    dana = await activist(world)
    world.clock.move_to(FRIDAY_EVENING)
    await meeting(dana)
    await accept(coordinator)
    await passes(world, MONDAY)
    assert not told(coordinator)


async def test_nobody_is_told_of_their_own(world: World, coordinator: Someone) -> None:
    other = await activist(world, "Arman", role="coordinator")
    await meeting(coordinator)
    await passes(world, SPRING + timedelta(hours=2))
    assert not told(coordinator)
    assert len(told(other)) == 1
