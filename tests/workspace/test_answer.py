"""Answering: write, choose the outcome, see it as the author will, send; nothing is lost."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from models.appeals import Answer, Appeal
from sandbox import Attachment
from tests.acting import SABILYANOV, assistant_of, write
from tests.world import MORNING, Someone, World


@pytest.fixture
async def assistant(world: World) -> Someone:
    return await assistant_of(world, SABILYANOV)


@pytest.fixture
async def voter(world: World, assistant: Someone) -> Someone:
    """Has written a letter."""
    found = world.person("Aigul")
    await write(world, found, "The road is broken.")
    return found


async def begin(assistant: Someone, *parts: str) -> None:
    """Opens the most urgent one and writes."""
    await assistant.says("/inbox")
    await assistant.says("1")
    await assistant.taps("Answer")
    for part in parts:
        await assistant.says(part)


async def answers(world: World) -> list[Answer]:
    async with world.app.database.read() as uow:
        return list(await uow.session.scalars(select(Answer).order_by(Answer.id)))


async def test_text_file_and_outcome_reach_the_voter(
    world: World, assistant: Someone, voter: Someone
) -> None:
    await begin(assistant, "The road <will> be mended & widened.", "It is in the plan for May.")
    await assistant.sends_document("plan.pdf")
    await assistant.taps("Choose the outcome")
    await assistant.taps("Partly solved")
    seen_before = assistant.text
    assert "This is how the voter will see it" in seen_before
    assert assistant.messages[-2].documents
    await assistant.taps("Send")
    got = next(one for one in voter.messages if "The answer to №" in one.text)
    words = seen_before.partition("\n\n")[2]
    assert got.text.startswith(words)
    assert "Outcome: Partly solved" in words
    assert "The road <will> be mended & widened.\nIt is in the plan for May." in words
    assert any(one.documents for one in voter.messages)
    assert "on its way to the voter" in assistant.text
    assert "Nothing else waits" in assistant.text


async def test_the_next_urgent_one_follows(
    world: World, assistant: Someone, voter: Someone
) -> None:
    await write(world, voter, "The bridge is broken too.")
    await begin(assistant, "Mended.")
    await assistant.taps("Choose the outcome")
    await assistant.taps("Solved")
    await assistant.taps("Send")
    following = next(label for label in assistant.labels if label.startswith("Next: № "))
    await assistant.taps(following)
    assert "The bridge is broken too." in assistant.text


async def test_answering_takes_into_work_by_itself(
    world: World, assistant: Someone, voter: Someone
) -> None:
    await begin(assistant, "Mended.")
    await assistant.taps("Choose the outcome")
    await assistant.taps("Solved")
    await assistant.taps("Send")
    assert voter.saw("taken into work")
    assert voter.saw("Mended.")


async def test_a_long_answer_is_whole_on_both_sides(
    world: World, assistant: Someone, voter: Someone
) -> None:
    parts = [f"{letter} " + "word " * 780 + f"end{letter}." for letter in "ABC"]
    await begin(assistant, *parts)
    assert "So far: 11,7" in assistant.text
    await assistant.taps("Choose the outcome")
    await assistant.taps("Explained")
    await assistant.taps("Send")
    got = "\n".join(one.text for one in voter.messages)
    assert all(f"end{letter}." in got for letter in "ABC")
    assert all(len(one.text) <= 4096 for one in voter.messages)


async def test_more_than_fits_is_refused_and_the_rest_is_kept(
    world: World, assistant: Someone, voter: Someone
) -> None:
    await begin(assistant, *("word " * 790 for _ in range(3)))
    await assistant.says("word " * 200)
    assert "fit" in assistant.text
    (draft,) = await answers(world)
    assert 11_000 < len(draft.text) <= 12_000
    await assistant.says("choose the outcome")
    assert "Solved" in assistant.labels
    assert [one.text for one in await answers(world)] == [draft.text]


async def test_an_edited_message_replaces_its_part(
    world: World, assistant: Someone, voter: Someone
) -> None:
    await begin(assistant, "Mended in Mai.", "Thank you.")
    typo = next(one for one in assistant.telegram.sees if one.text == "Mended in Mai.")
    await assistant.edits(typo, "Mended in May.")
    (draft,) = await answers(world)
    assert draft.text == "Mended in May.\nThank you."


async def test_a_restart_at_any_step(world: World, assistant: Someone, voter: Someone) -> None:
    await assistant.says("/inbox")
    await world.restart()
    await assistant.says("1")
    await world.restart()
    await assistant.taps("Answer")
    await world.restart()
    await assistant.says("Mended,")
    await world.restart()
    await assistant.says("and widened.")
    await world.restart()
    await assistant.taps("Choose the outcome")
    await world.restart()
    await assistant.taps("Solved")
    await world.restart()
    await assistant.taps("Send")
    assert voter.saw("Mended,\nand widened.")


async def test_cancel_keeps_what_was_written(
    world: World, assistant: Someone, voter: Someone
) -> None:
    await begin(assistant, "Mended.")
    await assistant.says("/cancel")
    assert "Keep it for later or discard it?" in assistant.text
    await assistant.taps("Keep")
    await assistant.taps("Back")
    await assistant.taps("Go on with the answer")
    assert "So far: 7 characters" in assistant.text
    await assistant.says("Thank you.")
    (draft,) = await answers(world)
    assert draft.text == "Mended.\nThank you."


async def test_cancel_discards_on_request(world: World, assistant: Someone, voter: Someone) -> None:
    await begin(assistant, "Mended.")
    await assistant.sends_photo()
    await assistant.says("/cancel")
    await assistant.taps("Discard")
    assert "Nothing was sent" in assistant.text
    assert await answers(world) == []
    await assistant.taps("Back")
    assert "Answer" in assistant.labels


async def test_a_command_in_the_middle_is_no_answer(
    world: World, assistant: Someone, voter: Someone
) -> None:
    await begin(assistant, "Mended.")
    await assistant.says("/inbox")
    assert "that wait for an answer" in assistant.text
    await assistant.says("Семей")
    (draft,) = await answers(world)
    assert draft.text == "Mended."


async def test_a_voice_message_is_asked_for_in_words(
    world: World, assistant: Someone, voter: Someone
) -> None:
    await begin(assistant, "Mended.")
    await assistant.sends_voice()
    assert "photos and documents" in assistant.text
    assert "So far: 7 characters" in assistant.text
    await assistant.says("Really.")
    (draft,) = await answers(world)
    assert draft.text == "Mended.\nReally."


async def test_an_album_is_taken_whole_and_answered_once(
    world: World, assistant: Someone, voter: Someone
) -> None:
    await begin(assistant)
    before = len(assistant.messages)
    album = [Attachment(name, content=name.encode(), mime="image/jpeg") for name in "abc"]
    await assistant.sends_album(album)
    assert len(assistant.messages) == before + 1
    await assistant.taps("Choose the outcome")
    await assistant.taps("Solved")
    await assistant.taps("Send")
    assert len([one for one in voter.messages if one.photo]) == 3
    assert voter.saw("The answer is in the files.")


async def test_somebody_is_answering(world: World, assistant: Someone, voter: Someone) -> None:
    second = await assistant_of(world, SABILYANOV, "Dana")
    await begin(assistant, "From Yerlan.")
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
    world: World, assistant: Someone, voter: Someone
) -> None:
    second = await assistant_of(world, SABILYANOV, "Dana")
    await begin(assistant, "From Yerlan.")
    world.clock.move_to(MORNING + timedelta(minutes=31))
    await begin(second)
    assert "Please write what was done" in second.text


async def test_two_assistants_at_once(world: World, assistant: Someone, voter: Someone) -> None:
    second = await assistant_of(world, SABILYANOV, "Dana")
    await begin(assistant, "From Yerlan.")
    await begin(second)
    await second.taps("Write anyway")
    await second.says("From Dana.")
    for person in (assistant, second):
        await person.taps("Choose the outcome")
        await person.taps("Solved")
    await assistant.telegram.taps("Send", timeout=0)
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


async def test_sending_twice_sends_once(world: World, assistant: Someone, voter: Someone) -> None:
    await begin(assistant, "Mended.")
    await assistant.taps("Choose the outcome")
    await assistant.taps("Solved")
    button = assistant.screen.button("Send")
    assert button is not None
    for _ in range(3):
        await assistant.telegram.taps_data(button.callback_data or "")
    await world.settle()
    assert len([one for one in voter.messages if "The answer to №" in one.text]) == 1
    assert "on its way to the voter" in assistant.text


async def test_without_an_outcome_it_is_asked_for(
    world: World, assistant: Someone, voter: Someone
) -> None:
    await begin(assistant, "Mended.")
    async with world.app.database.read() as uow:
        ident = await uow.session.scalar(select(Appeal.id))
    await assistant.taps_data(f"w_ans:{ident}:send:")
    assert "How does it end for the voter?" in assistant.text
    assert not voter.saw("The answer to №")


async def test_a_file_with_too_many_words_leaves_everything_as_it_was(
    world: World, assistant: Someone, voter: Someone
) -> None:
    await begin(assistant, *("word " * 790 for _ in range(3)))
    await assistant.sends_photo("word " * 200)
    assert "fit" in assistant.text
    assert "file" not in assistant.text
    await assistant.taps("Choose the outcome")
    await assistant.taps("Solved")
    await assistant.taps("Send")
    assert not any(one.photo for one in voter.messages)


async def test_nothing_written_cannot_be_sent(
    world: World, assistant: Someone, voter: Someone
) -> None:
    await begin(assistant)
    async with world.app.database.read() as uow:
        ident = await uow.session.scalar(select(Appeal.id))
    await assistant.taps_data(f"w_ans:{ident}:pick:solved")
    assert "Your answer to" in assistant.text
    await assistant.taps_data(f"w_ans:{ident}:send:")
    assert "Please write what was done" in assistant.text
    assert not voter.saw("The answer to №")


async def test_the_voters_word_comes_back(world: World, assistant: Someone, voter: Someone) -> None:
    await begin(assistant, "Mended.")
    await assistant.taps("Choose the outcome")
    await assistant.taps("Solved")
    await assistant.taps("Send")
    await voter.taps("Not solved")
    await voter.says("The other half is still broken.")
    assert "disagrees with the answer" in assistant.text
    await assistant.taps("Open")
    assert "The other half is still broken." in assistant.text
    assert "Mended." in assistant.text
    await assistant.taps("Answer")
    await assistant.says("Now all of it.")
    await assistant.taps("Choose the outcome")
    await assistant.taps("Solved")
    await assistant.taps("Send")
    assert voter.saw("Now all of it.")


async def test_a_withdrawn_letter_needs_no_answer(
    world: World, assistant: Someone, voter: Someone
) -> None:
    await begin(assistant, "Mended.")
    await assistant.taps("Choose the outcome")
    await assistant.taps("Solved")
    preview = assistant.screen
    await voter.taps("Withdraw")
    await voter.taps("Yes, withdraw")
    assert assistant.saw("has withdrawn an appeal")
    await assistant.taps("Send", preview)
    assert "It is now: Withdrawn." in preview.text
    assert "Mended." in preview.text


async def test_after_the_mandate_an_answer_is_voluntary(
    world: World, assistant: Someone, voter: Someone
) -> None:
    await assistant.says("/inbox")
    await assistant.says("1")
    assert "an answer is voluntary" in assistant.text
