"""The deputy's side asks the author: the clock stands, reminders, the reply, or the end."""

from datetime import timedelta

from sqlalchemy import select

from models.appeals import Appeal
from models.casework import Clarification
from services.appeals import events
from tests.acting import SABILYANOV, answer, assistant_of
from tests.world import MORNING, Someone, World

DUE = "Tuesday, December 15, 2026"


async def open_case(someone: Someone) -> None:
    await someone.says("/inbox")
    await someone.says("1")


async def ask(assistant: Someone, words: str = "Which street is it?") -> None:
    await open_case(assistant)
    await assistant.taps("What else can be done")
    await assistant.taps("Ask the author a question")
    await assistant.says(words)
    await assistant.taps("Send the question")


async def appeal(world: World) -> Appeal:
    async with world.app.database.read() as uow:
        return (await uow.session.scalars(select(Appeal))).one()


async def test_the_question_reaches_the_voter_and_the_clock_stands(
    world: World, assistant: Someone, voter: Someone
) -> None:
    await ask(assistant, "Which street & <house>?")
    assert "has a question about your letter" in voter.text
    assert "Which street & <house>?" in voter.text
    assert "Please reply by Tuesday, December 15, 2026" in voter.text
    assert "clock stands until the author replies" in assistant.text
    row = await appeal(world)
    assert row.state == "clarification"
    assert row.answer_due is None
    await voter.taps("Open")
    assert "Which street & <house>?" in voter.text
    assert "Reply" in voter.labels


async def test_the_reply_gives_back_the_days_that_were_left(
    world: World, assistant: Someone, voter: Someone
) -> None:
    await ask(assistant)
    world.clock.move_to(MORNING + timedelta(days=6))  # four working days; 16 December is a holiday
    await voter.taps("Reply")
    await voter.says("Abai street,")
    await voter.says("from house 5 on.")
    await voter.sends_photo("And a photo")
    assert "1 file is attached" in voter.text
    await voter.taps("Send the reply")
    assert "To be answered by Tuesday, December 22, 2026" in voter.text
    assert assistant.saw("The author has replied")
    assert assistant.saw("Abai street,\nfrom house 5 on.\nAnd a photo")
    assert any(one.photo for one in assistant.messages)
    assert (await appeal(world)).state == "in_work"
    await open_case(assistant)
    assert "Abai street," in assistant.text
    await assistant.taps("How were the dates computed?")
    assert "the clock stood" in assistant.text
    assert "Tuesday, December 22, 2026" in assistant.text
    async with world.app.database.read() as uow:
        assert await events.broken_at(uow, (await appeal(world)).id) is None


async def test_reminders_come_on_the_third_and_seventh_day_and_never_at_night(
    world: World, assistant: Someone, voter: Someone
) -> None:
    await ask(assistant)

    def reminders() -> int:
        return sum("still awaited" in one.text for one in voter.messages)

    await world.at(MORNING + timedelta(days=2, hours=23))
    assert reminders() == 0
    night = MORNING + timedelta(days=3, hours=14)  # midnight in Almaty
    await world.at(night)
    assert reminders() == 0
    await world.at(night + timedelta(hours=9))
    assert reminders() == 1
    await world.at(MORNING + timedelta(days=6))
    assert reminders() == 1
    await world.at(MORNING + timedelta(days=7))
    await world.at(MORNING + timedelta(days=8))
    assert reminders() == 2
    await voter.taps("Reply")
    await voter.says("Abai street.")
    await voter.taps("Send the reply")
    assert (await appeal(world)).state == "in_work"


async def test_who_was_away_gets_one_reminder(
    world: World, assistant: Someone, voter: Someone
) -> None:
    await ask(assistant)
    await world.at(MORNING + timedelta(days=9))
    assert sum("still awaited" in one.text for one in voter.messages) == 1


async def test_without_a_reply_it_is_closed_and_both_are_told(
    world: World, assistant: Someone, voter: Someone
) -> None:
    await ask(assistant)
    await voter.taps("Reply")
    reply = voter.screen
    await world.at(MORNING + timedelta(days=21))
    assert (await appeal(world)).state == "clarification"  # the last day is the author's
    await world.at(MORNING + timedelta(days=22))
    row = await appeal(world)
    assert (row.state, row.closed_as) == ("closed", "no_reply")
    assert voter.saw("Your letter is closed: no reply came")
    assert assistant.saw("Closed: the author did not reply")
    await voter.says("Abai street.")
    assert "No reply came in time" in voter.text
    assert "taken up again once" in voter.text
    assert reply.by_bot
    async with world.app.database.read() as uow:
        assert (await uow.session.scalars(select(Clarification.reply))).one() is None


async def test_what_was_written_survives_a_restart_and_cancel(
    world: World, assistant: Someone, voter: Someone
) -> None:
    await ask(assistant)
    await voter.taps("Reply")
    typo = await voter.says("Abay street.")
    await world.restart()
    await voter.edits(typo, "Abai street.")
    assert "Abai street." in voter.text
    await voter.says("/cancel")
    assert "What you wrote is kept" in voter.text
    await world.restart()
    await voter.taps("Go on writing")
    assert "Abai street." in voter.text
    await voter.says("House 5.")
    await voter.says("Send the reply")
    assert assistant.saw("Abai street.\nHouse 5.")


async def test_only_the_assignee_is_told_of_the_reply(
    world: World, assistant: Someone, voter: Someone
) -> None:
    other = await assistant_of(world, SABILYANOV, "Dana")
    await ask(assistant)
    await voter.taps("Reply")
    await voter.says("Abai street.")
    await voter.taps("Send the reply")
    assert assistant.saw("The author has replied")
    assert not other.saw("The author has replied")


async def test_two_assistants_ask_and_answer_at_once(
    world: World, assistant: Someone, voter: Someone
) -> None:
    other = await assistant_of(world, SABILYANOV, "Dana")
    await open_case(assistant)
    await assistant.taps("What else can be done")
    await assistant.taps("Ask the author a question")
    await assistant.says("Which street is it?")
    await answer(other, "It will be mended in May.")
    await assistant.taps("Send the question")
    assert "changed since the button was shown" in assistant.text
    assert not voter.saw("has a question")
    assert (await appeal(world)).state == "answered"


async def test_two_questions_at_once_become_one(
    world: World, assistant: Someone, voter: Someone
) -> None:
    other = await assistant_of(world, SABILYANOV, "Dana")
    await open_case(other)
    await other.taps("What else can be done")
    await other.taps("Ask the author a question")
    await other.says("Since when?")
    await ask(assistant)
    await other.taps("Send the question")
    assert "changed since" in other.text
    async with world.app.database.read() as uow:
        assert len((await uow.session.scalars(select(Clarification))).all()) == 1


async def test_bad_input_is_asked_again(assistant: Someone, voter: Someone) -> None:
    await open_case(assistant)
    await assistant.taps("What else can be done")
    await assistant.taps("Ask the author a question")
    for typed in ("???", "x" * 1001):
        await assistant.says(typed)
        assert "One concrete question" in assistant.text
    await assistant.sends_photo()
    assert "Here I can take only words. Please type them" in assistant.text
    await assistant.says("/cancel")
    assert "Nothing was done" in assistant.text


async def test_the_reply_takes_no_voice_and_no_empty_sending(
    assistant: Someone, voter: Someone, world: World
) -> None:
    await ask(assistant)
    await voter.taps("Reply")
    await voter.sends_voice()
    assert "photos and documents" in voter.text
    ident = (await appeal(world)).id
    await voter.taps_data(f"k_reps:{ident}")
    assert "Send the reply" not in voter.labels
    assert (await appeal(world)).state == "clarification"
