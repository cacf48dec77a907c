"""Voters book a visit, move it, cancel it; the deputy's side opens and closes times."""

import asyncio

import pytest
from sqlalchemy import select

from domain.errors import DomainError, TransitionRefused
from models.news import ReceptionSlot
from services import people
from services.events import receptions
from tests.acting import SABILYANOV, assistant_of, deputy_id
from tests.events.helpers import local, seen
from tests.world import Someone, World

YOURS = "A reminder: your visit"


async def slots(world: World) -> list[ReceptionSlot]:
    async with world.app.database.read() as uow:
        query = select(ReceptionSlot).order_by(ReceptionSlot.starts_at)
        return list(await uow.session.scalars(query))


@pytest.fixture
async def yerlan(world: World) -> Someone:
    """Has opened four times on Friday, 10:00 to 11:20, in room 5."""
    found = await assistant_of(world, SABILYANOV)
    await found.says("/reception")
    await found.taps("Open times")
    await found.says("27.11 10:00-11:25")
    await found.says("Room 5 & <hall>")
    await found.says("20")
    assert "4 times are open now." in found.text
    return found


@pytest.fixture
async def aigul(world: World, yerlan: Someone) -> Someone:
    return await at_reception(world, "Aigul")


async def at_reception(world: World, name: str) -> Someone:
    """Looks at the free times, coming from the card."""
    found = world.person(name)
    await found.opens(f"d_{await deputy_id(world, SABILYANOV)}")
    await found.taps("Announcements")
    await found.taps("Reception")
    return found


async def test_a_voter_books_and_both_sides_are_reminded(
    world: World, yerlan: Someone, aigul: Someone
) -> None:
    assert "Room 5 & <hall>" in aigul.text
    await aigul.says("2")
    assert "Booked." in aigul.text
    assert "10:20–10:40" in aigul.text
    await aigul.taps("Say what about")
    await aigul.says("The road & <school>")
    assert "The road & <school>" in aigul.text
    await world.at(local(11, 26, 10, 20))
    await world.at(local(11, 27, 9, 20))
    await world.at(local(11, 27, 9, 40))
    assert seen(aigul, YOURS) == 2
    assert seen(yerlan, "1 visit is booked.") == 2
    assert yerlan.saw("The road & <school>")


async def test_the_side_is_reminded_of_a_day_and_not_of_each_visit(
    world: World, yerlan: Someone, aigul: Someone
) -> None:
    berik = await at_reception(world, "Berik")
    await aigul.says("3")
    await berik.says("1")
    await world.at(local(11, 26, 10))
    await world.at(local(11, 26, 10, 40))
    assert seen(yerlan, "2 visits are booked.") == 1
    assert seen(aigul, YOURS) == 1
    assert seen(berik, YOURS) == 1


async def test_what_is_taken_is_not_offered_and_not_given_twice(
    world: World, aigul: Someone
) -> None:
    berik = await at_reception(world, "Berik")
    await aigul.says("1")
    ident = (await slots(world))[0].id
    await berik.says("1")  # his screen still shows it
    assert "cannot find" in berik.text
    await berik.taps_data(f"r_one:{ident}")
    assert "cannot find" in berik.text
    for data in (f"r_free:{ident}", f"r_subj:{ident}", f"r_shut:{ident}:1"):
        await berik.taps_data(data)
        assert "cannot find" in berik.text
    assert (await slots(world))[0].closed_at is None


async def test_of_many_at_the_same_moment_one_gets_it(world: World, yerlan: Someone) -> None:
    del yerlan
    database = world.app.database
    actors = []
    for telegram_id in range(2001, 2011):
        async with database.write() as uow:
            actors.append(await people.actor_of(uow, telegram_id, "en"))
    ident = (await slots(world))[0].id

    async def take(number: int) -> bool:
        try:
            async with database.write() as uow:
                await receptions.book(uow, actors[number], ident)
        except DomainError:
            return False
        return True

    assert sum(await asyncio.gather(*(take(number) for number in range(10)))) == 1
    found = (await slots(world))[0]
    assert found.booking == 1
    assert found.booked_by is not None


async def test_the_statement_itself_refuses_whoever_comes_second(
    world: World, aigul: Someone
) -> None:
    """Both looked while it was free."""
    async with world.app.database.read() as uow:
        late = await people.actor_by_id(uow, 1)
    await aigul.says("1")
    async with world.app.database.write() as uow:
        with pytest.raises(TransitionRefused):
            await receptions._take(uow, late, (await slots(world))[0].id)  # noqa: SLF001


async def test_one_person_on_two_devices_books_one_visit(world: World, yerlan: Someone) -> None:
    del yerlan
    database = world.app.database
    async with database.write() as uow:
        actor = await people.actor_of(uow, 2001, "en")
    idents = [one.id for one in await slots(world)]

    async def take(ident: int) -> None:
        try:
            async with database.write() as uow:
                await receptions.book(uow, actor, ident)
        except DomainError:
            pass

    await asyncio.gather(*(take(ident) for ident in idents))
    assert sum(one.booked_by is not None for one in await slots(world)) == 1


async def test_a_visit_is_moved_and_the_old_reminders_lapse(world: World, aigul: Someone) -> None:
    await aigul.says("1")
    await aigul.taps("Say what about")
    await aigul.says("The road")
    await aigul.taps("Move it")
    assert "Your visit: " in aigul.text
    await aigul.says("3")  # of those that are free: 11:00
    assert "11:00–11:20" in aigul.text
    assert "The road" in aigul.text
    assert [one.booked_by is not None for one in await slots(world)] == [False, False, False, True]
    assert (await slots(world))[0].subject is None
    await world.at(local(11, 27, 9, 30))
    assert seen(aigul, YOURS) == 1  # nothing ran the day before: late, but before the visit
    await world.at(local(11, 27, 10))
    assert seen(aigul, YOURS) == 2


async def test_a_second_visit_is_refused_with_the_way_out(world: World, aigul: Someone) -> None:
    await aigul.says("1")
    await aigul.taps_data(f"r_book:{(await slots(world))[1].id}:0")
    assert "Move or cancel it" in aigul.text


async def test_a_cancelled_visit_is_free_for_others(
    world: World, yerlan: Someone, aigul: Someone
) -> None:
    await aigul.says("1")
    await aigul.taps("Cancel my visit")
    assert "Your visit is cancelled." in aigul.text
    berik = await at_reception(world, "Berik")
    await berik.says("1")
    assert "10:00–10:20" in berik.text
    await world.at(local(11, 26, 10))
    assert not aigul.saw(YOURS)
    assert seen(berik, YOURS) == 1
    assert seen(yerlan, "1 visit is booked.") == 1


async def test_who_booked_a_time_that_is_taken_away_is_told(
    world: World, yerlan: Someone, aigul: Someone
) -> None:
    await aigul.says("1")
    await yerlan.says("/reception")
    await yerlan.says("1")
    await yerlan.taps("Take this time away")
    await yerlan.taps("Yes, take it away")
    assert seen(aigul, "Your visit cannot take place at this time.") == 1
    await aigul.taps("Other times")
    await aigul.says("1")
    assert "10:20–10:40" in aigul.text
    await world.at(local(11, 26, 10))
    assert not aigul.saw(YOURS)


async def test_by_night_nobody_is_told_that_a_time_was_taken_away(
    world: World, yerlan: Someone, aigul: Someone
) -> None:
    await aigul.says("1")
    await world.at(local(11, 25, 23))
    await yerlan.says("/reception")
    await yerlan.says("1")
    await yerlan.taps("Take this time away")
    await yerlan.taps("Yes, take it away")
    assert not aigul.saw("Your visit cannot take place at this time.")
    await world.at(local(11, 26, 8))
    assert seen(aigul, "Your visit cannot take place at this time.") == 1


async def test_hours_that_are_open_are_not_opened_twice(world: World, yerlan: Someone) -> None:
    for typed, opened in (("27.11 10:00-11:25", "already"), ("27.11 11:10-12:10", "2 times")):
        await yerlan.says("/reception")
        await yerlan.taps("Open times")
        await yerlan.says(typed)
        await yerlan.taps("Say no place")
        await yerlan.taps("20 minutes")
        assert opened in yerlan.text
    starts = [one.starts_at for one in await slots(world)]
    assert starts[-2:] == [local(11, 27, 11, 30), local(11, 27, 11, 50)]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("27.11 10:00", "type when it ends"),
        ("23.11.2026 10:00-12:00", "passed already"),
        ("27.11 12:00-10:00", "later than the beginning"),
        ("Friday", "cannot read a day"),
    ],
)
async def test_hours_that_cannot_be_are_asked_again(world: World, typed: str, said: str) -> None:
    yerlan = await assistant_of(world, SABILYANOV)
    await yerlan.says("/reception")
    await yerlan.taps("Open times")
    await yerlan.says(typed)
    assert said in yerlan.text
    assert await slots(world) == []


async def test_hours_too_short_for_a_visit_open_nothing(world: World) -> None:
    yerlan = await assistant_of(world, SABILYANOV)
    await yerlan.says("/reception")
    await yerlan.taps("Open times")
    await yerlan.says("27.11 10:00-10:15")
    await yerlan.taps("Say no place")
    await yerlan.taps("20 minutes")
    assert "No visit fits" in yerlan.text
    assert await slots(world) == []


async def test_strangers_open_nothing_and_the_side_books_nothing(
    world: World, yerlan: Someone, aigul: Someone
) -> None:
    mandate_id = await deputy_id(world, SABILYANOV)
    for data in (f"r_new:{mandate_id}", f"r_nopl:{mandate_id}", f"r_open:{mandate_id}:20"):
        await aigul.taps_data(data)
        assert "cannot find" in aigul.text
    await yerlan.taps_data(f"r_book:{(await slots(world))[0].id}:0")
    assert "nothing for you to book" in yerlan.text
    assert len(await slots(world)) == 4


async def test_who_is_forgotten_leaves_the_time_to_others(world: World, aigul: Someone) -> None:
    await aigul.says("1")
    await aigul.taps("Say what about")
    await aigul.says("The road")
    await aigul.says("/forget")
    await aigul.taps("Erase everything")
    await aigul.taps("Yes, erase for good")
    found = (await slots(world))[0]
    assert (found.booked_by, found.subject) == (None, None)
    await world.at(local(11, 26, 10))
    assert not aigul.saw(YOURS)


async def test_one_s_own_visits_stand_under_reception(world: World, aigul: Someone) -> None:
    await aigul.says("/reception")
    assert "You have no visit booked." in aigul.text
    await aigul.opens(f"d_{await deputy_id(world, SABILYANOV)}")
    await aigul.taps("This is my district")
    await aigul.says("/reception")
    await aigul.taps("Nurtai Sabilyanov")
    await aigul.says("1")
    await aigul.says("/reception")
    await aigul.says("1")
    assert "Your visit has the number" in aigul.text
