"""A letter is tied to a promise: the promise counts it, and nobody learns who wrote."""

import pytest
from sqlalchemy import select

from models.appeals import Appeal
from models.records import PromiseTouch
from services.appeals import events
from tests.acting import assistant_of, compose, deputy_id, write
from tests.promises.acts import ABIL, first_promise
from tests.world import Someone, World

LETTER = "The school in our village has no heating, please help."


@pytest.fixture
async def voter(world: World) -> Someone:
    return world.person("Aigul")


async def tied(world: World) -> list[int]:
    async with world.app.database.read() as uow:
        query = select(PromiseTouch.promise_id).where(PromiseTouch.appeal_id.is_not(None))
        return list(await uow.session.scalars(query.order_by(PromiseTouch.id)))


async def letter(world: World) -> Appeal:
    async with world.app.database.read() as uow:
        return (await uow.session.scalars(select(Appeal).order_by(Appeal.id.desc()))).one()


async def promise_page(world: World, reader: Someone) -> str:
    await reader.opens(f"u_{await first_promise(world)}")
    return reader.text


async def ties(voter: Someone) -> None:
    await voter.taps("About a promise?")
    await voter.says("1")


async def test_from_the_receipt_and_back(world: World, voter: Someone) -> None:
    await write(world, voter, LETTER, ABIL)
    await voter.taps("About a promise?")
    assert "Which promise of Erkin Abil is this letter about?" in voter.text
    assert "Of a private letter nobody sees more." in voter.text
    await voter.says("1")
    assert await tied(world) == [await first_promise(world)]
    assert any(label.endswith(": chosen") for label in voter.labels)
    await voter.taps("Back")
    await voter.taps("What happened")
    assert "It was tied to a promise of the deputy." in voter.text
    await voter.says("/appeals")
    await voter.says("1")
    await ties(voter)
    assert await tied(world) == []


async def test_a_private_letter_is_only_counted(world: World) -> None:
    reader = world.person("Reader")
    for name in ("A", "B", "C", "D", "E"):
        someone = world.person(name)
        await write(world, someone, LETTER, ABIL)
        await ties(someone)
        if name == "D":
            assert "Appeals about it: fewer than 5." in await promise_page(world, reader)
    page = await promise_page(world, reader)
    assert "Appeals about it: 5" in page
    assert "heating" not in page
    assert "appeal of a voter" not in page


async def test_what_the_author_made_public_stands_there(world: World, voter: Someone) -> None:
    await compose(world, voter, LETTER, ABIL)
    await voter.taps("Who may read it")
    await voter.taps("A summary may be public")
    await voter.says("No heating in the village school, call 87011234567")
    await voter.taps("Agree and send")
    await ties(voter)
    reader = world.person("Reader")
    page = await promise_page(world, reader)
    assert "appeal of a voter: No heating in the village school" in page
    assert "7011234567" not in page
    assert "please help" not in page
    await voter.says("/appeals")
    await voter.says("1")
    await voter.taps("Withdraw")
    await voter.taps("Yes, withdraw")
    assert "About a promise?" not in voter.labels
    assert "heating" not in await promise_page(world, reader)


async def test_the_side_ties_but_leaves_what_the_author_said(world: World, voter: Someone) -> None:
    side = await assistant_of(world, ABIL)
    await write(world, voter, LETTER, ABIL)
    await side.says("/inbox")
    await side.says("1")
    await side.taps("What else can be done")
    await ties(side)
    assert await tied(world) == [await first_promise(world)]
    await side.says("1")
    assert await tied(world) == []
    await voter.says("/appeals")
    await voter.says("1")
    await ties(voter)
    await side.says("1")
    assert "The author says that the letter is about this promise: it stays." in side.text
    assert await tied(world) == [await first_promise(world)]
    row = await letter(world)
    async with world.app.database.read() as uow:
        assert await events.broken_at(uow, row.id) is None


async def test_nobody_else_ties(world: World, voter: Someone) -> None:
    await write(world, voter, LETTER, ABIL)
    row, promise_id = await letter(world), await first_promise(world)
    other = await first_promise(world, "sabilyanov")
    stranger = world.person("Timur")
    await stranger.says("/start")
    neighbour = await assistant_of(world, "sabilyanov", "Neighbour")
    for person in (stranger, neighbour):
        for data in (f"pr_of:{row.id}:0", f"pr_tie:{row.id}:{promise_id}:0"):
            await person.taps_data(data)
            assert "I cannot find this" in person.text, data
    await voter.taps_data(f"pr_tie:{row.id}:{other}:0")
    assert "I cannot find this" in voter.text
    assert await tied(world) == []
    assert await deputy_id(world, ABIL) == row.mandate_id
