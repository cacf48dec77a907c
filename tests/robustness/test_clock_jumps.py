"""The clock of the machine jumps: nothing breaks, nothing is said twice, every chain holds."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from models.appeals import Appeal
from models.messaging import OutboxMessage
from services import inbox
from services.appeals.events import broken_at
from services.checking import check
from tests.acting import SABILYANOV, answer, assistant_of, write
from tests.world import MORNING, World

NEW_YEAR = datetime(2027, 1, 5, 5, 0, tzinfo=UTC)


async def all_is_well(world: World) -> list[Appeal]:
    async with world.app.database.read() as uow:
        found = list(await uow.session.scalars(select(Appeal).order_by(Appeal.id)))
        assert [await broken_at(uow, one.id) for one in found] == [None] * len(found)
        assert await check(uow) == []
        assert await inbox.dead(uow) == []
        keys = list(await uow.session.scalars(select(OutboxMessage.key)))
    assert len(keys) == len(set(keys))
    return found


async def test_back_by_weeks_in_the_middle_of_a_case(world: World) -> None:
    assistant = await assistant_of(world, SABILYANOV)
    voter = world.person("Aigul")
    await write(world, voter, "The road is broken.")
    await world.at(MORNING - timedelta(days=40))
    await assistant.says("/inbox")
    await assistant.says("1")
    await assistant.taps("What else can be done")
    await assistant.taps("Ask the author a question")
    await assistant.says("Which street?")
    await assistant.taps("Send the question")
    await world.at(MORNING - timedelta(days=44))
    await voter.taps("Reply")
    await voter.says("Abai street.")
    await voter.taps("Send the reply")
    await answer(assistant, "It is mended.")
    await voter.taps("Solved")
    (row,) = await all_is_well(world)
    assert row.state == "confirmed"
    assert f"{row.answer_due}" == "2026-12-15"  # a pause that ended before it began adds nothing
    await world.at(MORNING + timedelta(days=1))
    await voter.says("/appeals")
    await voter.says("1")
    await voter.taps("What happened")
    assert "You said: solved." in voter.text
    (row,) = await all_is_well(world)
    assert (row.state, row.closed_as) == ("closed", "solved")


async def test_back_over_the_new_year_numbers_stay_apart(world: World) -> None:
    await assistant_of(world, SABILYANOV)
    await world.at(NEW_YEAR)
    await write(world, world.person("Aigul"), "The road is broken.")
    await world.at(MORNING)
    await write(world, world.person("Marat"), "The bridge is broken.")
    await world.at(NEW_YEAR)
    await write(world, world.person("Dana"), "The lamp is broken.")
    found = await all_is_well(world)
    numbers = [(one.number or "")[:15] for one in found]
    assert numbers == ["MZH-2027-000001", "MZH-2026-000001", "MZH-2027-000002"]


async def test_far_ahead_in_one_leap_everything_is_told_once(world: World) -> None:
    assistant = await assistant_of(world, SABILYANOV)
    voter = world.person("Aigul")
    await write(world, voter, "The road is broken.")
    for _ in range(3):
        await world.at(MORNING + timedelta(days=50))
    late = [one for one in assistant.messages if "MZH-2026-000001" in one.text]
    assert len(late) == 2  # the new letter, and one message about its dates
    await answer(assistant, "It is mended.")
    for _ in range(3):
        await world.at(MORNING + timedelta(days=150))
    (row,) = await all_is_well(world)
    assert (row.state, row.closed_as) == ("closed", "silent")
