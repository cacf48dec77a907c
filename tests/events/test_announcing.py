"""The deputy's side announces; those who follow hear of it, in their language, once."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import event, select

from domain.announcements import PER_WEEK, AnnouncementState
from domain.election import ElectionPeriod
from models.news import Broadcast, Subscription
from models.users import User
from tests.acting import SABILYANOV, assistant_of, deputy_id
from tests.events.helpers import (
    TEXT,
    announcement,
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


@pytest.fixture
async def yerlan(world: World) -> Someone:
    return await assistant_of(world, SABILYANOV)


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


async def test_a_second_language_is_shown_to_its_readers(world: World, yerlan: Someone) -> None:
    dmitri = await follower(world, "Дмитрий", "ru")
    await drafts(yerlan)
    await yerlan.taps("Change")
    await yerlan.taps("Русский")
    await yerlan.says("Говорим о дорогах.")
    await yerlan.taps("Publish")
    await world.at(world.clock())
    assert "Говорим о дорогах." in dmitri.text
    assert not dmitri.saw(TEXT)
    assert "Автор написал" not in dmitri.text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("24.11 09:00", "passed already"),
        ("01.01.2020 10:00", "passed already"),
        ("25.12.2031 18:30", "more than a year away"),
        ("tomorrow evening", "cannot read a day"),
        ("25.12 25:30", "cannot read a day"),
        ("31.02 18:30", "cannot read a day"),
        ("25.12", "cannot read a day"),
        ("25.12 18:30-17:00", "later than the beginning"),
    ],
)
async def test_a_time_that_cannot_be_is_asked_again(
    world: World, yerlan: Someone, typed: str, said: str
) -> None:
    await yerlan.says("/announce")
    await yerlan.taps("Reception")
    await yerlan.says(TEXT)
    await yerlan.says(typed)
    assert said in yerlan.text
    await yerlan.says("25.12 в 18:30 - 20:00")
    found = await announcement(world)
    assert found.starts_at == local(12, 25, 18, 30)
    assert found.ends_at == local(12, 25, 20)


async def test_a_link_is_read_with_care(world: World, yerlan: Someone) -> None:
    await yerlan.says("/announce")
    await yerlan.taps("Report to voters")
    await yerlan.says(TEXT)
    await yerlan.says("25.12 18:30")
    await yerlan.taps("Only online")
    for typed in ("javascript:alert(1)", "not a link", "https://me@evil.kz/", "http://localhost/"):
        await yerlan.says(typed)
        assert "cannot read this as a link" in yerlan.text
    await yerlan.says("zoom.us/j/1?a=1&b=2")
    assert (await announcement(world)).url == "https://zoom.us/j/1?a=1&b=2"
    assert "Publish" in yerlan.labels


async def test_news_need_neither_time_nor_place(world: World, yerlan: Someone) -> None:
    aigul = await follower(world)
    await yerlan.says("/announce")
    await yerlan.taps("News")
    await yerlan.says(TEXT)
    await yerlan.taps("Publish")
    await world.at(world.clock())
    assert aigul.saw(TEXT)
    assert "I will come" not in aigul.labels


async def test_there_is_a_limit_for_a_week_and_it_says_when_it_works_again(
    world: World, yerlan: Someone
) -> None:
    for _ in range(PER_WEEK):
        await announces(world, yerlan)
    await drafts(yerlan)
    await yerlan.taps("Publish")
    assert "it can be published from Tuesday, December 1, 2026, 10:00" in yerlan.text
    found = await announcement(world)
    assert found.state == AnnouncementState.DRAFT
    await world.at(world.clock() + timedelta(days=7))
    await yerlan.taps_data(f"e_pub:{found.id}")
    assert "passed already" in yerlan.text  # the meeting itself was three days ago
    await drafts(yerlan, when="10.12 18:30")
    await yerlan.taps("Publish")
    assert "It is published" in yerlan.text


async def test_a_second_tap_publishes_nothing_twice(world: World, yerlan: Someone) -> None:
    await announces(world, yerlan)
    ident = (await announcement(world)).id
    await yerlan.taps_data(f"e_pub:{ident}")
    assert len(await broadcasts(world, "announcement")) == 1


async def test_nobody_else_sees_or_touches_a_draft(world: World, yerlan: Someone) -> None:
    await drafts(yerlan)
    ident = (await announcement(world)).id
    stranger = world.person("Berik")
    await stranger.says("/start")
    for data in (f"e_one:{ident}", f"e_pub:{ident}", f"e_edit:{ident}", f"e_drop:{ident}",
                 f"e_end:{ident}:1", f"e_come:{ident}:1", f"e_ics:{ident}",
                 f"e_ask:{ident}:time:0"):  # fmt: skip
        await stranger.taps_data(data)
        assert "I cannot find this" in stranger.text
    mandate_id = await deputy_id(world, SABILYANOV)
    await stranger.taps_data(f"e_begin:{mandate_id}:news")
    assert "I cannot find this" in stranger.text
    await stranger.says("/announce")
    assert "ask a coordinator" in stranger.text
    assert (await announcement(world)).state == AnnouncementState.DRAFT


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


async def test_a_coordinator_stops_an_announcement_and_the_side_is_told(
    world: World, yerlan: Someone
) -> None:
    saule = await world.coordinator()
    await announces(world, yerlan)
    mandate_id = await deputy_id(world, SABILYANOV)
    await saule.opens(f"d_{mandate_id}")
    await saule.taps("Announcements")
    await saule.says("1")
    await saule.taps("Stop it (coordinator)")
    await saule.says("It is an advertisement.")
    assert yerlan.saw("A coordinator has stopped an announcement of yours")
    assert yerlan.saw("It is an advertisement.")
    assert (await announcement(world)).state == AnnouncementState.STOPPED
    await yerlan.taps_data(f"e_edit:{(await announcement(world)).id}")
    assert "has changed since" in yerlan.text


async def test_in_an_election_nothing_is_announced_and_the_law_is_named(
    world: World, yerlan: Someone
) -> None:
    await drafts(yerlan)
    database = world.app.database
    today = world.clock().date()
    period = ElectionPeriod(today, today + timedelta(days=9), "test", "MZH")
    database.rules = replace(database.rules, elections=(period,))
    await yerlan.taps("Publish")
    assert "On Elections in the Republic of Kazakhstan" in yerlan.text
    assert "December 3, 2026" in yerlan.text
    assert (await announcement(world)).state == AnnouncementState.DRAFT
    database.rules = replace(database.rules, elections=(replace(period, assembly="ABA00"),))
    await yerlan.taps_data(f"e_pub:{(await announcement(world)).id}")
    assert "It is published" in yerlan.text
