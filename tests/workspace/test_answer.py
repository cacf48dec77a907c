"""Answering: write, choose the outcome, see it as the author will, send."""

from tests.acting import write
from tests.workspace.acts import begin, sends
from tests.world import Someone, World


async def test_text_file_and_outcome_reach_the_voter(
    world: World, yerlan: Someone, voter: Someone
) -> None:
    await begin(yerlan, "The road <will> be mended & widened.", "It is in the plan for May.")
    await yerlan.sends_document("plan.pdf")
    await yerlan.taps("Choose the outcome")
    await yerlan.taps("Partly solved")
    seen_before = yerlan.text
    assert "This is how the voter will see it" in seen_before
    assert yerlan.messages[-2].documents
    await yerlan.taps("Send")
    got = next(one for one in voter.messages if "The answer to №" in one.text)
    words = seen_before.partition("\n\n")[2]
    assert got.text.startswith(words)
    assert "Outcome: Partly solved" in words
    assert "The road <will> be mended & widened.\nIt is in the plan for May." in words
    assert any(one.documents for one in voter.messages)
    assert "on its way to the voter" in yerlan.text
    assert "Nothing else waits" in yerlan.text


async def test_the_next_urgent_one_follows(world: World, yerlan: Someone, voter: Someone) -> None:
    await write(world, voter, "The bridge is broken too.")
    await begin(yerlan, "Mended.")
    await sends(yerlan)
    following = next(label for label in yerlan.labels if label.startswith("Next: № "))
    await yerlan.taps(following)
    assert "The bridge is broken too." in yerlan.text


async def test_answering_takes_into_work_by_itself(
    world: World, yerlan: Someone, voter: Someone
) -> None:
    await begin(yerlan, "Mended.")
    await sends(yerlan)
    assert voter.saw("taken into work")
    assert voter.saw("Mended.")


async def test_a_long_answer_is_whole_on_both_sides(
    world: World, yerlan: Someone, voter: Someone
) -> None:
    parts = [f"{letter} " + "word " * 780 + f"end{letter}." for letter in "ABC"]
    await begin(yerlan, *parts)
    assert "So far: 11,7" in yerlan.text
    await sends(yerlan, "Explained")
    got = "\n".join(one.text for one in voter.messages)
    assert all(f"end{letter}." in got for letter in "ABC")
    assert all(len(one.text) <= 4096 for one in voter.messages)


async def test_sending_twice_sends_once(world: World, yerlan: Someone, voter: Someone) -> None:
    await begin(yerlan, "Mended.")
    await yerlan.taps("Choose the outcome")
    await yerlan.taps("Solved")
    button = yerlan.screen.button("Send")
    assert button is not None
    for _ in range(3):
        await yerlan.telegram.taps_data(button.callback_data or "")
    await world.settle()
    assert len([one for one in voter.messages if "The answer to №" in one.text]) == 1
    assert "on its way to the voter" in yerlan.text


async def test_the_voters_word_comes_back(world: World, yerlan: Someone, voter: Someone) -> None:
    await begin(yerlan, "Mended.")
    await sends(yerlan)
    await voter.taps("Not solved")
    await voter.says("The other half is still broken.")
    assert "disagrees with the answer" in yerlan.text
    await yerlan.taps("Open")
    assert "The other half is still broken." in yerlan.text
    assert "Mended." in yerlan.text
    await yerlan.taps("Answer")
    await yerlan.says("Now all of it.")
    await sends(yerlan)
    assert voter.saw("Now all of it.")


async def test_a_withdrawn_letter_needs_no_answer(
    world: World, yerlan: Someone, voter: Someone
) -> None:
    await begin(yerlan, "Mended.")
    await yerlan.taps("Choose the outcome")
    await yerlan.taps("Solved")
    preview = yerlan.screen
    await voter.taps("Withdraw")
    await voter.taps("Yes, withdraw")
    assert yerlan.saw("has withdrawn an appeal")
    await yerlan.taps("Send", preview)
    assert "It is now: Withdrawn." in preview.text
    assert "Mended." in preview.text


async def test_after_the_mandate_an_answer_is_voluntary(
    world: World, yerlan: Someone, voter: Someone
) -> None:
    await yerlan.says("/inbox")
    await yerlan.says("1")
    assert "an answer is voluntary" in yerlan.text
