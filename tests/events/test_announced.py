"""Those who follow hear of an announcement, in their language, once."""

from datetime import timedelta

from sqlalchemy import event, select

from models.news import Broadcast, Subscription
from models.users import User
from tests.acting import SABILYANOV, deputy_id
from tests.events.helpers import (
    TEXT,
    announces,
    broadcasts,
    drafts,
    follower,
    local,
    messages,
    seen,
    user_id,
)
from tests.world import Someone, World


async def test_a_meeting_reaches_those_who_follow_in_their_language(
    world: World, yerlan: Someone
) -> None:
    aigul = await follower(world, "Айгүл", "kk")
    stranger = world.person("Berik")
    await stranger.says("/start")
    await drafts(yerlan)
    assert TEXT in yerlan.text
    await yerlan.taps("Русский")
    assert "Автор" in yerlan.text  # in which language it is written
    await yerlan.taps("Publish")
    assert "It is published" in yerlan.text
    await world.at(world.clock())
    await world.at(world.clock() + timedelta(minutes=5))
    assert seen(aigul, TEXT) == 1
    assert "18:30" in aigul.text
    assert "ағылшын" in aigul.text
    assert not stranger.saw(TEXT)
    (one,) = await broadcasts(world, "announcement")
    assert (one.state, one.built) == ("done", 1)


async def test_who_chose_the_digest_finds_it_there_and_not_before(
    world: World, yerlan: Someone
) -> None:
    aigul, berik = await follower(world), await follower(world, "Berik")
    await aigul.says("/following")
    await aigul.says("1")
    assert "What is announced comes at once" in aigul.text
    await aigul.taps("In the weekly digest")
    await announces(world, yerlan, when="02.12 18:30")
    assert seen(berik, TEXT) == 1
    assert not aigul.saw(TEXT)
    await aigul.says("/digest")
    await aigul.taps("Switch on")
    await world.at(local(11, 30, 9))
    assert aigul.saw("Wednesday, December 2, 2026, 18:30")
    await aigul.says("/following")
    await aigul.says("1")
    await aigul.taps("Only announcements at once")
    before = seen(aigul, TEXT)
    await announces(world, yerlan, when="03.12 18:30")
    assert seen(aigul, TEXT) == before + 1


async def test_who_chooses_the_digest_before_it_goes_out_does_not_get_it(
    world: World, yerlan: Someone
) -> None:
    aigul = await follower(world)
    await drafts(yerlan)
    await yerlan.taps("Publish")
    await world.app.ticker.tick()
    (one,) = await messages(world, "announcement")
    assert one.state == "new"
    await aigul.taps_data("fol_w:1:0")
    await world.settle()
    assert not aigul.saw(TEXT)


async def test_a_helping_is_made_in_one_statement_and_reaches_everybody_once(
    world: World, yerlan: Someone
) -> None:
    """More than one helping, whatever the number of followers."""
    async with world.app.database.write() as uow:
        mandate_id = await deputy_id(world, SABILYANOV)
        people = [
            User(telegram_id=700_000 + number, language="en", created_at=uow.now)
            for number in range(450)
        ]
        uow.session.add_all(people)
        await uow.session.flush()
        uow.session.add_all(
            Subscription(user_id=one.id, what="deputy", mandate_id=mandate_id, created_at=uow.now)
            for one in people
        )
    await drafts(yerlan)
    await yerlan.taps("Publish")
    statements: list[str] = []
    engine = world.app.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", lambda *given: statements.append(given[2]))
    await world.app.ticker.tick()
    await world.app.ticker.tick()
    inserts = [one for one in statements if one.startswith("INSERT INTO outbox")]
    assert len(inserts) <= 3
    found = await messages(world, "announcement")
    assert len(found) == len({one.recipient_id for one in found}) == 450


async def test_whoever_stopped_following_between_hears_nothing(
    world: World, yerlan: Someone
) -> None:
    aigul = await follower(world)
    world.clock.move_to(local(11, 24, 23))  # by night nothing goes out
    await announces(world, yerlan)
    assert not aigul.saw(TEXT)
    await aigul.blocks()
    await world.at(local(11, 25, 8))
    assert not aigul.saw(TEXT)
    assert [one.state for one in await messages(world, "announcement")] == ["undeliverable"]


async def test_one_tap_in_the_message_stops_the_next_ones(world: World, yerlan: Someone) -> None:
    aigul = await follower(world)
    await announces(world, yerlan)
    await aigul.taps("Stop following")
    await announces(world, yerlan)
    assert seen(aigul, "I will come") == 0
    assert len(await messages(world, "announcement")) == 1


async def test_voters_of_the_district_get_it_by_themselves(world: World, yerlan: Someone) -> None:
    aigul = world.person("Aigul")
    await aigul.opens(f"d_{await deputy_id(world, SABILYANOV)}")
    await aigul.taps("This is my district")
    await announces(world, yerlan)
    assert seen(aigul, TEXT) == 1


async def test_who_moved_to_another_district_between_hears_nothing(
    world: World, yerlan: Someone
) -> None:
    aigul = world.person("Aigul")
    await aigul.opens(f"d_{await deputy_id(world, SABILYANOV)}")
    await aigul.taps("This is my district")
    world.clock.move_to(local(11, 24, 23))
    await announces(world, yerlan)
    await aigul.opens(f"d_{await deputy_id(world, 'abil')}")
    await aigul.taps("This is my district")
    await world.at(local(11, 25, 8))
    assert not aigul.saw(TEXT)
    assert [one.state for one in await messages(world, "announcement")] == ["cancelled"]


async def test_a_kill_amid_the_building_tells_each_once(world: World, yerlan: Someone) -> None:
    people = [await follower(world, f"Voter {number}") for number in range(5)]
    await drafts(yerlan)
    await yerlan.taps("Publish")
    database = world.app.database
    async with database.write() as uow:
        one = (await uow.session.scalars(select(Broadcast))).one()
        one.cursor = await user_id(uow, people[2])  # killed after the third, messages committed
    await world.at(world.clock())
    assert [seen(person, TEXT) for person in people] == [0, 0, 0, 1, 1]
    async with database.write() as uow:
        one = (await uow.session.scalars(select(Broadcast))).one()
        one.cursor, one.state = 0, "building"
    await world.at(world.clock() + timedelta(minutes=1))
    assert [seen(person, TEXT) for person in people] == [1, 1, 1, 1, 1]


async def test_what_is_cancelled_before_the_morning_is_not_announced(
    world: World, yerlan: Someone
) -> None:
    aigul = await follower(world)
    world.clock.move_to(local(11, 24, 23))
    await announces(world, yerlan)
    await yerlan.taps("Cancel it")
    await yerlan.says("The hall is closed.")
    assert "The hall is closed." in yerlan.text
    await world.at(local(11, 25, 8))
    assert not aigul.saw(TEXT)
