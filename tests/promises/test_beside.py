"""What the deputy's side says stands beside a fact wherever the fact is shown."""

from zoneinfo import ZoneInfo

import pytest

from domain.names import Language
from handlers.common.texts import Texts
from handlers.report.document import document
from handlers.report.open_data import tables
from services.monitoring import find_scope, report
from tests.acting import SABILYANOV, assistant_of, deputy_id
from tests.promises.test_profiles import figure, open_profile
from tests.records.acts import LINK, accept, activist, meeting
from tests.records.test_requests import event
from tests.world import Someone, World

WORDS = "We held <b>40</b> meetings & reported on each of them to the office of the assembly."

MEASURES = ("requests_initiated", "requests_signed", "meetings_in_district", "meetings_outside")


@pytest.fixture
async def side(world: World) -> Someone:
    return await assistant_of(world, SABILYANOV)


async def disagrees(side: Someone, what: str, *, with_file: bool = False) -> None:
    await side.says("/mine")
    await side.taps(what)
    await side.says("1")
    await side.taps("I disagree")
    await side.says(WORDS)
    if with_file:
        await side.sends_document("list.pdf")
    await side.taps("Send")


async def test_beside_a_stated_figure(world: World, side: Someone) -> None:
    """On the card, in the profile and in a comparison; what a coordinator says follows."""
    coordinator, voter = await world.coordinator(), world.person("Aigul")
    for slug in (SABILYANOV, "abil"):
        for measure in MEASURES:
            await figure(world, slug, measure, 12)
    await voter.opens(f"d_{await deputy_id(world, SABILYANOV)}")
    await disagrees(side, "Figures that sources state", with_file=True)
    await voter.opens(f"d_{await deputy_id(world, SABILYANOV)}")
    assert f"The deputy's side disagrees: “{WORDS}”" in voter.text
    assert "A coordinator has not decided about it yet." in voter.text
    await voter.taps("Profile")
    assert WORDS in voter.text
    assert "Attached: 1" in voter.text
    await voter.taps("Show the files")
    assert [it["file_name"] for one in voter.messages for it in one.documents] == ["list.pdf"]
    first, second = await deputy_id(world, SABILYANOV), await deputy_id(world, "abil")
    await voter.taps_data(f"prof_cmp:{first}:{second}")
    assert WORDS in voter.text
    await coordinator.taps("Leave it as it is")
    await coordinator.says("The source prints this number.")
    await voter.opens(f"d_{first}")
    assert "A coordinator left it as it is: The source prints this number." in voter.text
    await open_profile(world, voter, "abil")
    assert WORDS not in voter.text


async def test_in_the_list_of_meetings(world: World, side: Someone) -> None:
    dana = await activist(world)
    coordinator = await world.coordinator()
    await meeting(dana)
    await accept(coordinator)
    await disagrees(side, "Meetings")
    voter = world.person("Aigul")
    await voter.says("/meetings 8")
    assert f"The deputy's side disagrees: “{WORDS}”" in voter.text
    await voter.says("1")
    assert WORDS in voter.text


async def test_where_a_programme_was_looked_for(world: World, side: Someone) -> None:
    dana = await activist(world)
    coordinator = await world.coordinator()
    await event(dana, "It was found", "18.05.2026", LINK)
    await accept(coordinator)
    await disagrees(side, "Facts about the programme")
    voter = world.person("Aigul")
    await voter.says("/program 8")
    await voter.taps("How it was found")
    assert f"The deputy's side disagrees: “{WORDS}”" in voter.text


async def test_in_the_report(world: World, side: Someone) -> None:
    """Beside what it is about, in words and as data; without the decision that is not made yet."""
    await world.coordinator()
    await disagrees(side, "Figures that sources state")
    async with world.app.database.read() as uow:
        found = await report(uow, await find_scope(uow, "mazhilis"))
    texts = Texts(Language.EN, ZoneInfo("Asia/Almaty"))
    (section,) = [
        one for one in document(texts, found).sections if one.title == "What deputies' sides say"
    ]
    (said,) = section.paragraphs
    assert said.startswith("Nurtai Sabilyanov, stated: ")
    assert f"“{WORDS}” A coordinator has not decided about it yet." in said
    (table,) = [one for one in tables(texts, found) if one.name == "replies"]
    (row,) = table.rows
    assert dict(zip(table.columns, row, strict=True))["words"] == WORDS
