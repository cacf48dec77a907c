"""A voter disagrees; the deputy's side answers again, or a coordinator decides."""

from tests.closing.acts import LETTER, answered, appeal, day, disputes, opens
from tests.world import Someone, World


async def decides(coordinator: Someone, decision: str, reason: str, words: str = "") -> None:
    await coordinator.says("/review")
    await coordinator.says("1")
    await coordinator.taps(decision)
    await coordinator.taps(reason)
    if words:
        await coordinator.says(words)
    else:
        await coordinator.taps("Without more words")


async def test_the_side_has_five_working_days_and_sees_why(world: World) -> None:
    voter, assistant = await answered(world)
    await disputes(voter, "Nobody <came> & nothing was done.")
    assert "Tuesday, December 1, 2026" in voter.text
    assert "The voter disagrees with the answer" in assistant.text
    assert "Nobody <came> & nothing was done." in assistant.text
    await assistant.taps("Open")
    assert "Tuesday, December 1, 2026" in assistant.text
    await assistant.taps("How were the dates computed?")
    assert "when the author disagreed with the answer, is day zero" in assistant.text
    assert "Then 5 working days are counted." in assistant.text
    assert "To be taken into work" not in assistant.text
    assert (await appeal(world)).text == LETTER


async def test_the_side_answers_anew_and_may_be_disputed_again(world: World) -> None:
    voter, assistant = await answered(world)
    for why in ("Nobody has come.", "Still nobody."):
        await disputes(voter, why)
        assert why in assistant.text
        await assistant.taps("Open")
        await assistant.taps("Answer")
        await assistant.says(f"To: {why}")
        await assistant.taps("Choose the outcome")
        await assistant.taps("Explained")
        await assistant.taps("Send")
        assert voter.saw(f"To: {why}")
    assert (await appeal(world)).state == "answered"


async def test_a_coordinator_sends_it_back_once(world: World) -> None:
    coordinator = await world.coordinator()
    voter, assistant = await answered(world)
    await disputes(voter)
    assert "A voter disagrees with an answer" in coordinator.text
    await coordinator.taps("Open")
    for words in (LETTER, "It will be mended.", "Nobody has come."):
        assert words in coordinator.text
    await decides(
        coordinator,
        "Send it back to be answered",
        "What the answer promised has not been done",
        "Please name the <day>.",
    )
    assert "Sent back" in coordinator.text
    for person in (voter, assistant):
        assert "What the answer promised has not been done" in person.text
        assert "Please name the <day>." in person.text
        assert "Tuesday, December 8, 2026" in person.text
    found = await appeal(world)
    assert (found.state, found.clock_rule, found.outcome) == ("in_work", "reopened", None)
    await coordinator.says("/review")
    assert "Nothing waits for you." in coordinator.text
    await assistant.taps("Open")
    await assistant.taps("Answer")
    await assistant.says("On Monday.")
    await assistant.taps("Choose the outcome")
    await assistant.taps("Explained")
    await assistant.taps("Send")
    await disputes(voter, "Not on Monday either.")
    await coordinator.taps("Open")
    assert "Send it back to be answered" not in coordinator.labels
    await coordinator.taps_data(f"c_now:{found.id}:send_back:incomplete")
    assert "sent back once already" in coordinator.text
    assert "Close the disagreement" in coordinator.labels
    assert (await appeal(world)).state == "disputed"


async def test_a_coordinator_closes_the_disagreement(world: World) -> None:
    coordinator = await world.coordinator()
    voter, assistant = await answered(world)
    await disputes(voter)
    await decides(coordinator, "Close the disagreement", "Everything that was asked is answered")
    for person in (voter, assistant):
        assert "Everything that was asked is answered" in person.text
    assert "you can open it again until Saturday, January 23, 2027" in voter.text
    found = await appeal(world)
    assert (found.state, found.closed_as, found.answer_due is None) == ("closed", "disputed", False)


async def test_a_decision_is_taken_once_and_only_by_its_own_reasons(world: World) -> None:
    coordinator = await world.coordinator()
    voter, _ = await answered(world)
    await disputes(voter)
    ident = (await appeal(world)).id
    for data in (
        f"c_now:{ident}:send_back:whatever",
        f"c_now:{ident}:send_back:in_court",
        f"c_now:{ident}:withdraw:answered",
        f"c_dec:{ident}:close_silent",
        f"c_rsn:{ident}:reopen:answered",
    ):
        await coordinator.taps_data(data)
        assert (await appeal(world)).state == "disputed", data
    await coordinator.says("/review")
    await coordinator.says("1")
    await coordinator.taps("Close the disagreement")
    await coordinator.taps("A court or a prosecutor deals with it")
    button = coordinator.screen.button("Without more words")
    assert button is not None
    for _ in range(2):
        await coordinator.telegram.taps_data(button.callback_data or "")
    await world.settle()
    assert "Closed" in coordinator.text
    assert sum("looked at your disagreement" in one.text for one in voter.messages) == 1


async def test_strangers_decide_nothing(world: World) -> None:
    voter, assistant = await answered(world)
    await disputes(voter)
    ident = (await appeal(world)).id
    stranger = world.person("Stranger")
    await stranger.says("/start")
    for person in (voter, assistant, stranger):
        await person.taps_data(f"c_dec:{ident}:send_back")
        await person.taps_data(f"c_now:{ident}:close_disputed:answered")
        assert (await appeal(world)).state == "disputed"


async def test_after_thirty_days_it_is_too_late_and_says_what_is_possible(world: World) -> None:
    voter, _ = await answered(world)
    question = voter.screen
    await world.at(day(31))
    await voter.taps("Not solved", question)
    assert "within 30 days; that time is over" in voter.text
    assert "Open the letter again" in voter.labels
    await opens(voter)
    assert "you can open it again until" in voter.text


async def test_on_the_thirtieth_day_it_is_not_too_late(world: World) -> None:
    voter, _ = await answered(world)
    world.clock.move_to(day(30))
    await opens(voter)
    await disputes(voter)
    assert (await appeal(world)).state == "disputed"


async def test_a_reason_needs_words(world: World) -> None:
    voter, _ = await answered(world)
    await voter.taps("Not solved")
    for bad in ("...", "x" * 1001):
        await voter.says(bad)
        assert (await appeal(world)).state == "answered"
    await voter.sends_photo()
    await voter.says("Nobody has come.")
    assert (await appeal(world)).state == "disputed"


async def test_my_data_hold_what_i_said_to_an_answer(world: World) -> None:
    voter, _ = await answered(world)
    await disputes(voter, "Nobody <came>.")
    await voter.says("/mydata")
    await voter.taps("Next")
    assert "Nobody <came>." in voter.text


async def test_what_goes_back_to_an_empty_workspace_is_not_left_there(world: World) -> None:
    coordinator = await world.coordinator()
    voter, assistant = await answered(world)
    await assistant.says("/forget")
    await assistant.taps("Erase everything")
    await assistant.taps("Yes, erase for good")
    await voter.taps("Partly", next(m for m in voter.messages if "Partly" in m.labels))
    await voter.taps("Write a second letter")
    await voter.says("And the bridge?")
    count = len(coordinator.messages)
    await voter.taps("Send")
    assert len(coordinator.messages) == count + 1
    await opens(voter)
    assert "Nobody of the deputy's side works in this bot" in voter.text
