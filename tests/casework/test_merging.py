"""Letters about the same become one case, and its answer reaches everybody who asks."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from models.casework import Supporter
from services.appeals import events
from tests.acting import SABILYANOV, answer, assistant_of, write
from tests.casework.helpers import appeals, leaves, letter_of, open_steps
from tests.world import MORNING, Someone, World


@pytest.fixture
async def neighbour(world: World, voter: Someone) -> Someone:
    """Writes about the same as the voter, later."""
    found = world.person("Daniyar")
    await write(world, found, "Our road is broken, too. <CANARY>")
    return found


async def begin(assistant: Someone, which: int = 2) -> None:
    await open_steps(assistant, which)
    await assistant.taps("Merge with another appeal")


async def merge(assistant: Someone) -> None:
    await begin(assistant)
    await assistant.says("1")
    await assistant.taps("Yes, merge")


async def supporters(world: World) -> int:
    async with world.app.database.read() as uow:
        return len((await uow.session.scalars(select(Supporter))).all())


async def test_the_author_is_told_and_gets_the_answer_with_the_outcome(
    world: World, assistant: Someone, voter: Someone, neighbour: Someone
) -> None:
    first, second = await appeals(world)
    await begin(assistant)
    assert str(first.number) in assistant.text
    await assistant.says("1")
    assert "The road is broken." in assistant.text
    await assistant.taps("Yes, merge")
    assert "1 more person asks the same" in assistant.text
    assert "answered together with another" in neighbour.text
    assert str(second.number) in neighbour.text
    await assistant.says("/inbox")
    assert "that wait for an answer: 1" in assistant.text
    await assistant.says("1")
    assert "1 more person asks the same" in assistant.text
    await assistant.taps("Answer")
    await assistant.says("It will be mended in May.")
    await assistant.taps("Choose the outcome")
    await assistant.taps("Solved")
    assert "It also goes to 1 person" in assistant.text
    await assistant.taps("Send")
    assert "It will be mended in May." in neighbour.text
    assert "Outcome: Solved" in neighbour.text
    assert f"Your letter: № {second.number}" in neighbour.text
    assert not neighbour.saw("The road is broken.")
    assert not voter.saw("CANARY")
    merged = (await appeals(world))[1]
    assert (merged.state, merged.parent_id, merged.number) == ("merged", first.id, second.number)
    async with world.app.database.read() as uow:
        assert await events.broken_at(uow, merged.id) is None


async def test_by_its_number_in_any_form(
    world: World, assistant: Someone, voter: Someone, neighbour: Someone
) -> None:
    await begin(assistant)
    await world.restart()
    await assistant.says(f"№ {(await appeals(world))[0].number}".lower())
    await assistant.taps("Yes, merge")
    assert (await appeals(world))[1].state == "merged"


async def test_what_cannot_be_merged_into(
    world: World, assistant: Someone, voter: Someone, neighbour: Someone
) -> None:
    other_side = await assistant_of(world, "bapi", "Other side")
    await write(world, world.person("Marat"), "The school is far.", slug="bapi")
    first, second, third = await appeals(world)
    await begin(assistant)
    for typed, words in (
        ("the first one", "does not look like a number"),
        (str(second.number), "the appeal itself"),
        (str(third.number), "no appeal to this deputy under this number"),
        (f"{third.number}"[:-1] + ("A" if str(third.number)[-1] != "A" else "B"), "not look right"),
    ):
        await assistant.says(typed)
        assert words in assistant.text, typed
        assert "With which appeal is it merged?" in assistant.text
    await voter.says("/appeals")
    await voter.says("1")
    await voter.taps("Withdraw")
    await voter.taps("Yes, withdraw")
    await begin(assistant, 1)
    assert "no other open appeal on this topic" in assistant.text
    await assistant.says(str(first.number))
    assert "That appeal is closed" in assistant.text
    for into in (first.id, second.id, third.id, 999):
        await assistant.taps_data(f"k_mrgs:{second.id}:{into}")
    assert [one.state for one in await appeals(world)] == ["withdrawn", "delivered", "delivered"]
    assert not other_side.saw("merged")


async def test_supporters_come_along_and_are_counted_once(
    world: World, assistant: Someone, voter: Someone, neighbour: Someone
) -> None:
    world.clock.move_to(MORNING + timedelta(minutes=2))
    await letter_of(world, voter, "And the bridge on it.")
    third = world.person("Dana", language="ru")
    await third.says("/start")
    await letter_of(world, third, "Дорога разбита.")
    one, two, again, fourth = await appeals(world)
    for source, into in ((fourth, two), (two, one), (again, one)):
        await assistant.taps_data(f"k_mrgs:{source.id}:{into.id}")
    assert await supporters(world) == 3  # Dana twice: in the second, and through it in the first
    assert "2 more people ask the same" in assistant.text
    await answer(assistant, "It will be mended in May.")
    assert "Ответ на то, о чём просите и вы" in third.text
    assert "Результат: Решено" in third.text
    assert sum("It will be mended in May." in m.text for m in third.messages) == 1
    assert sum("It will be mended in May." in m.text for m in voter.messages) == 1


async def test_merged_into_an_answered_one_the_answer_comes_at_once(
    world: World, assistant: Someone, voter: Someone, neighbour: Someone
) -> None:
    await answer(assistant, "It will be mended in May.")
    first, second = await appeals(world)
    assert not neighbour.saw("mended in May")
    await assistant.taps_data(f"k_mrgs:{second.id}:{first.id}")
    assert neighbour.saw("It will be mended in May.")


async def test_what_becomes_of_the_other_letter_is_told_with_the_own_number(
    world: World, assistant: Someone, voter: Someone, neighbour: Someone
) -> None:
    first, second = await appeals(world)
    await assistant.taps_data(f"k_mrgs:{second.id}:{first.id}")
    await voter.taps_data(f"a_wd:{first.id}:1")
    assert "was withdrawn by its author" in neighbour.text
    assert f"Your letter: № {second.number}" in neighbour.text
    assert "you can write a letter of your own" in neighbour.text
    assert "The road is broken." not in neighbour.text


async def test_one_merges_what_another_asks_about(
    world: World, assistant: Someone, voter: Someone, neighbour: Someone
) -> None:
    other = await assistant_of(world, SABILYANOV, "Dana")
    await open_steps(other, 2)
    await other.taps("Ask the author a question")
    await other.says("Which street?")
    await merge(assistant)
    await other.taps("Send the question")
    assert "changed since" in other.text
    assert not neighbour.saw("has a question")
    await assistant.taps_data(f"k_mrgs:{(await appeals(world))[1].id}:1")
    assert await supporters(world) == 1


async def test_merged_both_ways_at_once_one_stays_open(
    world: World, assistant: Someone, voter: Someone, neighbour: Someone
) -> None:
    other = await assistant_of(world, SABILYANOV, "Dana")
    first, second = await appeals(world)
    await assistant.telegram.taps_data(f"k_mrgs:{first.id}:{second.id}")
    await other.telegram.taps_data(f"k_mrgs:{second.id}:{first.id}")
    await world.settle()
    states = sorted(one.state for one in await appeals(world))
    assert states == ["delivered", "merged"]


async def test_an_assistant_who_left_merges_nothing(
    world: World, assistant: Someone, voter: Someone, neighbour: Someone
) -> None:
    other = await assistant_of(world, SABILYANOV, "Dana")
    await begin(other)
    await other.says("1")
    await leaves(world, other)
    await other.taps("Yes, merge")
    assert "cannot find this" in other.text
    assert await supporters(world) == 0
