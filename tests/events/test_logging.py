"""What was announced and has taken place is recorded with the form filled in."""

from datetime import date

import pytest
from sqlalchemy import select

from models.assemblies import Convocation
from models.records import Meeting
from tests.acting import SABILYANOV, assistant_of, deputy_id
from tests.events.helpers import (
    activist,
    announcement,
    announces,
    drafts,
    follower,
    local,
    seen,
)
from tests.records.acts import accept, rows
from tests.world import Someone, World

ASKED = "Something that was announced is over"
AFTER = local(11, 28, 12)


@pytest.fixture
async def yerlan(world: World) -> Someone:
    """Works for a deputy whose mandate has not ended."""
    async with world.app.database.write() as uow:
        for row in await uow.session.scalars(select(Convocation)):
            row.ends_on = None
    return await assistant_of(world, SABILYANOV)


@pytest.fixture
async def nurlan(world: World, yerlan: Someone) -> Someone:
    """An activist; a meeting at School 5 was announced for 27 November, and is over."""
    found = await activist(world)
    await announces(world, yerlan)
    await world.at(AFTER)
    return found


async def test_the_form_is_filled_in_from_the_announcement(world: World, nurlan: Someone) -> None:
    assert seen(nurlan, ASKED) == 1
    await nurlan.taps("Record it")
    assert "Taken from the announcement" in nurlan.text
    assert "School 5" in nurlan.text
    assert "Still needed: Evidence." in nurlan.text
    await nurlan.sends_photo("")
    await nurlan.taps("Send to be checked")
    (row,) = await rows(world, Meeting)
    assert (row.state, row.format, row.place_text) == ("submitted", "meeting", "School 5")
    assert row.held_on == date(2026, 11, 27)
    assert row.mandate_id == await deputy_id(world, SABILYANOV)
    assert row.announcement_id == (await announcement(world)).id


async def test_a_village_and_a_link_are_understood(world: World, yerlan: Someone) -> None:
    nurlan = await activist(world)
    await drafts(yerlan, place="Семей")
    await yerlan.taps("Change")
    await yerlan.taps("Link")
    await yerlan.says("https://example.kz/live")
    await yerlan.taps("Publish")
    await world.at(world.clock())
    await world.at(AFTER)
    await nurlan.taps("Record it")
    assert "inside the constituency" in nurlan.text
    assert "example.kz/live" in nurlan.text
    (row,) = await rows(world, Meeting)
    assert row.place_id is not None
    assert row.source_url == "https://example.kz/live"


async def test_logged_by_two_it_is_offered_for_merging(world: World, nurlan: Someone) -> None:
    berik = await activist(world)
    await nurlan.taps("Record it")
    await nurlan.sends_photo("")
    await nurlan.taps("Send to be checked")
    await berik.opens(f"e_{(await announcement(world)).id}")
    await berik.taps("Record it")
    await berik.says("24.11.2026")
    await berik.taps("Place")
    await berik.says("The library")
    await berik.sends_photo("")
    await berik.taps("Send to be checked")
    assert "Perhaps this is recorded already" in berik.text
    await berik.taps("1. It is the same")
    saule = await world.coordinator()
    await saule.says("/review")
    await saule.taps("Check 2 records")
    await saule.says("1")
    await saule.taps("Accept")
    await saule.says("/review")
    await saule.taps("Check 1 record")
    await saule.says("1")
    assert "announced it" in saule.text
    await saule.taps("The same as A: join them")
    first, second = await rows(world, Meeting)
    assert (first.state, second.state) == ("accepted", "merged")
    assert second.merged_into_id == first.id


async def test_everybody_finds_the_record_and_nobody_is_asked_again(
    world: World, nurlan: Someone
) -> None:
    ident = (await announcement(world)).id
    for _ in range(2):
        await nurlan.taps_data(f"lg_ann:{ident}")
    assert len(await rows(world, Meeting)) == 1
    await nurlan.sends_photo("")
    await nurlan.taps("Send to be checked")
    await nurlan.opens(f"e_{ident}")
    await nurlan.taps("Record it")
    assert "waits" in nurlan.text
    await accept(await world.coordinator())
    aigul = await follower(world)
    await aigul.opens(f"e_{ident}")
    await aigul.taps("What was recorded of it")
    assert "School 5" in aigul.text
    assert "announced it" in aigul.text


async def test_an_open_draft_comes_first(world: World, nurlan: Someone) -> None:
    await nurlan.says("/log")
    await nurlan.says("https://example.kz/other")
    await nurlan.opens(f"e_{(await announcement(world)).id}")
    await nurlan.taps("Record it")
    assert "This draft is still open" in nurlan.text
    assert len(await rows(world, Meeting)) == 1


async def test_who_recorded_it_at_once_is_not_asked_later(world: World, yerlan: Someone) -> None:
    nurlan = await activist(world)
    await announces(world, yerlan)
    await world.at(local(11, 27, 19))
    await nurlan.opens(f"e_{(await announcement(world)).id}")
    await nurlan.taps("Record it")
    assert "Taken from the announcement" in nurlan.text
    await world.at(AFTER)
    assert not nurlan.saw(ASKED)


async def test_before_it_began_and_for_strangers_there_is_nothing_to_record(
    world: World, yerlan: Someone
) -> None:
    nurlan = await activist(world)
    await announces(world, yerlan)
    ident = (await announcement(world)).id
    await nurlan.opens(f"e_{ident}")
    assert "Record it" not in nurlan.labels
    for someone in (nurlan, await follower(world)):
        await someone.taps_data(f"lg_ann:{ident}")
        assert "cannot find" in someone.text
    await world.at(AFTER)
    stranger = world.person("Berik")
    await stranger.says("/start")
    for data in (f"lg_ann:{ident}", "lg_ann:99999", "lg_ann:-1", "lg_ann:99999999999999999999"):
        await stranger.taps_data(data)
        assert "cannot find" in stranger.text
    assert await rows(world, Meeting) == []
