"""The deputy's side hears of visits that were booked, moved and cancelled: together, by day."""

import pytest
from sqlalchemy import update

from models.users import Grant
from tests.acting import SABILYANOV, assistant_of, deputy_id
from tests.events.helpers import local, messages, seen, user_id
from tests.world import Someone, World

CHANGED = "Visits have changed: Nurtai Sabilyanov"
FREE = "Free again, since the visit was moved or cancelled:"


@pytest.fixture
async def yerlan(world: World) -> Someone:
    """Has opened four times on Friday, 10:00 to 11:20."""
    found = await assistant_of(world, SABILYANOV)
    await found.says("/reception")
    await found.taps("Open times")
    await found.says("27.11 10:00-11:25")
    await found.says("Room 5")
    await found.says("20")
    return found


async def books(world: World, name: str, which: int) -> Someone:
    found = world.person(name)
    await found.opens(f"d_{await deputy_id(world, SABILYANOV)}")
    await found.taps("Announcements")
    await found.taps("Reception")
    await found.says(str(which))
    assert "Booked." in found.text
    return found


async def test_bookings_of_a_quarter_of_an_hour_are_one_message(
    world: World, yerlan: Someone
) -> None:
    dana = await assistant_of(world, SABILYANOV, "Dana")
    aigul = await books(world, "Aigul", 2)
    await aigul.taps("Say what about")
    await aigul.says("The road & <school>")
    await books(world, "Berik", 1)
    await world.at(local(11, 24, 10, 14))
    assert not yerlan.saw(CHANGED)
    await world.at(local(11, 24, 10, 15))
    await world.at(local(11, 24, 10, 30))
    for someone in (yerlan, dana):
        assert seen(someone, CHANGED) == 1
        assert "10:00–10:20" in someone.text
        assert "10:20–10:40" in someone.text
        assert "The road & <school>" in someone.text
        assert FREE not in someone.text
    await yerlan.taps("Reception")
    assert "Booked: visit No." in yerlan.text


async def test_a_move_and_a_cancellation(world: World, yerlan: Someone) -> None:
    aigul, berik = await books(world, "Aigul", 1), await books(world, "Berik", 1)
    await world.at(local(11, 24, 10, 15))
    await aigul.taps("Move it")
    await aigul.says("2")  # of those that are free
    await berik.taps("Cancel my visit")
    await world.at(local(11, 24, 10, 30))
    assert seen(yerlan, CHANGED) == 2
    booked, free = yerlan.text.split(FREE)
    assert "11:00–11:20" in booked
    assert "10:00–10:20" in free
    assert "10:20–10:40" in free


async def test_what_was_booked_and_cancelled_meanwhile_is_not_worth_a_word(
    world: World, yerlan: Someone
) -> None:
    aigul = await books(world, "Aigul", 1)
    await aigul.taps("Cancel my visit")
    await world.at(local(11, 24, 10, 15))
    assert not yerlan.saw(CHANGED)
    (one,) = await messages(world, "visits_changed")
    assert one.state == "cancelled"


async def test_what_happens_at_night_comes_together_in_the_morning(
    world: World, yerlan: Someone
) -> None:
    await world.at(local(11, 24, 21, 50))
    await books(world, "Aigul", 1)
    await world.at(local(11, 25, 3))
    await books(world, "Berik", 1)
    await world.at(local(11, 25, 7, 59))
    assert not yerlan.saw(CHANGED)
    await world.at(local(11, 25, 8))
    assert seen(yerlan, CHANGED) == 1
    assert "10:00–10:20" in yerlan.text
    assert "10:20–10:40" in yerlan.text


async def test_shortly_before_the_reminder_says_it(world: World, yerlan: Someone) -> None:
    await world.at(local(11, 27, 9, 30))
    aigul = await books(world, "Aigul", 1)
    assert seen(yerlan, "1 visit is booked.") == 1
    await world.at(local(11, 27, 9, 45))
    assert not yerlan.saw(CHANGED)
    await aigul.taps("Cancel my visit")
    assert seen(yerlan, FREE) == 1  # at ten it would be too late
    await world.at(local(11, 27, 10))
    await world.at(local(11, 27, 10, 15))
    assert seen(yerlan, CHANGED) == 1


async def test_who_left_the_workspace_hears_nothing_more(world: World, yerlan: Someone) -> None:
    await books(world, "Aigul", 1)
    async with world.app.database.write() as uow:
        mine = await user_id(uow, yerlan)
        await uow.session.execute(
            update(Grant).where(Grant.user_id == mine).values(revoked_at=uow.now)
        )
    await world.at(local(11, 24, 10, 15))
    assert not yerlan.saw(CHANGED)


async def test_who_is_forgotten_leaves_a_free_time_that_is_told(
    world: World, yerlan: Someone
) -> None:
    aigul = await books(world, "Aigul", 1)
    await world.at(local(11, 24, 10, 15))
    await aigul.says("/forget")
    await aigul.taps("Erase everything")
    await aigul.taps("Yes, erase for good")
    await world.at(local(11, 24, 10, 30))
    assert seen(yerlan, CHANGED) == 2
    assert FREE in yerlan.text


async def test_the_digest_of_the_side_counts_the_visits_of_the_week(
    world: World, yerlan: Someone
) -> None:
    await yerlan.says("/digest")
    await yerlan.taps("Switch on")
    await yerlan.taps("Another day")
    await yerlan.says("3")
    await books(world, "Aigul", 1)
    await books(world, "Berik", 1)
    await world.at(local(11, 25, 9))
    assert "Visits booked for the coming week: 2, see /reception" in yerlan.text
