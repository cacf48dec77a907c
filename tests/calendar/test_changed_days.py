"""A coordinator moves a day; open dates follow, and everybody concerned is told once."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.app import create_application
from models.appeals import Appeal, AppealEvent
from models.calendar import CalendarOverride
from models.messaging import OutboxMessage
from services.appeals.events import broken_at
from tests.acting import SABILYANOV, answer, assistant_of, write
from tests.world import USERNAME, Someone, World

DUE = date(2026, 12, 15)


@pytest.fixture
async def coordinator(world: World) -> Someone:
    return await world.coordinator()


async def add(
    coordinator: Someone, day: str, reason: str = "Moved by an order", *, working: bool = False
) -> None:
    await coordinator.says("/calendar")
    await coordinator.taps("A day is worked" if working else "A day becomes a day off")
    await coordinator.says(day)
    await coordinator.says(reason)
    await coordinator.says("Order 77 of 20.11.2026")


async def stored(world: World) -> Appeal:
    async with world.app.database.read() as uow:
        return (await uow.session.scalars(select(Appeal))).one()


async def later(world: World, minutes: int) -> None:
    await world.at(world.clock() + timedelta(minutes=minutes))


async def test_a_day_off_moves_open_dates(world: World, coordinator: Someone) -> None:
    assistant = await assistant_of(world, SABILYANOV)
    voter = world.person("Aigul")
    await write(world, voter, "The road is broken.")
    assert (await stored(world)).answer_due == DUE
    await add(coordinator, "4.12.2026", "Жел\nВетер\nStorm <b>wind</b>")
    assert "Friday, December 4, 2026: a day off, Storm <b>wind</b>" in coordinator.text
    assert "Source: Order 77 of 20.11.2026" in coordinator.text
    await later(world, 1)
    row = await stored(world)
    assert (row.ack_due, row.answer_due) == (date(2026, 11, 27), date(2026, 12, 17))
    await later(world, 10)
    for person in (voter, assistant):
        assert "dates have moved" in person.text
        assert "to be answered: Dec 15, 2026 → Thursday, December 17, 2026" in person.text
    await voter.taps("My appeals")
    await voter.says("1")
    assert "Thursday, December 17, 2026" in voter.text
    await voter.taps("Why these dates?")
    assert "Friday, December 4, 2026: day off, Storm <b>wind</b>" in voter.text
    await voter.taps("Back")
    await voter.taps("What happened")
    assert "The working calendar was changed" in voter.text
    async with world.app.database.read() as uow:
        assert await broken_at(uow, row.id) is None


async def test_an_order_of_two_days_is_one_message(world: World, coordinator: Someone) -> None:
    voter = world.person("Aigul")
    await assistant_of(world, SABILYANOV)
    await write(world, voter, "The road is broken.")
    await write(world, voter, "The bridge is broken.")
    await add(coordinator, "4.12.2026")
    await later(world, 1)
    await add(coordinator, "7.12.2026")
    await later(world, 1)
    await later(world, 20)
    told = [message for message in voter.messages if "dates have moved" in message.text]
    assert len(told) == 1
    assert told[0].text.count("№") == 2
    assert told[0].text.count("Dec 15, 2026 → Friday, December 18, 2026") == 2


async def test_a_change_taken_back_is_no_news(world: World, coordinator: Someone) -> None:
    await assistant_of(world, SABILYANOV)
    voter = world.person("Aigul")
    await write(world, voter, "The road is broken.")
    await add(coordinator, "4.12.2026")
    await later(world, 1)
    await coordinator.says("/calendar")
    await coordinator.says("1")
    await coordinator.taps("Take this change back")
    assert "Take this change back?" in coordinator.text
    await coordinator.taps("Yes, take it back")
    await later(world, 1)
    await later(world, 20)
    assert (await stored(world)).answer_due == DUE
    assert not voter.saw("dates have moved")


async def test_a_saturday_that_is_worked(world: World, coordinator: Someone) -> None:
    await assistant_of(world, SABILYANOV)
    voter = world.person("Aigul")
    await write(world, voter, "The road is broken.")
    await add(coordinator, "28.11.2026", working=True)
    await later(world, 1)
    assert (await stored(world)).answer_due == date(2026, 12, 14)


async def test_the_handover_of_coordinators_moves_too(world: World, coordinator: Someone) -> None:
    await write(world, world.person("Aigul"), "The road is broken.")
    assert (await stored(world)).handover_due == date(2026, 11, 26)
    await add(coordinator, "25.11")
    await later(world, 1)
    assert (await stored(world)).handover_due == date(2026, 11, 27)
    await later(world, 20)
    assert "to be passed on: Nov 26, 2026 → Friday, November 27, 2026" in coordinator.text


async def test_what_is_answered_stays(world: World, coordinator: Someone) -> None:
    assistant = await assistant_of(world, SABILYANOV)
    voter = world.person("Aigul")
    await write(world, voter, "The road is broken.")
    await answer(assistant, "Repaired.")
    await add(coordinator, "4.12.2026")
    await later(world, 1)
    await later(world, 20)
    assert (await stored(world)).answer_due == DUE
    assert not voter.saw("dates have moved")


async def test_no_notice_at_night(world: World, coordinator: Someone) -> None:
    await assistant_of(world, SABILYANOV)
    voter = world.person("Aigul")
    await write(world, voter, "The road is broken.")
    world.clock.move_to(datetime(2026, 11, 24, 18, 30, tzinfo=UTC))  # 23:30 in Almaty
    await add(coordinator, "4.12.2026")
    await later(world, 1)
    await later(world, 60)
    assert not voter.saw("dates have moved")
    await world.at(datetime(2026, 11, 25, 3, 1, tzinfo=UTC))
    assert voter.saw("dates have moved")


async def test_other_processes_follow_at_once(world: World, coordinator: Someone) -> None:
    other = create_application(world.app.settings, world.clock, USERNAME)
    try:
        async with other.database.read() as uow:
            before = uow.rules.calendar
        await add(coordinator, "4.12.2026")
        async with other.database.read() as uow:
            assert uow.rules.calendar.version != before.version
            assert not uow.rules.calendar.is_working(date(2026, 12, 4))
    finally:
        await other.close()


async def test_ticks_change_nothing_twice(world: World, coordinator: Someone) -> None:
    await assistant_of(world, SABILYANOV)
    await write(world, world.person("Aigul"), "The road is broken.")
    await add(coordinator, "4.12.2026")
    for _ in range(3):
        await later(world, 1)
    async with world.app.database.read() as uow:
        events = select(AppealEvent).where(AppealEvent.action == "dates_changed")
        assert len((await uow.session.scalars(events)).all()) == 1
        queued = select(OutboxMessage).where(OutboxMessage.kind == "dates_changed")
        assert len((await uow.session.scalars(queued)).all()) == 2


async def test_one_reason_serves_all_languages_and_says_so(
    world: World, coordinator: Someone
) -> None:
    await add(coordinator, "4.12.2026", "Snow storm")
    assert "a day off, Snow storm" in coordinator.text
    assert "(in English)" not in coordinator.text
    russian = world.person("Olga", language="ru")
    await russian.says("/calendar")
    assert "Snow storm (на английском)" in russian.text
    kazakh = world.person("Айгүл", language="kk")
    await kazakh.says("/calendar")
    assert "Snow storm (ағылшын тілінде)" in kazakh.text


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("soon", "I cannot read this as a date"),
        ("1.10.2026", "The day must lie between"),
        ("1.12.2031", "The day must lie between"),
        ("16.12.2026", "This is a day off already: Wednesday, December 16, 2026"),
        ("5.12.2026", "This is a day off already"),
    ],
)
async def test_days_that_cannot_be(coordinator: Someone, day: str, words: str) -> None:
    await coordinator.says("/calendar")
    await coordinator.taps("A day becomes a day off")
    await coordinator.says(day)
    assert words in coordinator.text
    await coordinator.says("4.12.2026")
    assert "Why?" in coordinator.text


async def test_a_working_day_is_worked_already(coordinator: Someone) -> None:
    await coordinator.says("/calendar")
    await coordinator.taps("A day is worked")
    await coordinator.says("4.12.2026")
    assert "This is a working day already" in coordinator.text


@pytest.mark.parametrize("reason", ["one\ntwo", "123", "x" * 301])
async def test_reasons_that_cannot_be(world: World, coordinator: Someone, reason: str) -> None:
    await add(coordinator, "4.12.2026", reason)
    async with world.app.database.read() as uow:
        assert (await uow.session.scalars(select(CalendarOverride))).all() == []


async def test_the_same_day_again_is_the_last_word(world: World, coordinator: Someone) -> None:
    await add(coordinator, "4.12.2026", "First reason")
    await add(coordinator, "4.12.2026", "Second reason")
    await coordinator.says("/calendar")
    assert "Second reason" in coordinator.text
    assert "First reason" not in coordinator.text


async def test_voters_look_and_change_nothing(world: World, coordinator: Someone) -> None:
    await add(coordinator, "4.12.2026")
    voter = world.person("Aigul")
    await voter.says("/calendar")
    assert "Wednesday, December 16, 2026: Independence Day" in voter.text
    assert "Friday, December 4, 2026: a day off" in voter.text
    assert "A day becomes a day off" not in voter.labels
    for data in ("cal_add:0", "cal_day:2026-12-04", "cal_del:2026-12-04:1", "cal_nosrc"):
        await voter.taps_data(data)
    async with world.app.database.read() as uow:
        assert len((await uow.session.scalars(select(CalendarOverride))).all()) == 1


async def test_the_terms_and_their_sources(world: World) -> None:
    voter = world.person("Aigul")
    await voter.says("/calendar")
    await voter.taps("How long the terms are")
    assert "15 working days" in voter.text
    assert "our standard, oriented on article 76" in voter.text
    ours, _, of_the_state = voter.text.partition("For a state body")
    assert "by law" not in ours
    assert "by law" in of_the_state
    await voter.taps("Back")
    assert "Working days" in voter.text


async def test_admin_leads_to_it(coordinator: Someone) -> None:
    await coordinator.says("/admin")
    await coordinator.taps("Working days")
    assert "A day is worked" in coordinator.labels
