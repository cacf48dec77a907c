"""After the answer: a second letter, and a closed letter that is opened again."""

from tests.acting import SABILYANOV, answer, assistant_of, write
from tests.closing.acts import LETTER, answered, appeal, day, opens
from tests.world import World


async def test_a_second_letter_goes_on_with_the_case_once(world: World) -> None:
    voter, assistant = await answered(world)
    await voter.taps("Partly")
    await voter.taps("Write a second letter")
    await voter.says("The bridge is still broken.")
    await voter.sends_document("bridge.pdf")
    await world.restart()
    assert "The bridge is still broken." in voter.text
    await voter.taps("Send")
    assert "Your second letter is on its way" in voter.text
    assert "Tuesday, December 8, 2026" in voter.text
    assert "The bridge is still broken." in assistant.text
    await assistant.taps("Open")
    assert LETTER in assistant.text
    assert "The second letter. Tuesday, November 24, 2026" in assistant.text
    assert "Show 1 file" in assistant.labels
    found = await appeal(world)
    assert (found.state, found.text, found.clock_rule) == ("in_work", LETTER, "reopened")
    await answer(assistant, "The bridge too.")
    await voter.taps("Partly")
    assert "Write a second letter" not in voter.labels
    await voter.taps_data(f"a_again:{found.id}")
    assert "sent already" in voter.text
    assert (await appeal(world)).state == "partly"


async def test_several_messages_make_one_second_letter(world: World) -> None:
    voter, assistant = await answered(world)
    await voter.taps("Partly")
    await voter.taps("Write a second letter")
    first = await voter.says("The bridge is still broken.")
    await voter.sends_photo("So it looks in May.")
    await voter.says("Buses go around.")
    assert "broken.\nSo it looks in May.\nBuses go around." in voter.text
    assert "1 file is attached." in voter.text
    await voter.edits(first, "Half of the bridge is broken.")
    assert "Half of the bridge is broken.\nSo it looks in May." in voter.text
    await voter.says("x" * 3990)
    assert "4000 fit" in voter.text
    assert "What you wrote before is kept" in voter.text
    assert "Buses go around." in voter.text
    await voter.taps("Send")
    assert "Half of the bridge is broken.\nSo it looks in May.\nBuses go around." in assistant.text
    assert "xxx" not in assistant.text


async def test_words_of_danger_after_the_letter_show_whom_to_call(world: World) -> None:
    voter, assistant = await answered(world)
    await voter.taps("Not solved")
    await voter.says("My husband beats me.")
    assert voter.saw("Please call, it is free of charge")
    assert "a coordinator are told" in voter.text
    assert "My husband beats me." in assistant.text


async def test_a_second_letter_can_be_started_over(world: World) -> None:
    voter, assistant = await answered(world)
    await voter.taps("Partly")
    await voter.taps("Write a second letter")
    await voter.sends_photo("A wrong bridge.")
    await voter.taps("Start over")
    assert "A wrong bridge." not in voter.text
    await voter.says("The right bridge.")
    await voter.taps("Send")
    assert "The right bridge." in assistant.text
    assert not assistant.saw("A wrong bridge.")
    await assistant.taps("Open")
    assert "Show 1 file" not in assistant.labels


async def test_sending_twice_sends_once(world: World) -> None:
    voter, assistant = await answered(world)
    await voter.taps("Partly")
    await voter.taps("Write a second letter")
    await voter.says("The bridge is still broken.")
    button = voter.screen.button("Send")
    assert button is not None
    for _ in range(3):
        await voter.telegram.taps_data(button.callback_data or "")
    await world.settle()
    assert sum("wrote a second letter" in one.text for one in assistant.messages) == 1


async def test_a_closed_letter_is_opened_again_once(world: World) -> None:
    voter, assistant = await answered(world)
    await voter.taps("Solved")
    await world.at(day(31))
    await opens(voter)
    assert "It was closed as solved." in voter.text
    await voter.taps("Open the letter again")
    await voter.says("It broke again.")
    await voter.taps("Send")
    assert "The letter is open again" in voter.text
    assert "opened a closed letter again" in assistant.text
    assert "It broke again." in assistant.text
    found = await appeal(world)
    assert (found.state, found.closed_as, found.outcome) == ("in_work", None, None)
    await answer(assistant, "Mended again.")
    await world.at(day(70))
    await opens(voter)
    assert "Open the letter again" not in voter.labels
    assert "write a new letter" in voter.text
    await voter.taps_data(f"a_open:{found.id}")
    assert "opened again once already" in voter.text
    assert (await appeal(world)).state == "closed"


async def test_after_sixty_days_a_closed_letter_stays_closed(world: World) -> None:
    voter, _ = await answered(world)
    await world.at(day(31))
    await opens(voter)
    await voter.taps("Open the letter again")
    await voter.says("It broke again.")
    world.clock.move_to(day(92))
    await voter.taps("Send")
    assert "within 60 days; that time is over" in voter.text
    assert (await appeal(world)).state == "closed"


async def test_what_is_not_theirs_cannot_be_opened(world: World) -> None:
    await answered(world)
    await world.at(day(31))
    ident = (await appeal(world)).id
    stranger = world.person("Stranger")
    await stranger.says("/start")
    for data in (f"a_open:{ident}", f"a_again:{ident}", f"a_words:{ident}", f"a_no:{ident}"):
        await stranger.taps_data(data)
        assert "cannot find this" in stranger.text
    assert (await appeal(world)).state == "closed"


async def test_what_was_passed_on_goes_back_to_a_coordinator(world: World) -> None:
    coordinator = await world.coordinator()
    voter = world.person("Aigul")
    await write(world, voter, LETTER)
    for label in ("Open", "I passed it on", "e-Otinish", "Today", "No number"):
        await coordinator.taps(label)
    await coordinator.says("/review")
    await coordinator.says("1")
    await coordinator.taps("Record the answer")
    await coordinator.sends_document("answer.pdf", "A part in May.")
    for label in ("Choose the outcome", "Partly solved", "Send"):
        await coordinator.taps(label)
    await voter.taps("Partly")
    await voter.taps("Write a second letter")
    await voter.says("And the rest?")
    await voter.taps("Send")
    assert "goes on with a letter that was passed on" in coordinator.text
    await coordinator.taps("Open")
    await coordinator.taps("Text to pass on")
    assert "And the rest?" in coordinator.messages[-2].text


async def test_given_up_with_a_reason_and_the_ways_that_are_left(world: World) -> None:
    coordinator = await world.coordinator()
    voter = world.person("Aigul")
    await write(world, voter, LETTER)
    for label in (
        "Open",
        "It cannot be passed on",
        "The deputy's office did not take the letter",
        "Without more words",
    ):
        await coordinator.taps(label)
    assert "The deputy's office did not take the letter" in voter.text
    assert "e-Otinish" in voter.labels
    found = await appeal(world)
    assert (found.state, found.closed_as) == ("closed", "not_deliverable")
    await opens(voter)
    assert "Open the letter again" not in voter.labels
    assert "If the deputy joins this bot until Saturday, January 23, 2027" in voter.text
    await voter.taps_data(f"a_open:{found.id}")
    assert "still not reached by this bot" in voter.text
    assistant = await assistant_of(world, SABILYANOV)
    await opens(voter)
    await voter.taps("Open the letter again")
    await voter.says("You are here now.")
    await voter.taps("Send")
    assert "You are here now." in assistant.text
    assert (await appeal(world)).state == "in_work"
