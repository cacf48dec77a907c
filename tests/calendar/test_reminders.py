"""The deputy's side is reminded of each date, step by step, and nobody is told twice."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select, update

from domain.appeals import State
from models.appeals import Appeal, AppealEvent
from models.messaging import OutboxMessage
from models.users import Grant
from services.appeals.events import broken_at
from tests.acting import SABILYANOV, answer, assistant_of, write
from tests.world import Someone, World

# Written on Tuesday 24 November: taken into work by Friday the 27th, answered by 15 December.
NINE = 4  # o'clock in Almaty, in UTC


@pytest.fixture
async def assistant(world: World) -> Someone:
    await world.coordinator()
    return await assistant_of(world, SABILYANOV)


@pytest.fixture
async def voter(world: World, assistant: Someone) -> Someone:
    found = world.person("Aigul")
    await write(world, found, "The road is broken.")
    return found


def coordinator(world: World) -> Someone:
    return world.person("Saule", "en", 9000)


async def day(world: World, month: int, number: int, hour: int = NINE) -> None:
    year = 2026 if month > 10 else 2027
    await world.at(datetime(year, month, number, hour, 5, tzinfo=UTC))


def reminders(someone: Someone) -> list[str]:
    return [one.text for one in someone.messages if one.text.startswith("A reminder")]


async def steps(world: World) -> list[tuple[str, int]]:
    async with world.app.database.read() as uow:
        rows = await uow.session.scalars(
            select(AppealEvent).where(AppealEvent.action == "reminded").order_by(AppealEvent.id)
        )
        return [(row.data["clock"], row.data["day"]) for row in rows]


async def every_day(world: World, first: date, last: date) -> None:
    """Three ticks a day, as they come: at night, in the morning and at noon."""
    moment = datetime(first.year, first.month, first.day, tzinfo=UTC)
    while moment.date() <= last:
        for hour in (1, NINE, 8):
            await world.at(moment + timedelta(hours=hour, minutes=10))
        moment += timedelta(days=1)


async def test_the_whole_ladder_of_a_letter_nobody_touches(
    world: World, assistant: Someone, voter: Someone
) -> None:
    await every_day(world, date(2026, 11, 24), date(2027, 1, 20))
    assert await steps(world) == [
        ("ack", -1),
        ("ack", 0),
        ("ack", 1),
        ("answer", -3),
        ("answer", -1),
        ("answer", 1),
        ("answer", 5),
        ("answer", 15),
    ]
    assert len(reminders(assistant)) == 7
    assert len(reminders(coordinator(world))) == 3
    assert "Very late." in reminders(assistant)[-1]
    async with world.app.database.read() as uow:
        assert await broken_at(uow, 1) is None


async def test_words_before_and_on_the_day(
    world: World, assistant: Someone, voter: Someone
) -> None:
    await day(world, 11, 26)
    assert "A reminder: 1 letter waits" in assistant.text
    assert (
        "To be taken into work by Friday, November 27, 2026: 1 working day left" in assistant.text
    )
    await day(world, 11, 27)
    assert "November 27, 2026: due today" in assistant.text
    assert not reminders(coordinator(world))
    await day(world, 11, 30)
    assert "1 working day late" in reminders(coordinator(world))[-1]  # the digest comes after it
    assert len(reminders(assistant)) == 2


async def test_the_author_sees_what_went_out(
    world: World, assistant: Someone, voter: Someone
) -> None:
    await day(world, 11, 26)
    await day(world, 11, 30)
    await voter.says("/appeals")
    await voter.says("1")
    await voter.taps("What happened")
    assert "The deputy's side was reminded.\nTo be taken into work by Friday" in voter.text
    assert "A coordinator was told that the date has passed." in voter.text
    await assistant.says("/inbox")
    await assistant.says("1")
    assert "a reminder went out" in assistant.text


async def test_the_link_opens_the_letter(world: World, assistant: Someone, voter: Someone) -> None:
    await day(world, 11, 26)
    await assistant.opens("c_1")
    assert "The road is broken." in assistant.text
    await voter.opens("c_1")
    assert "I cannot find this" in voter.text
    await voter.opens("a_1")
    assert "Why these dates?" in voter.labels


async def test_nothing_for_what_was_taken_or_answered(
    world: World, assistant: Someone, voter: Someone
) -> None:
    await answer(assistant, "Repaired.")
    await every_day(world, date(2026, 11, 25), date(2026, 12, 18))
    assert await steps(world) == []
    assert not reminders(assistant)


async def test_what_is_answered_before_the_message_goes_out_is_dropped(
    world: World, assistant: Someone, voter: Someone
) -> None:
    world.clock.move_to(datetime(2026, 12, 10, NINE, 5, tzinfo=UTC))
    await world.app.ticker.tick()
    async with world.app.database.write() as uow:
        await uow.session.execute(update(Appeal).values(state=State.ANSWERED))
    await world.settle()
    assert not reminders(assistant)
    async with world.app.database.read() as uow:
        query = select(OutboxMessage.state).where(OutboxMessage.kind == "deadlines")
        assert (await uow.session.scalars(query)).all() == ["cancelled"]


async def test_never_at_night_on_a_weekend_or_a_holiday(
    world: World, assistant: Someone, voter: Someone
) -> None:
    for month, number, hour in ((11, 26, 1), (11, 26, 13), (11, 28, 6), (12, 16, 6)):
        await day(world, month, number, hour)
        assert not reminders(assistant)


async def test_three_days_without_a_tick_are_one_message(
    world: World, assistant: Someone, voter: Someone
) -> None:
    for index in range(3):
        await write(world, world.person(f"Voter {index}"), f"Road {index} is broken.")
    await day(world, 12, 8)  # the scheduler was out since the letters came
    assert await steps(world) == [("ack", 1)] * 4
    assert reminders(assistant) == []
    await day(world, 12, 14)  # and again over -3 and -1
    assert len(reminders(assistant)) == 1
    assert "A reminder: 4 letters wait" in assistant.text
    assert assistant.text.count("1 working day left") == 4
    assert (await steps(world))[4:] == [("answer", -1)] * 4


async def test_a_date_that_moved_has_a_ladder_of_its_own(
    world: World, assistant: Someone, voter: Someone
) -> None:
    await day(world, 12, 10)
    assert (await steps(world))[-1] == ("answer", -3)
    async with world.app.database.write() as uow:
        await uow.session.execute(update(Appeal).values(answer_due=date(2026, 12, 25)))
    await day(world, 12, 14)
    assert (await steps(world))[-1] == ("answer", -3)
    await day(world, 12, 22)
    assert (await steps(world))[-2:] == [("answer", -3), ("answer", -3)]


async def test_a_case_passed_on_by_letter_concerns_the_coordinator_only(world: World) -> None:
    saule = await world.coordinator()
    await write(world, world.person("Aigul"), "The road is broken.")
    await saule.says("/review")
    await saule.says("1")
    await saule.taps("I passed it on")
    await saule.taps("Letter")
    await saule.taps("Today")
    await saule.taps("No number")
    await every_day(world, date(2026, 11, 25), date(2026, 12, 23))
    assert await steps(world) == [("answer", 5)]
    assert "5 working days late" in saule.text


async def test_a_handover_that_is_overdue_alarms(world: World) -> None:
    saule = await world.coordinator()
    await write(world, world.person("Aigul"), "The road is broken.")
    await every_day(world, date(2026, 11, 25), date(2026, 12, 4))
    assert await steps(world) == [("handover", 1), ("handover", 5)]
    assert "To be passed on by Thursday, November 26, 2026" in saule.text
    await saule.opens("w_1")
    assert "The road is broken." in saule.text


async def test_who_has_left_the_workspace_is_not_reminded(
    world: World, assistant: Someone, voter: Someone
) -> None:
    world.clock.move_to(datetime(2026, 12, 10, NINE, 5, tzinfo=UTC))
    await world.app.ticker.tick()
    async with world.app.database.write() as uow:
        await uow.session.execute(update(Grant).values(revoked_at=uow.now))
    await world.settle()
    assert not reminders(assistant)
