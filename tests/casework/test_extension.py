"""More time for an answer: by the deputy once, then by a coordinator; never beyond the limit."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from models.casework import Extension, ExtensionRequest
from services.appeals import events
from tests.acting import answer
from tests.casework.helpers import appeals, deputy_of, leaves, open_steps
from tests.world import MORNING, Someone, World


@pytest.fixture
async def deputy(world: World, voter: Someone) -> Someone:
    """Has taken the letter into work."""
    found = await deputy_of(world)
    await found.says("/inbox")
    await found.says("1")
    await found.taps("Take into work")
    return found


async def begin(someone: Someone) -> None:
    await open_steps(someone)
    await someone.taps("More time for the answer")


async def extended(someone: Someone, day: str = "Dec 23, 2026") -> None:
    await begin(someone)
    await someone.says("The ministry's <reply> is awaited.")
    await someone.taps(day)
    await someone.taps("Yes, take more time")


async def count(world: World) -> int:
    async with world.app.database.read() as uow:
        return len((await uow.session.scalars(select(Extension))).all())


async def test_the_voter_is_told_the_reason_and_the_new_date(
    world: World, deputy: Someone, voter: Someone
) -> None:
    await extended(deputy)
    assert "The voter is told." in deputy.text
    assert "To be answered by Wednesday, December 23, 2026" in deputy.text
    assert "The answer to your letter will take longer" in voter.text
    assert "The ministry's <reply> is awaited." in voter.text
    assert "To be answered by Wednesday, December 23, 2026" in voter.text
    await voter.taps("Open")
    await voter.taps("Why these dates?")
    assert "Tuesday, December 15, 2026" in voter.text
    assert "asked for more time: by Wednesday, December 23, 2026" in voter.text
    assert "Reason: The ministry's <reply> is awaited." in voter.text
    (row,) = await appeals(world)
    assert row.state == "acknowledged"
    assert f"{row.answer_due}" == "2026-12-23"
    async with world.app.database.read() as uow:
        assert await events.broken_at(uow, row.id) is None


async def test_a_typed_day(world: World, deputy: Someone, voter: Someone) -> None:
    await begin(deputy)
    await deputy.says("The ministry is asked.")
    assert "the latest day allowed is Friday, January 22, 2027" in deputy.text
    assert "The latest day allowed: Jan 22, 2027" in deputy.labels
    await world.restart()
    await deputy.says("18.1")
    assert "until Monday, January 18, 2027" in deputy.text
    await deputy.taps("Yes, take more time")
    assert f"{(await appeals(world))[0].answer_due}" == "2027-01-18"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("soon", "cannot read this as a date"),
        ("01.11.2026", "must be later than Tuesday, December 15, 2026"),
        ("15.12.2026", "must be later than"),
        ("16.12.2026", "This is a day off"),
        ("25.01.2027", "two months from the registration at most"),
    ],
)
async def test_days_that_cannot_be(
    world: World, deputy: Someone, voter: Someone, typed: str, words: str
) -> None:
    await begin(deputy)
    await deputy.says("The ministry is asked.")
    await deputy.says(typed)
    assert words in deputy.text
    assert "Until which day?" in deputy.text
    assert await count(world) == 0


async def test_an_assistant_asks_the_deputy(
    world: World, assistant: Someone, deputy: Someone, voter: Someone
) -> None:
    await open_steps(assistant)
    assert "is taken by the deputy alone" in assistant.text
    assert "More time for the answer" not in assistant.labels
    ident = (await appeals(world))[0].id
    for data in (f"k_ext:{ident}", f"k_exts:{ident}", f"k_day:{ident}:2026-12-23"):
        await assistant.taps_data(data)
        assert "Please ask the deputy" in assistant.text
    assert await count(world) == 0


async def test_after_the_date_it_is_too_late(world: World, deputy: Someone, voter: Someone) -> None:
    await begin(deputy)
    await deputy.says("The ministry is asked.")
    await deputy.taps("Dec 23, 2026")
    world.clock.move_to(MORNING + timedelta(days=23))
    await deputy.taps("Yes, take more time")
    assert "The date has passed already" in deputy.text
    assert await count(world) == 0


async def test_a_second_time_a_coordinator_decides(
    world: World, deputy: Someone, voter: Someone
) -> None:
    coordinator = await world.coordinator()
    await extended(deputy)
    await begin(deputy)
    assert "a coordinator decides" in deputy.text
    await deputy.says("It is still awaited.")
    await deputy.taps("Dec 30, 2026")
    await deputy.taps("Ask the coordinator")
    assert "The coordinators are asked" in deputy.text
    assert f"{(await appeals(world))[0].answer_due}" == "2026-12-23"
    await begin(deputy)
    assert "has been asked for more time already" in deputy.text
    await coordinator.says("/review")
    await coordinator.taps("Asked for more time: 1")
    assert "It is still awaited." in coordinator.text
    assert "The ministry's <reply> is awaited." in coordinator.text
    assert "The road is broken." not in coordinator.text
    await coordinator.taps("Grant it")
    assert "It was granted" in coordinator.text
    assert deputy.saw("The coordinator has given more time")
    assert "To be answered by Wednesday, December 30, 2026" in voter.text
    assert f"{(await appeals(world))[0].answer_due}" == "2026-12-30"


async def test_a_coordinator_may_refuse(world: World, deputy: Someone, voter: Someone) -> None:
    coordinator = await world.coordinator()
    await extended(deputy)
    await begin(deputy)
    await deputy.says("It is still awaited.")
    await deputy.taps("Dec 30, 2026")
    await deputy.taps("Ask the coordinator")
    await coordinator.taps("Refuse it")
    assert "It was refused" in coordinator.text
    assert deputy.saw("The coordinator has not given more time")
    async with world.app.database.read() as uow:
        request = (await uow.session.scalars(select(ExtensionRequest))).one()
    await coordinator.taps_data(f"k_dec:{request.id}:1")
    assert await count(world) == 1
    other = world.person("Marat")
    await other.says("/start")
    await other.taps_data(f"k_dec:{request.id}:1")
    assert "cannot find this" in other.text


async def test_answered_meanwhile(
    world: World, deputy: Someone, assistant: Someone, voter: Someone
) -> None:
    await begin(deputy)
    await deputy.says("The ministry is asked.")
    await deputy.taps("Dec 23, 2026")
    await answer(assistant, "It will be mended.")
    await deputy.taps("Yes, take more time")
    assert "changed since" in deputy.text
    assert await count(world) == 0


async def test_what_is_answered_asks_no_coordinator_and_goes_back_to_work_without_it(
    world: World, deputy: Someone, voter: Someone
) -> None:
    coordinator = await world.coordinator()
    await extended(deputy)
    await begin(deputy)
    await deputy.says("It is still awaited.")
    await deputy.taps("Dec 30, 2026")
    await deputy.taps("Ask the coordinator")
    await answer(deputy, "It will be mended.")
    await coordinator.says("/review")
    assert "Asked for more time: 1" not in coordinator.labels
    await voter.taps("Partly")
    await voter.taps("Write a second letter")
    await voter.says("And the bridge?")
    await voter.taps("Send")
    await coordinator.says("/review")
    assert "Asked for more time: 1" not in coordinator.labels
    await begin(deputy)
    assert "a coordinator decides" in deputy.text
    async with world.app.database.read() as uow:
        (request,) = await uow.session.scalars(select(ExtensionRequest))
        assert request.granted is False


async def test_pressed_twice_it_extends_once(world: World, deputy: Someone, voter: Someone) -> None:
    await begin(deputy)
    await deputy.says("The ministry is asked.")
    await deputy.taps("Dec 23, 2026")
    button = deputy.screen.button("Yes, take more time")
    assert button is not None
    for _ in range(2):
        await deputy.telegram.taps_data(button.callback_data or "")
    await world.settle()
    assert await count(world) == 1


async def test_a_deputy_whose_role_was_taken_back(
    world: World, deputy: Someone, voter: Someone
) -> None:
    await begin(deputy)
    await deputy.says("The ministry is asked.")
    await deputy.taps("Dec 23, 2026")
    await leaves(world, deputy)
    await deputy.taps("Yes, take more time")
    assert "cannot find this" in deputy.text
    assert await count(world) == 0


async def test_a_question_and_more_time_go_together(
    world: World, deputy: Someone, voter: Someone
) -> None:
    await extended(deputy)
    await open_steps(deputy)
    await deputy.taps("Ask the author a question")
    await deputy.says("Which street?")
    await deputy.taps("Send the question")
    world.clock.move_to(MORNING + timedelta(days=2))
    await voter.taps("Reply")
    await voter.says("Abai street.")
    await voter.taps("Send the reply")
    assert "To be answered by Friday, December 25, 2026" in voter.text
