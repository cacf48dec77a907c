"""The deputy's side writes an announcement, looks at it and publishes it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.announcements import PER_WEEK, AnnouncementState
from domain.election import ElectionPeriod
from tests.acting import SABILYANOV, deputy_id
from tests.events.helpers import (
    TEXT,
    announcement,
    announces,
    broadcasts,
    drafts,
    follower,
    local,
)
from tests.world import Someone, World


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


async def test_after_a_slip_the_buttons_of_the_question_can_still_be_typed(
    world: World, yerlan: Someone
) -> None:
    await yerlan.says("/announce")
    await yerlan.taps("Meeting with voters")
    await yerlan.says(TEXT)
    await yerlan.says("25.12 18:30")
    await yerlan.says("School 5")
    await yerlan.says("not a link")
    assert "cannot read this as a link" in yerlan.text
    await yerlan.says("no link")
    assert (await announcement(world)).url is None
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
