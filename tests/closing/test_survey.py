"""Was it solved? Asked with the answer, and twice more where nobody says anything."""

import pytest

from tests.closing.acts import NIGHT, answered, appeal, day, disputes
from tests.world import World

QUESTION = "If you say nothing"


async def test_it_is_asked_again_after_three_and_ten_days_and_no_more(world: World) -> None:
    voter, _ = await answered(world)
    seen = []
    for number in (1, 3, 4, 9, 10, 11, 20):
        await world.at(day(number))
        await world.at(day(number))
        seen.append(sum("Was the matter solved?" in one.text for one in voter.messages))
    assert seen == [1, 2, 2, 2, 3, 3, 3]
    assert "Thursday, December 24, 2026" in voter.text
    await voter.taps("Partly")
    assert "partly solved" in voter.text


@pytest.mark.parametrize("word", ["Solved", "Partly", "not solved"])
async def test_what_was_said_ends_the_questions(world: World, word: str) -> None:
    voter, _ = await answered(world)
    await voter.says(word)
    if word == "not solved":
        await voter.says("Nobody has come.")
    count = len(voter.messages)
    for number in (3, 10):
        await world.at(day(number))
    assert len(voter.messages) == count


async def test_a_newer_answer_begins_the_questions_anew(world: World) -> None:
    voter, assistant = await answered(world)
    await world.at(day(2))
    await disputes(voter)
    await assistant.says("/inbox")
    await assistant.says("1")
    await assistant.taps("Answer")
    await assistant.says("They come tomorrow.")
    await assistant.taps("Choose the outcome")
    await assistant.taps("Explained")
    await assistant.taps("Send")
    count = len(voter.messages)
    await world.at(day(3))
    assert len(voter.messages) == count
    await world.at(day(5))
    assert len(voter.messages) == count + 1


async def test_nobody_is_asked_at_night(world: World) -> None:
    world.clock.move_to(day(0) + NIGHT)
    voter, _ = await answered(world)
    count = len(voter.messages)
    await world.at(day(3) + NIGHT)
    assert len(voter.messages) == count
    await world.at(day(4))
    assert len(voter.messages) == count + 1


async def test_what_fell_due_while_nothing_ran_waits_for_the_morning(world: World) -> None:
    voter, _ = await answered(world)
    count = len(voter.messages)
    await world.at(day(5) + NIGHT)
    assert len(voter.messages) == count
    await world.at(day(6))
    assert len(voter.messages) == count + 1


async def test_two_questions_that_are_late_are_one(world: World) -> None:
    voter, _ = await answered(world)
    count = len(voter.messages)
    await world.at(day(12))
    assert len(voter.messages) == count + 1
    assert QUESTION in voter.text


async def test_who_was_away_for_long_is_not_asked_any_more(world: World) -> None:
    voter, _ = await answered(world)
    count = len(voter.messages)
    await world.at(day(40))
    assert len(voter.messages) == count
    assert (await appeal(world)).closed_as == "silent"


async def test_the_questions_survive_a_restart(world: World) -> None:
    voter, _ = await answered(world)
    await world.restart()
    await world.at(day(3))
    assert "Was the matter solved?" in voter.text
    await world.restart()
    await voter.taps("Solved")
    assert "You said that it is solved" in voter.text
