"""Words are kept for a year after the end, dates for three; then the bare number stays."""

from sqlalchemy import MetaData, select, update

from models.appeals import Appeal, AppealEvent
from models.messaging import OutboxMessage
from services.appeals.events import broken_at
from services.checking import check
from tests.acting import SABILYANOV, answer, assistant_of, write
from tests.closing.acts import day, disputes, opens
from tests.world import Someone, World

CANARY = "Wagtail-7431"


async def rows_with(world: World, words: str) -> set[str]:
    """The tables in which these words stand anywhere."""
    tables = MetaData()
    async with world.app.database.read() as uow:
        connection = await uow.session.connection()
        await connection.run_sync(tables.reflect)
        return {
            table.name
            for table in tables.sorted_tables
            for row in await uow.session.execute(select(table))
            if words in str(row)
        }


async def a_long_story(world: World) -> Someone:
    """Letter, answer, dispute, decision, second answer, "partly", second letter, "solved"."""
    coordinator = await world.coordinator()
    assistant = await assistant_of(world, SABILYANOV)
    voter = world.person("Aigul")
    await write(world, voter, f"The road at {CANARY} is broken.")
    await answer(assistant, f"{CANARY}: it will be mended.")
    await disputes(voter, f"Nobody came to {CANARY}.")
    await coordinator.taps("Open")
    await coordinator.taps("Send it back to be answered")
    await coordinator.taps("A refusal without its reason")
    await coordinator.says(f"Say why at {CANARY}.")
    await answer(assistant, f"{CANARY}: on Monday.")
    await voter.taps("Partly")
    await voter.taps("Write a second letter")
    await voter.says(f"And the bridge of {CANARY}?")
    await voter.sends_photo()
    await voter.taps("Send")
    await answer(assistant, f"The bridge of {CANARY} too.")
    await voter.taps("Solved")
    await wants_no_digest(world, coordinator)
    return voter


async def wants_no_digest(world: World, coordinator: Someone) -> None:
    """Coordinators get one by themselves; what is counted below is about the letter."""
    await world.app.ticker.tick()
    await coordinator.says("/digest")
    await coordinator.taps("Switch off")


async def test_words_go_a_year_after_the_end_and_dates_stay(world: World) -> None:
    voter = await a_long_story(world)
    await write(world, voter, "The school is cold.")
    await world.at(day(31))
    await world.at(day(31 + 364))
    assert {"appeals", "answers", "additions"} <= await rows_with(world, CANARY)
    await world.at(day(31 + 365))
    await world.at(day(31 + 366))
    assert await rows_with(world, CANARY) == set()
    assert await rows_with(world, "The school is cold.")
    async with world.app.database.read() as uow:
        found = (await uow.session.scalars(select(Appeal).order_by(Appeal.id))).first()
        assert found is not None
        assert (found.state, found.outcome, found.closed_as) == ("anonymised", "solved", "solved")
        assert found.registered_on is not None
        assert await broken_at(uow, found.id) is None
        assert await check(uow) == []
    await voter.says("/appeals")
    await voter.says("2")
    assert "It is closed; the text was removed." in voter.text
    await voter.taps("What happened")
    assert "Text and files were removed" in voter.text


async def test_after_three_years_the_bare_number_stays(world: World) -> None:
    voter = await a_long_story(world)
    for number in (31, 31 + 365, 31 + 1095):
        await world.at(day(number))
    assert await events(world)
    await world.at(day(31 + 1096))
    assert await events(world) == 0
    async with world.app.database.read() as uow:
        found = (await uow.session.scalars(select(Appeal))).one()
        kept = {
            column.name
            for column in Appeal.__table__.columns
            if getattr(found, column.name) not in {None, ""}
        }
        assert kept == {
            "id",
            "author_id",
            "mandate_id",
            "assembly_id",
            "state",
            "language",
            "visibility",
            "created_at",
            "clock_rule",
            "year",
            "serial",
            "number",
        }
        assert await check(uow) == []
        assert await uow.session.scalar(select(OutboxMessage.id).limit(1)) is None
    await voter.says("/appeals")
    assert "You have not written to a deputy yet" in voter.text
    await voter.taps_data(f"appeal:{found.id}")
    assert "cannot find this" in voter.text
    await write(world, voter, "A new one.")
    assert voter.saw("-000001-")
    async with world.app.database.read() as uow:
        assert await check(uow) == []


async def events(world: World) -> int:
    async with world.app.database.read() as uow:
        return len((await uow.session.scalars(select(AppealEvent.id))).all())


async def test_after_years_of_standing_still_everything_goes_in_its_order(world: World) -> None:
    voter = await a_long_story(world)
    await world.at(day(2000))
    await opens(voter)
    assert "It was closed as solved." in voter.text
    await world.at(day(2000 + 2000))
    assert await rows_with(world, CANARY) == set()
    assert await events(world) == 0
    async with world.app.database.read() as uow:
        assert await check(uow) == []


async def test_a_withdrawn_letter_loses_its_words_too(world: World) -> None:
    voter = world.person("Aigul")
    await write(world, voter, f"The road at {CANARY} is broken.")
    await voter.taps("Withdraw")
    await voter.taps("Yes, withdraw")
    await world.at(day(366))
    assert await rows_with(world, CANARY) == set()


async def test_a_joined_letter_loses_its_words_and_needs_no_number(world: World) -> None:
    voter = world.person("Aigul")
    await write(world, voter, f"The road at {CANARY} is broken.")
    async with world.app.database.write() as uow:
        await uow.session.execute(
            update(Appeal).values(state="joined", number=None, serial=None, year=None)
        )
    await world.at(day(366))
    assert await rows_with(world, CANARY) == set()
    async with world.app.database.read() as uow:
        assert [one.reason for one in await check(uow)] == ["counter"]
