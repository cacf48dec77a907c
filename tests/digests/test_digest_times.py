"""Each week once, at the hour people chose, whatever happens to the clock."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from models.messaging import OutboxMessage
from models.news import DigestPlan
from models.users import User
from tests.digests.helpers import MONDAY, WEEK, at_home, digests, meeting
from tests.world import Someone, World


@pytest.fixture
async def voter(world: World) -> Someone:
    return await at_home(world)


async def test_a_week_is_neither_lost_nor_repeated(world: World, voter: Someone) -> None:
    await meeting(world)
    for hours in (0, 0, 1, 30):
        await world.at(MONDAY + timedelta(hours=hours))
    assert len(digests(voter)) == 1
    await meeting(world)
    await meeting(world)
    await world.at(MONDAY + WEEK)
    assert len(digests(voter)) == 2
    assert "Meetings recorded: 2" in digests(voter)[-1]


async def test_down_for_three_days_and_for_three_weeks(world: World, voter: Someone) -> None:
    await meeting(world)
    await world.at(MONDAY + timedelta(days=3))
    assert len(digests(voter)) == 1
    await meeting(world)
    await world.at(MONDAY + 3 * WEEK + timedelta(days=2))
    first, second = digests(voter)
    assert "to Nov 30, 2026" in first
    assert "From Nov 30, 2026 to Dec 21, 2026" in second
    assert "Meetings recorded: 1" in second
    await world.at(MONDAY + 4 * WEEK)
    assert "From Dec 21, 2026 to Dec 28, 2026" in digests(voter)[-1]
    assert len(digests(voter)) == 3


async def test_the_year_ends_with_its_53rd_week(world: World, voter: Someone) -> None:
    """2026 has 53 weeks; the last one begins on 28 December."""
    for number in range(7):
        await world.at(MONDAY + number * WEEK)
    assert len(digests(voter)) == 7
    assert "From Dec 28, 2026 to Jan 4, 2027" in digests(voter)[5]


async def test_a_clock_that_is_set_back_repeats_nothing(world: World, voter: Someone) -> None:
    await meeting(world)
    await world.at(MONDAY + WEEK)
    assert len(digests(voter)) == 1
    for days in (-8, -7, -1, 0):
        await world.at(MONDAY + WEEK + timedelta(days=days))
    assert len(digests(voter)) == 1
    await world.at(MONDAY + 2 * WEEK)
    assert len(digests(voter)) == 2


async def test_another_day_and_hour_and_off(world: World, voter: Someone) -> None:
    await voter.says("/digest")
    assert "Monday, 09:00" in voter.text
    await voter.taps("Another day")
    await voter.says("4")
    await voter.taps("Another hour")
    await voter.says("18")
    assert "Thursday, 18:00" in voter.text
    assert "November 26, 2026" in voter.text
    await world.at(datetime(2026, 11, 26, 13, 0, tzinfo=UTC))
    assert len(digests(voter)) == 1
    await voter.taps("Stop the digest")
    assert "switched off" in voter.text
    await world.at(datetime(2026, 12, 10, 13, 0, tzinfo=UTC))
    assert not digests(voter)
    await voter.taps("Switch on")
    await world.at(datetime(2026, 12, 17, 13, 0, tzinfo=UTC))
    assert "From Dec 10, 2026" in digests(voter)[-1]


@pytest.mark.parametrize("data", ["dig_d:7", "dig_d:-1", "dig_h:7", "dig_h:22", "dig_h:99999"])
async def test_a_made_up_time_changes_nothing(world: World, voter: Someone, data: str) -> None:
    await voter.taps_data(data)
    await voter.says("/digest")
    assert "Monday, 09:00" in voter.text


async def test_who_blocked_the_bot_gets_all_of_it_after_coming_back(
    world: World, voter: Someone
) -> None:
    await voter.blocks()
    await meeting(world)
    for number in range(3):
        await world.at(MONDAY + number * WEEK)
    assert not digests(voter)
    await world.after(voter.telegram.unblocks())
    await voter.says("/start")
    await world.at(MONDAY + 3 * WEEK)
    (text,) = digests(voter)
    assert "From Nov 24, 2026 to Dec 21, 2026" in text
    assert "Meetings recorded: 1" in text


async def test_building_in_helpings_reaches_everybody_once(world: World) -> None:
    async with world.app.database.write() as uow:
        people = [
            User(telegram_id=700_000 + number, language="en", created_at=uow.now)
            for number in range(450)
        ]
        uow.session.add_all(people)
        await uow.session.flush()
        uow.session.add_all(
            DigestPlan(user_id=one.id, cursor=uow.now, next_at=MONDAY) for one in people
        )
    world.clock.move_to(MONDAY)
    await world.app.ticker.tick()
    await world.app.ticker.tick()
    async with world.app.database.read() as uow:
        query = select(func.count(), func.count(func.distinct(OutboxMessage.recipient_id)))
        rows = (await uow.session.execute(query.where(OutboxMessage.kind == "digest"))).one()
        late = await uow.session.scalar(
            select(func.count()).select_from(DigestPlan).where(DigestPlan.next_at <= MONDAY)
        )
    assert tuple(rows) == (450, 450)
    assert late == 0
