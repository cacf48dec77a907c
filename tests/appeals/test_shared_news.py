"""Whoever joined a letter is told what becomes of it, once, and nothing meant for its author."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from models.appeals import Appeal
from models.news import Subscription
from services.appeals import events
from tests.acting import answer, assistant_of, compose
from tests.appeals.guarding import SAME_ROAD, appeals, supporters, writes_publicly
from tests.casework.helpers import deputy_of, open_steps
from tests.world import MORNING, Someone, World


@pytest.fixture(autouse=True)
def _limits(world: World) -> None:
    world.with_limits()


@pytest.fixture
async def deputy(world: World) -> Someone:
    return await deputy_of(world)


@pytest.fixture
async def author(world: World, deputy: Someone) -> Someone:
    found = world.person("Aigul")
    await writes_publicly(world, found)
    return found


@pytest.fixture
async def supporter(world: World, author: Someone) -> Someone:
    return await joins(world)


async def joins(world: World, language: str = "en") -> Someone:
    found = world.person("Marat")
    await compose(world, found, SAME_ROAD)
    await found.taps("Agree and send")
    await found.taps("Join")
    if language != "en":
        await found.says("/language")
        await found.taps("Русский")
    return found


async def test_more_time_without_the_reason_that_the_author_got(
    world: World, deputy: Someone, author: Someone, supporter: Someone
) -> None:
    russian = await joins(world, "ru")
    await deputy.says("/inbox")
    await deputy.says("1")
    await deputy.taps("Take into work")
    await deputy.taps("What else can be done")
    await deputy.taps("More time for the answer")
    await deputy.says("Aigul's papers are awaited.")
    await deputy.taps("Dec 23, 2026")
    await deputy.taps("Yes, take more time")
    assert "that you joined will take longer" in supporter.text
    assert "To be answered by Wednesday, December 23, 2026" in supporter.text
    assert "Potholes on Abai street" in supporter.text
    assert "papers" not in supporter.text
    assert "23 декабря 2026" in russian.text
    await world.at(MORNING + timedelta(days=1))
    assert sum("will take longer" in one.text for one in supporter.messages) == 1
    await supporter.taps("Open")
    assert "You joined on" in supporter.text


async def test_redirected_to_a_body(
    world: World, deputy: Someone, author: Someone, supporter: Someone
) -> None:
    await open_steps(deputy)
    await deputy.taps("Redirect it")
    await deputy.says("Akimat of <Semey>")
    await deputy.sends_document("letter.pdf")
    await deputy.taps("Yes, redirect")
    assert "that you joined was redirected" in supporter.text
    assert "Redirected to: Akimat of <Semey>" in supporter.text
    assert not any(one.documents for one in supporter.messages)


async def test_redirected_to_a_deputy_its_supporters_go_along(
    world: World, deputy: Someone, author: Someone, supporter: Someone
) -> None:
    other = await assistant_of(world, "bapi", "Dana")
    await open_steps(deputy)
    await deputy.taps("Redirect it")
    await deputy.taps("Another deputy in this bot")
    await deputy.says("Бапи")
    await deputy.taps("Yes, redirect")
    assert "You have joined it there as well" in supporter.text
    _, _, child = await appeals(world)
    assert child.number is not None
    assert child.number in supporter.text
    assert [one.appeal_id for one in await supporters(world)][-1] == child.id
    await answer(other, "In May.")
    assert "An answer to what you ask as well" in supporter.text
    assert "In May." in supporter.text


async def test_closed_silently_and_withdrawn(
    world: World, deputy: Someone, author: Someone, supporter: Someone
) -> None:
    await answer(deputy, "It will be mended.")
    await world.at(MORNING + timedelta(days=31))
    closed = [one.text for one in supporter.messages if "you joined is closed." in one.text]
    assert len(closed) == 1
    assert "Nobody said whether the answer helped." in closed[0]
    await author.says("/appeals")
    await author.says("1")
    await author.taps("Open the letter again")
    await author.says("It broke again.")
    await author.taps("Send")
    assert "is worked on again" in supporter.text
    assert "It broke again." not in supporter.text
    await author.taps("Open")
    await author.taps("Withdraw")
    await author.taps("Yes, withdraw")
    assert "was withdrawn by its author" in supporter.text
    assert "Write an appeal" in supporter.labels
    row = (await appeals(world))[0]
    async with world.app.database.read() as uow:
        assert await events.broken_at(uow, row.id) is None


async def test_who_left_or_reads_the_digest_is_not_told_at_once(
    world: World, deputy: Someone, author: Someone, supporter: Someone
) -> None:
    weekly = await joins(world)
    async with world.app.database.write() as uow:
        newest = select(Subscription.id).order_by(Subscription.id.desc()).limit(1)
        await uow.session.execute(
            update(Subscription)
            .where(Subscription.id == newest.scalar_subquery())
            .values(at_once=False)
        )
    await supporter.says("/appeals")
    await supporter.taps("Joined: 1")
    await supporter.says("1")
    await supporter.taps("Leave")
    await supporter.taps("Yes, leave")
    await author.says("/appeals")
    await author.says("1")
    await author.taps("Withdraw")
    await author.taps("Yes, withdraw")
    async with world.app.database.read() as uow:
        query = select(Appeal.state).where(Appeal.number.is_not(None))
        assert await uow.session.scalar(query) == "withdrawn"
    assert not supporter.saw("withdrawn by its author")
    assert not weekly.saw("withdrawn by its author")
