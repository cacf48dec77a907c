"""The last one of the deputy's side leaves while letters are open."""

from datetime import timedelta

import pytest

from sandbox import too_many_requests
from tests.acting import SABILYANOV, assistant_of, write
from tests.membership.stories import token_on
from tests.world import Someone, World

LEFT = "Nobody is left in the workspace of Nurtai Sabilyanov."
NOBODY = "Nobody of the deputy's side works in this bot at the moment."


@pytest.fixture
async def coordinator(world: World) -> Someone:
    return await world.coordinator()


@pytest.fixture
async def assistant(world: World, coordinator: Someone) -> Someone:
    return await assistant_of(world, SABILYANOV)


@pytest.fixture
async def voters(world: World, assistant: Someone) -> list[Someone]:
    found = [world.person("Aigul"), world.person("Dana")]
    for voter in found:
        await write(world, voter, "The road is broken.")
    return found


async def withdraw_newest(coordinator: Someone) -> None:
    await coordinator.says("/admin")
    await coordinator.taps("People")
    await coordinator.says("1")
    await coordinator.taps("Withdraw the role")


def notices(coordinator: Someone) -> list[str]:
    return [one.text for one in coordinator.messages if LEFT in one.text]


async def opens_own(voter: Someone) -> None:
    await voter.says("/appeals")
    await voter.says("1")


async def test_coordinators_hear_of_it_once(coordinator: Someone, voters: list[Someone]) -> None:
    await withdraw_newest(coordinator)
    assert len(notices(coordinator)) == 1
    assert "2 open letters wait there." in notices(coordinator)[0]


async def test_the_voter_s_card_is_honest_until_somebody_joins(
    world: World, coordinator: Someone, voters: list[Someone]
) -> None:
    await withdraw_newest(coordinator)
    await opens_own(voters[0])
    assert NOBODY in voters[0].text
    await coordinator.taps("Invite an assistant")
    successor = world.person("Timur")
    await successor.opens(token_on(coordinator.text))
    await successor.taps("Accept")
    await successor.says("/inbox")
    assert "Appeals that wait for an answer: 2" in successor.text
    await opens_own(voters[0])
    assert NOBODY not in voters[0].text


async def test_whoever_has_everything_erased_leaves_as_well(
    coordinator: Someone, assistant: Someone, voters: list[Someone]
) -> None:
    await assistant.says("/forget")
    await assistant.taps("Erase everything")
    await assistant.taps("Yes, erase for good")
    assert len(notices(coordinator)) == 1


async def test_a_letter_that_reached_nobody_yet_is_passed_on(
    world: World, coordinator: Someone, assistant: Someone
) -> None:
    voter = world.person("Aigul")
    busy = too_many_requests(30)
    world.sandbox.fail("sendMessage", chat_id=assistant.telegram.id, error=busy)
    await write(world, voter, "The road is broken.")
    await withdraw_newest(coordinator)
    assert coordinator.saw("A letter has to be passed on.")
    assert notices(coordinator) == []
    assert voter.saw("A coordinator will pass it on by other ways")


async def test_a_letter_that_reached_nobody_who_is_left_is_passed_on(
    world: World, coordinator: Someone, assistant: Someone
) -> None:
    timur = await assistant_of(world, SABILYANOV, "Timur")
    await assistant.telegram.blocks()
    voter = world.person("Aigul")
    busy = too_many_requests(30)
    world.sandbox.fail("sendMessage", chat_id=timur.telegram.id, error=busy)
    await write(world, voter, "The road is broken.")
    await withdraw_newest(coordinator)
    await world.at(world.clock() + timedelta(minutes=1))
    assert coordinator.saw("A letter has to be passed on.")
    assert voter.saw("A coordinator will pass it on by other ways")


async def test_while_a_colleague_stays_nobody_is_alarmed(
    world: World, coordinator: Someone, voters: list[Someone]
) -> None:
    await assistant_of(world, SABILYANOV, "Timur")
    await withdraw_newest(coordinator)
    assert notices(coordinator) == []
    await opens_own(voters[0])
    assert NOBODY not in voters[0].text


async def test_without_letters_there_is_nothing_to_tell(
    coordinator: Someone, assistant: Someone
) -> None:
    await withdraw_newest(coordinator)
    assert notices(coordinator) == []
