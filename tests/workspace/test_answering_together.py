"""Two assistants and one letter."""

from datetime import timedelta

from tests.acting import SABILYANOV, assistant_of
from tests.workspace.acts import answers, begin
from tests.world import MORNING, Someone, World


async def test_somebody_is_answering(world: World, yerlan: Someone, voter: Someone) -> None:
    second = await assistant_of(world, SABILYANOV, "Dana")
    await begin(yerlan, "From Yerlan.")
    await second.says("/inbox")
    await second.says("1")
    assert "Is answering just now: Assistant #" in second.text
    await second.taps("Answer")
    assert "Somebody is answering № MZH" in second.text
    assert "Assistant #" in second.text
    assert len(await answers(world)) == 1
    await second.taps("Write anyway")
    await second.says("From Dana.")
    assert "So far: 10 characters" in second.text
    assert [one.text for one in await answers(world)] == ["From Yerlan.", "From Dana."]


async def test_an_answer_left_alone_for_half_an_hour_holds_up_nobody(
    world: World, yerlan: Someone, voter: Someone
) -> None:
    second = await assistant_of(world, SABILYANOV, "Dana")
    await begin(yerlan, "From Yerlan.")
    world.clock.move_to(MORNING + timedelta(minutes=31))
    await begin(second)
    assert "Please write what was done" in second.text


async def test_two_assistants_at_once(world: World, yerlan: Someone, voter: Someone) -> None:
    second = await assistant_of(world, SABILYANOV, "Dana")
    await begin(yerlan, "From Yerlan.")
    await begin(second)
    await second.taps("Write anyway")
    await second.says("From Dana.")
    for person in (yerlan, second):
        await person.taps("Choose the outcome")
        await person.taps("Solved")
    await yerlan.telegram.taps("Send", timeout=0)
    await second.telegram.taps("Send", timeout=0)
    await world.settle()
    assert "has changed meanwhile. It is now: Answered." in second.text
    assert "From Dana." in second.text
    assert voter.saw("From Yerlan.")
    assert not voter.saw("From Dana.")
    assert sorted(one.text for one in await answers(world)) == ["From Dana.", "From Yerlan."]
    await second.taps("Back")
    assert "Go on with the answer" in second.labels
    await second.taps("Go on with the answer")
    await second.taps("Discard my answer")
    assert [one.text for one in await answers(world)] == ["From Yerlan."]
