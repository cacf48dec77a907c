"""Who says "I will come" is reminded, told of changes, and asked afterwards."""

from datetime import timedelta

import pytest

from tests.events.helpers import (
    TEXT,
    activist,
    announcement,
    announces,
    attendances,
    follower,
    local,
    messages,
    seen,
)
from tests.world import Someone, World

SOON = "It begins soon"
TOMORROW = "A reminder: you said that you will come"
CHANGED = "What you want to come to was changed"
GONE = "will not take place"


@pytest.fixture
async def aigul(world: World, yerlan: Someone) -> Someone:
    """Will come on Friday 27 November at 18:30."""
    found = await follower(world)
    await announces(world, yerlan)
    await found.taps("I will come")
    return found


async def test_those_who_come_are_reminded_the_day_before_and_an_hour_before(
    world: World, aigul: Someone
) -> None:
    other = await follower(world, "Berik")
    await other.says("/start")
    await world.at(local(11, 26, 18, 29))
    assert not aigul.saw(TOMORROW)
    await world.at(local(11, 26, 18, 30))
    await world.at(local(11, 26, 18, 40))
    assert seen(aigul, TOMORROW) == 1
    await world.at(local(11, 27, 17, 30))
    await world.at(local(11, 27, 17, 45))
    assert seen(aigul, SOON) == 1
    assert not other.saw(TOMORROW)
    assert not other.saw(SOON)


async def test_who_cannot_come_after_all_is_not_reminded(world: World, aigul: Someone) -> None:
    await aigul.taps("I cannot come")
    await world.at(local(11, 26, 18, 30))
    await world.at(local(11, 27, 17, 30))
    assert not aigul.saw(TOMORROW)
    assert not aigul.saw(SOON)
    assert [one.coming for one in await attendances(world)] == [False]


async def test_by_night_nobody_is_reminded_but_the_evening_before(
    world: World, yerlan: Someone
) -> None:
    found = await follower(world)
    await announces(world, yerlan, when="27.11 08:30")
    await found.taps("I will come")
    await world.at(local(11, 26, 21, 29))
    assert not found.saw(SOON)
    await world.at(local(11, 26, 21, 30))
    assert seen(found, SOON) == 1
    await world.at(local(11, 27, 8))
    assert seen(found, SOON) == 1


async def test_a_reminder_that_comes_too_late_is_not_sent(world: World, aigul: Someone) -> None:
    await world.at(local(11, 27, 18, 31))  # nothing ran for three days
    assert not aigul.saw(TOMORROW)
    assert not aigul.saw(SOON)


async def test_what_is_moved_is_told_once_and_old_reminders_lapse(
    world: World, yerlan: Someone, aigul: Someone
) -> None:
    await yerlan.taps("Change")
    await yerlan.taps("Day and time")
    await yerlan.says("30.11 19:00")
    await yerlan.taps("Change")
    await yerlan.taps("Place")
    await yerlan.says("School 7")
    await world.at(world.clock() + timedelta(minutes=3))
    assert seen(aigul, CHANGED) == 1
    assert "School 7" in aigul.text
    assert "November 30" in aigul.text
    await world.at(local(11, 26, 18, 30))
    await world.at(local(11, 27, 17, 30))
    assert not aigul.saw(TOMORROW)
    assert not aigul.saw(SOON)
    await world.at(local(11, 29, 19))
    await world.at(local(11, 30, 18))
    assert seen(aigul, TOMORROW) == 1
    assert seen(aigul, SOON) == 1


async def test_what_is_cancelled_is_told_and_not_reminded_of(
    world: World, yerlan: Someone, aigul: Someone
) -> None:
    await yerlan.taps("Cancel it")
    await yerlan.says("The deputy is <ill>.")
    await world.at(world.clock())
    assert seen(aigul, GONE) == 1
    assert "The deputy is <ill>." in aigul.text
    await world.at(local(11, 26, 18, 30))
    await world.at(local(11, 28, 12))
    assert not aigul.saw(TOMORROW)
    assert not aigul.saw("Did it take place?")
    await aigul.taps_data(f"e_come:{(await announcement(world)).id}:1")
    assert "has changed since" in aigul.text


async def test_the_calendar_file_comes_as_a_document(world: World, aigul: Someone) -> None:
    await aigul.taps("Into my calendar")
    assert aigul.saw("your calendar takes it over")
    file = next(one for one in aigul.messages if "document" in one.raw)
    assert file.raw["document"]["file_name"].endswith(".ics")


async def test_afterwards_those_who_came_are_asked_once_and_activists_to_log_it(
    world: World, aigul: Someone
) -> None:
    nurlan = await activist(world)
    await world.at(local(11, 27, 21))
    assert not aigul.saw("Did it take place?")
    await world.at(local(11, 27, 21, 30))
    await world.at(local(11, 28, 12))
    assert seen(aigul, "Did it take place?") == 1
    assert seen(nurlan, "Something that was announced is over") == 1
    ident = (await announcement(world)).id
    await aigul.taps("Yes")
    await nurlan.opens(f"e_{ident}")
    assert "that it took place: 1, that it did not: 0" in nurlan.text
    await aigul.opens(f"e_{ident}")
    assert "that it took place" not in aigul.text
    await aigul.taps_data(f"e_was:{ident}:1")
    assert [one.took_place for one in await attendances(world)] == [True]
    await aigul.taps("No, it did not")
    assert [one.took_place for one in await attendances(world)] == [False]


async def test_who_did_not_say_so_cannot_tell_whether_it_took_place(
    world: World, aigul: Someone
) -> None:
    ident = (await announcement(world)).id
    await aigul.taps_data(f"e_was:{ident}:1")  # it is still to come
    assert "I cannot find this" in aigul.text
    stranger = world.person("Berik")
    await stranger.says("/start")
    await world.at(local(11, 28, 12))
    await stranger.taps_data(f"e_was:{ident}:1")
    assert "I cannot find this" in stranger.text


async def test_who_left_is_forgotten_here_too(world: World, aigul: Someone) -> None:
    await aigul.says("/forget")
    await aigul.taps("Erase everything")
    await aigul.taps("Yes, erase for good")
    await world.at(local(11, 26, 18, 30))
    assert not aigul.saw(TOMORROW)
    assert [one.state for one in await messages(world, "announcement_soon")] == [
        "cancelled",
        "cancelled",
    ]
    assert await attendances(world) == []
    assert TEXT not in aigul.text
