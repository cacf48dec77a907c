"""A coordinator passes a letter on, notes how and when, and writes down the answer."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from models.appeals import Answer, Appeal, Handover
from models.users import Grant
from services import people
from tests.acting import SABILYANOV, assistant_of, write
from tests.world import MORNING, Someone, World


@pytest.fixture
async def coordinator(world: World) -> Someone:
    return await world.coordinator()


@pytest.fixture
async def voter(world: World, coordinator: Someone) -> Someone:
    """Has written to a deputy who is not in the bot."""
    found = world.person("Aigul")
    await write(world, found, "The road is broken.")
    return found


async def pass_on(coordinator: Someone, way: str = "e-Otinish") -> None:
    """Up to the question for the day."""
    await coordinator.says("/review")
    await coordinator.says("1")
    await coordinator.taps("I passed it on")
    await coordinator.taps(way)


async def handed_over(coordinator: Someone) -> None:
    await pass_on(coordinator)
    await coordinator.taps("Today")
    await coordinator.taps("No number")


async def test_the_coordinator_is_told_by_when(coordinator: Someone, voter: Someone) -> None:
    assert "A letter has to be passed on" in coordinator.text
    assert "№ MZH-2026-000001-" in coordinator.text
    assert "due by Thursday, November 26, 2026" in coordinator.text
    await coordinator.taps("Open")
    assert "The road is broken." in coordinator.text
    assert "/admin" in coordinator.text


async def test_passing_on_starts_the_clocks(
    world: World, coordinator: Someone, voter: Someone
) -> None:
    await pass_on(coordinator)
    await coordinator.taps("Today")
    await coordinator.says("ЖТ-2026-<77>")
    assert "Noted. The voter is told." in coordinator.text
    assert "Day of passing on: Tuesday, November 24, 2026" in coordinator.text
    assert "Number there: ЖТ-2026-<77>" in coordinator.text
    assert "To be taken into work by Friday, November 27, 2026" in coordinator.text
    assert "To be answered by Tuesday, December 15, 2026" in coordinator.text
    assert voter.saw("A coordinator has passed your letter on")
    async with world.app.database.read() as uow:
        row = (await uow.session.scalars(select(Handover))).one()
    assert (row.way, row.reference) == ("e_otinish", "ЖТ-2026-<77>")


@pytest.mark.parametrize("typed", ["24.11.2026", "24/11/26", "24.11", "2026-11-24", "today"])
async def test_a_day_can_be_typed(coordinator: Someone, voter: Someone, typed: str) -> None:
    await pass_on(coordinator)
    await coordinator.says(typed)
    assert "Day of passing on: Tuesday, November 24, 2026" in coordinator.text
    await coordinator.says("no number")
    assert "Noted" in coordinator.text


@pytest.mark.parametrize("typed", ["25.11.2026", "23.11.2026"])
async def test_a_day_that_cannot_be_is_asked_again(
    coordinator: Someone, voter: Someone, typed: str
) -> None:
    await pass_on(coordinator)
    await coordinator.says(typed)
    assert "came in only today, so it can have been passed on only today" in coordinator.text
    assert "On which day was it passed on?" in coordinator.text
    await coordinator.says("24.11.2026")
    assert "Under what number" in coordinator.text


async def test_yesterday_is_offered_when_it_can_be(
    world: World, coordinator: Someone, voter: Someone
) -> None:
    await pass_on(coordinator)
    assert "Yesterday" not in coordinator.labels
    await world.at(MORNING + timedelta(days=1))
    await pass_on(coordinator)
    await coordinator.says("yesterday")
    assert "Day of passing on: Tuesday, November 24, 2026" in coordinator.text


async def test_what_is_no_day_is_asked_again(coordinator: Someone, voter: Someone) -> None:
    await pass_on(coordinator)
    await coordinator.says("last week")
    assert "cannot read this as a date" in coordinator.text
    assert "Today" in coordinator.labels


async def test_a_forged_day_is_refused(world: World, coordinator: Someone, voter: Someone) -> None:
    async with world.app.database.read() as uow:
        ident = await uow.session.scalar(select(Appeal.id))
    for data in (f"c_noref:{ident}:letter:2030-01-01", f"c_noref:{ident}:letter:soon"):
        await coordinator.taps_data(data)
        async with world.app.database.read() as uow:
            assert await uow.session.scalar(select(Handover.id)) is None


async def test_a_restart_at_any_step(world: World, coordinator: Someone, voter: Someone) -> None:
    await pass_on(coordinator)
    await world.restart()
    await coordinator.says("24.11.2026")
    await world.restart()
    await coordinator.says("17")
    assert "Number there: 17" in coordinator.text


async def test_cancel_notes_nothing(coordinator: Someone, voter: Someone) -> None:
    await pass_on(coordinator)
    await coordinator.says("/cancel")
    assert "Nothing was noted" in coordinator.text
    await coordinator.taps("Back")
    assert "I passed it on" in coordinator.labels


async def test_two_coordinators_note_it_once(
    world: World, coordinator: Someone, voter: Someone
) -> None:
    await pass_on(coordinator)
    await coordinator.taps("Today")
    button = coordinator.screen.button("No number")
    assert button is not None
    for _ in range(2):
        await coordinator.telegram.taps_data(button.callback_data or "")
    await world.settle()
    assert "changed meanwhile" in coordinator.text
    async with world.app.database.read() as uow:
        assert len((await uow.session.scalars(select(Handover))).all()) == 1


async def test_the_text_can_be_forwarded_as_it_is(coordinator: Someone, voter: Someone) -> None:
    await coordinator.taps("Open")
    await coordinator.taps("Text to pass on")
    forwarded = coordinator.messages[-2]
    assert "Registered as № MZH-2026-000001-" in forwarded.text
    assert "The road is broken." in forwarded.text
    assert "Sabilyanov" in forwarded.text
    assert not forwarded.labels
    assert "I passed it on" in coordinator.labels


async def record_tap(world: World) -> str:
    async with world.app.database.read() as uow:
        return f"c_ans:{await uow.session.scalar(select(Appeal.id))}"


async def test_the_answer_is_written_down_and_reaches_the_voter(
    world: World, coordinator: Someone, voter: Someone
) -> None:
    await handed_over(coordinator)
    await coordinator.says("/review")
    assert "Delivered. Registered on Tuesday, November 24, 2026" in coordinator.text
    await coordinator.says("1")
    await coordinator.taps("Record the answer")
    await coordinator.says("We shall mend it in May.")
    await coordinator.sends_document("answer.pdf")
    await world.restart()
    await coordinator.taps("Choose the outcome")
    await coordinator.taps("Explained")
    assert "We shall mend it in May." in coordinator.text
    await coordinator.taps("Send")
    assert voter.saw("We shall mend it in May.")
    assert any(one.documents for one in voter.messages)
    await voter.taps("Solved")
    assert "You said that it is solved" in voter.text
    async with world.app.database.read() as uow:
        row = (await uow.session.scalars(select(Answer))).one()
    assert row.came_by == "e_otinish"
    await coordinator.says("/review")
    assert "Nothing waits for you." in coordinator.text


async def test_an_answer_that_was_begun_is_kept(
    world: World, coordinator: Someone, voter: Someone
) -> None:
    await handed_over(coordinator)
    await coordinator.says("/review")
    await coordinator.says("1")
    await coordinator.taps("Record the answer")
    await coordinator.says("We shall mend it.")
    await coordinator.says("/cancel")
    await coordinator.taps("Keep")
    await coordinator.says("/start")
    await coordinator.says("/review")
    await coordinator.says("1")
    await coordinator.taps("Go on with the answer")
    await coordinator.says("In May.")
    await coordinator.taps("Choose the outcome")
    await coordinator.taps("Explained")
    assert "Please add the document with which it came" in coordinator.text
    assert "Send" not in coordinator.labels
    await coordinator.taps_data((await record_tap(world)) + ":send:")
    assert "Please add the document with which it came" in coordinator.text
    assert not voter.saw("In May.")
    await coordinator.sends_document("answer.pdf")
    await coordinator.taps("Look at it")
    await coordinator.taps("Send")
    assert voter.saw("We shall mend it.\nIn May.")


async def test_before_it_is_passed_on_no_answer_can_be_recorded(
    world: World, coordinator: Someone, voter: Someone
) -> None:
    await coordinator.taps_data((await record_tap(world)) + ":write:")
    assert "cannot find this" in coordinator.text


async def test_a_dispute_comes_to_the_coordinator(
    world: World, coordinator: Someone, voter: Someone
) -> None:
    await handed_over(coordinator)
    await coordinator.says("/review")
    await coordinator.says("1")
    await coordinator.taps("Record the answer")
    await coordinator.sends_photo("It is not our road.")
    await coordinator.taps("Choose the outcome")
    await coordinator.taps("Refused, with the reason")
    await coordinator.taps("Send")
    await voter.taps("Not solved")
    await voter.says("It is: see the register.")
    assert "A voter disagrees with an answer" in coordinator.text
    await coordinator.taps("Open")
    assert "It is: see the register." in coordinator.text
    assert "It is not our road." in coordinator.text
    assert "Record the answer" in coordinator.labels


async def test_what_reached_the_deputy_is_not_for_coordinators(
    world: World, coordinator: Someone
) -> None:
    await assistant_of(world, SABILYANOV)
    await write(world, world.person("Aigul"), "The road is broken.")
    async with world.app.database.read() as uow:
        ident = await uow.session.scalar(select(Appeal.id))
    for data in (
        f"c_case:{ident}",
        f"c_files:{ident}",
        f"c_why:{ident}",
        f"c_text:{ident}",
        f"c_pass:{ident}",
        f"c_way:{ident}:letter",
        f"c_ans:{ident}:write:",
        f"c_ans:{ident}:send:",
    ):
        await coordinator.taps_data(data)
        assert "cannot find this" in coordinator.text, data
    assert not coordinator.saw("The road is broken.")


async def test_coordinators_of_another_assembly_see_nothing(
    world: World, coordinator: Someone, voter: Someone
) -> None:
    other = world.person("Marat")
    async with world.app.database.write() as uow:
        actor = await people.actor_of(uow, other.telegram.id, "en")
        appeal = (await uow.session.scalars(select(Appeal))).one()
        uow.session.add(
            Grant(
                user_id=actor.user_id,
                role="coordinator",
                assembly_id=appeal.assembly_id + 1,
                granted_at=uow.now,
            )
        )
        ident = appeal.id
    await other.says("/review")
    assert "Nothing waits for you." in other.text
    for data in (
        f"c_case:{ident}",
        f"c_pass:{ident}",
        f"c_noref:{ident}:letter:{MORNING:%Y-%m-%d}",
    ):
        await other.taps_data(data)
        assert "cannot find this" in other.text, data


async def test_a_voter_who_types_review_is_told_kindly(world: World) -> None:
    voter = world.person("Aigul")
    await voter.says("/review")
    assert "queue of coordinators" in voter.text
    await voter.taps_data("review:0")
    assert "queue of coordinators" in voter.text
