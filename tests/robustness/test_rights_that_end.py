"""A role or a draft ends while somebody is writing: one clear sentence, and the way is free."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from models.users import Grant, User
from tests.acting import SABILYANOV, assistant_of, compose, write
from tests.world import Someone, World

STOPPED = "I have stopped here."


async def withdraw_roles(world: World, person: Someone) -> None:
    async with world.app.database.write() as uow:
        ident = select(User.id).where(User.telegram_id == person.telegram.id)
        await uow.session.execute(
            update(Grant).where(Grant.user_id.in_(ident)).values(revoked_at=uow.now)
        )


@pytest.fixture
async def writing(world: World) -> Someone:
    """An assistant amid an answer."""
    found = await assistant_of(world, SABILYANOV)
    await write(world, world.person("Aigul"), "The road is broken.")
    await found.says("/inbox")
    await found.says("1")
    await found.taps("Answer")
    await found.says("It will be")
    return found


async def test_an_assistant_who_is_one_no_longer(world: World, writing: Someone) -> None:
    await withdraw_roles(world, writing)
    await writing.says("mended in May.")
    assert STOPPED in writing.text
    assert "your role has ended" in writing.text
    await writing.says("8")
    assert "Nurtai Sabilyanov" in writing.text


@pytest.mark.parametrize("kind", ["photo", "document", "voice"])
async def test_whatever_is_sent(world: World, writing: Someone, kind: str) -> None:
    await withdraw_roles(world, writing)
    await getattr(writing, f"sends_{kind}")()
    assert STOPPED in writing.text
    await writing.says("/inbox")
    assert "This is the inbox of deputies" in writing.text


async def test_leaving_works_as_well(world: World, writing: Someone) -> None:
    await withdraw_roles(world, writing)
    await writing.says("/cancel")
    await writing.taps("Discard")
    await writing.says("8")
    assert "Nurtai Sabilyanov" in writing.text


async def test_a_tap_on_what_is_not_there_ends_nothing(world: World, writing: Someone) -> None:
    await writing.taps_data("w_files:999999")
    assert "I cannot find this." in writing.text
    await writing.says("mended in May.")
    assert "So far: 25 characters" in writing.text


async def test_a_draft_whose_time_is_over(world: World) -> None:
    voter = world.person("Aigul")
    await compose(world, voter, "The road is broken.")
    await world.at(world.clock() + timedelta(days=8))
    await voter.says("It has been so since May.")
    assert STOPPED in voter.text
    assert "was not sent to anybody" in voter.text
    await voter.taps("My appeals")
    assert "You have not written to a deputy yet." in voter.text
