"""An author sends the letter through the state's service too, and sees both clocks."""

import re

import pytest
from sqlalchemy import select

from models.appeals import Appeal, AppealEvent
from services.appeals.events import broken_at
from tests.acting import SABILYANOV, assistant_of, compose, deputy_id
from tests.world import Someone, World

DIGEST = re.compile(r"\b[0-9a-f]{64}\b")


@pytest.fixture
async def voter(world: World) -> Someone:
    await assistant_of(world, SABILYANOV)
    found = world.person("Aigul")
    await compose(world, found, "The road is <broken>.")
    await found.taps("Agree and send")
    return found


async def export(voter: Someone) -> None:
    await voter.says("/appeals")
    await voter.says("1")
    await voter.taps("To e-Otinish too")


async def test_the_text_is_ready_to_copy(voter: Someone) -> None:
    await export(voter)
    letter, advice = voter.messages[-2:]
    assert letter.text.startswith("To: ")
    assert "The road is <broken>." in letter.text
    assert "Date: Tuesday, November 24, 2026" in letter.text
    assert "№ MZH-2026-000001-U" in letter.text
    assert "article 63" in advice.text
    assert "your name in full" in advice.text
    assert "your postal address" in advice.text
    assert "what you ask for" not in advice.text
    assert "Open e-Otinish" in advice.labels


async def test_files_come_along_in_one_tap(world: World) -> None:
    await assistant_of(world, SABILYANOV)
    voter = world.person("Aigul")
    await voter.opens(f"d_{await deputy_id(world, SABILYANOV)}")
    await voter.taps("Write an appeal")
    await voter.taps("Roads and transport")
    await voter.sends_document("road.pdf", caption="The road is broken.")
    await voter.taps("Agree and send")
    before = len(voter.messages)
    await export(voter)
    assert any(message.raw.get("document") for message in voter.messages[before:])


async def test_both_clocks_stand_side_by_side(world: World, voter: Someone) -> None:
    await export(voter)
    await voter.says("ЖТ-2026-<77>")
    assert "Here: to be answered by Tuesday, December 15, 2026, our standard." in voter.text
    assert "In e-Otinish since Tuesday, November 24, 2026, № ЖТ-2026-<77>." in voter.text
    assert "by Tuesday, December 15, 2026: by law, article 76 of the Code" in voter.text
    await voter.taps("Back")
    assert "№ ЖТ-2026-<77>" in voter.text
    assert "To be answered by Tuesday, December 15, 2026" in voter.text
    await voter.taps("Why these dates?")
    assert "The term is set by law" in voter.text
    await voter.taps("Back")
    await voter.taps("What happened")
    assert "You sent it through e-Otinish too." in voter.text
    async with world.app.database.read() as uow:
        assert await broken_at(uow, 1) is None
        data = [row.data for row in await uow.session.scalars(select(AppealEvent))]
    assert data
    assert "77" not in DIGEST.sub("", str(data))  # where two digits may stand by chance


async def test_the_same_number_twice_is_one_event(world: World, voter: Someone) -> None:
    for _ in range(2):
        await export(voter)
        await voter.says("ЖТ-77")
    async with world.app.database.read() as uow:
        query = select(AppealEvent).where(AppealEvent.action == "e_otinish")
        assert len((await uow.session.scalars(query)).all()) == 1


@pytest.mark.parametrize(("typed", "words"), [("no", "has digits"), ("7" * 61, "too long")])
async def test_numbers_that_cannot_be(world: World, voter: Someone, typed: str, words: str) -> None:
    await export(voter)
    await voter.says(typed)
    assert words in voter.text
    await voter.says("ЖТ-77")
    async with world.app.database.read() as uow:
        assert (await uow.session.scalars(select(Appeal.e_otinish_number))).one() == "ЖТ-77"


async def test_only_the_author_exports(world: World, voter: Someone) -> None:
    stranger = world.person("Marat")
    await stranger.says("/start")
    await stranger.taps_data("eotinish:1")
    assert "I cannot find this" in stranger.text
