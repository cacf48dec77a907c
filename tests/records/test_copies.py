"""Anybody can have the kept copy of a programme, also when its source has died."""

import hashlib
from pathlib import Path

import pytest
from sqlalchemy import select

from models.records import ProgrammeCopy, ProgrammeEvent
from tests.acting import SABILYANOV, deputy_id
from tests.records.acts import accept, activist, rows
from tests.records.test_links import LINK, FakeWeb, passes
from tests.records.test_requests import event
from tests.world import Someone, World

CONTENT = b"%PDF programme"
SHA = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
async def dana(world: World) -> Someone:
    return await activist(world)


@pytest.fixture
async def coordinator(world: World, dana: Someone) -> Someone:
    return await world.coordinator()


@pytest.fixture
async def web(world: World, tmp_path: Path, dana: Someone, coordinator: Someone) -> FakeWeb:
    """A programme that was found on the web, and kept."""
    found = FakeWeb({LINK: CONTENT})
    world.app.keeper.web = found
    world.app.keeper.folder = tmp_path / "archive"
    world.app.worker.routes.shared["archive"] = tmp_path / "archive"
    await event(dana, "It was found", "18.05.2026", LINK)
    await accept(coordinator)
    await passes(world)
    return found


def documents(someone: Someone) -> list[str]:
    return [it["file_name"] for one in someone.messages for it in one.documents]


async def test_the_copy_of_a_dead_link(world: World, web: FakeWeb) -> None:
    voter = world.person("Aigul")
    await voter.says("/program 8")
    assert "led nowhere" not in voter.text
    web.pages.clear()
    await passes(world, days=1)
    await voter.says("/program 8")
    assert "led nowhere since May 27, 2026. A copy of May 26, 2026 is kept here." in voter.text
    await voter.taps("Archived copy of May 26, 2026")
    assert SHA in voter.text
    assert LINK in voter.text
    assert "Kept on May 26, 2026." in voter.text
    assert documents(voter) == ["programme.pdf"]


async def test_after_the_dead_link_was_accepted(
    world: World, web: FakeWeb, coordinator: Someone
) -> None:
    web.pages.clear()
    await passes(world, days=1)
    await passes(world, days=1)
    await accept(coordinator)
    voter = world.person("Aigul")
    await voter.says("/program 8")
    assert "led nowhere since May 28, 2026" in voter.text
    await voter.taps("How it was found")
    await voter.taps("1 archived copy")
    await voter.says("1")
    assert documents(voter) == ["programme.pdf"]


async def test_the_file_is_gone_from_the_machine(world: World, web: FakeWeb) -> None:
    (kept,) = (world.app.keeper.folder / SHA[:2]).iterdir()
    kept.unlink()
    voter = world.person("Aigul")
    await voter.says("/program 8")
    await voter.taps("Archived copy of May 26, 2026")
    assert "This copy is not at hand just now." in voter.text
    assert not documents(voter)


async def test_what_was_wrong_evidence_is_not_handed_out(
    world: World, web: FakeWeb, coordinator: Someone
) -> None:
    """A file with somebody's data, say: with the evidence the copy goes as well."""
    (step,) = await rows(world, ProgrammeEvent)
    await coordinator.taps_data(f"rec_edit:event:{step.id}")
    await coordinator.taps("Evidence")
    await coordinator.taps("Remove 1")
    voter = world.person("Aigul")
    await voter.says("/program 8")
    assert not any("rchived" in label for label in voter.labels)
    async with world.app.database.read() as uow:
        copy_id = await uow.session.scalar(select(ProgrammeCopy.id))
    await voter.taps_data(f"cp_one:{await deputy_id(world, SABILYANOV)}:{copy_id}")
    assert "I cannot find this" in voter.text
    assert not documents(voter)


async def test_a_copy_is_of_its_own_deputy(world: World, web: FakeWeb) -> None:
    voter = world.person("Aigul")
    await voter.says("/program 11")
    async with world.app.database.read() as uow:
        copy_id = await uow.session.scalar(select(ProgrammeCopy.id))
    await voter.taps_data(f"cp_one:{await deputy_id(world, 'nazarov')}:{copy_id}")
    assert "I cannot find this" in voter.text


async def test_what_a_person_sent_comes_back(
    world: World, web: FakeWeb, dana: Someone, coordinator: Someone
) -> None:
    await dana.says("/log")
    await dana.taps("A fact about a programme")
    await dana.says("8")
    await dana.taps("What happened")
    await dana.taps("It came after a request")
    await dana.says("26.05.2026")
    await dana.sends_document("reply <1>.docx")
    await dana.taps("Send to be checked")
    await accept(coordinator)
    await passes(world, hours=1)
    voter = world.person("Aigul")
    await voter.says("/program 8")
    await voter.taps("How it was found")
    await voter.taps("2 archived copies")
    assert "reply <1>.docx" in voter.text
    await voter.taps("1. Copy of May 26, 2026")
    assert "Source: a file sent as proof" in voter.text
    assert documents(voter) == ["reply <1>.docx"]
