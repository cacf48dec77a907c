"""Everything about me, and forgetting it."""

from sqlalchemy import MetaData, select

from models.appeals import Appeal
from models.users import User
from services.appeals.events import broken_at
from services.checking import check
from tests.acting import SABILYANOV, answer, assistant_of, compose, deputy_id, write
from tests.world import Someone, World

CANARY = "Wagtail-7431"
LETTER = f"The road at {CANARY} is broken."


async def rows_with(world: World, words: str) -> list[str]:
    """The tables in which these words stand anywhere."""
    tables = MetaData()
    found = []
    async with world.app.database.read() as uow:
        connection = await uow.session.connection()
        await connection.run_sync(tables.reflect)
        for table in tables.sorted_tables:
            rows = (await uow.session.execute(select(table))).all()
            found += [table.name for row in rows if words in str(row)]
    return found


async def forgets(person: Someone) -> None:
    await person.says("/forget")
    await person.taps("Erase everything")
    await person.taps("Yes, erase for good")


async def test_my_data_show_all_of_it(world: World) -> None:
    voter = world.person("Aigul")
    await write(world, voter, LETTER)
    await voter.says("/mydata")
    assert str(voter.telegram.id) in voter.text
    assert "Consent" in voter.text
    await voter.taps("Next")
    assert LETTER in voter.text
    assert "MZH-2026-000001-" in voter.text
    await voter.taps("Previous")
    assert "1 letter follows" in voter.text


async def test_the_data_of_others_are_not_shown(world: World) -> None:
    await write(world, world.person("Aigul"), LETTER)
    other = world.person("Stranger")
    await other.says("/mydata")
    await other.taps_data("mydata:1")
    assert CANARY not in other.text
    for page in (-5, 2**63, 10**30):
        await other.taps_data(f"mydata:{page}")
        assert CANARY not in other.text


async def test_forgetting_leaves_nothing_that_leads_to_the_person(world: World) -> None:
    assistant = await assistant_of(world, SABILYANOV)
    voter = world.person("Aigul")
    await voter.opens(f"d_{await deputy_id(world, SABILYANOV)}")
    await voter.taps("This is my district")
    await write(world, voter, LETTER)
    await answer(assistant, f"About {CANARY}: it will be mended.")
    await voter.taps("Solved")
    await compose(world, voter, f"Another letter about {CANARY}")
    assert await rows_with(world, CANARY)
    await forgets(voter)
    assert "Done" in voter.text
    assert await rows_with(world, CANARY) == []
    assert await rows_with(world, str(voter.telegram.id)) == []
    async with world.app.database.read() as uow:
        kept = (await uow.session.scalars(select(Appeal))).all()
        assert [(one.number or "")[:15] for one in kept] == ["MZH-2026-000001"]
        assert kept[0].outcome == "solved"
        assert await broken_at(uow, kept[0].id) is None
        assert await check(uow) == []


async def test_an_open_letter_has_to_be_withdrawn_first(world: World) -> None:
    assistant = await assistant_of(world, SABILYANOV)
    voter = world.person("Aigul")
    await write(world, voter, LETTER)
    await voter.says("/forget")
    assert "1 letter is open" in voter.text
    assert "Erase everything" not in voter.labels
    for data in ("forget_x", "forget_q"):  # forged
        await voter.taps_data(data)
        assert "1 letter is open" in voter.text
    await voter.taps("Withdraw them")
    assert assistant.saw("withdrawn")
    await voter.taps("Erase everything")
    await voter.taps("Yes, erase for good")
    assert await rows_with(world, CANARY) == []


async def test_who_comes_back_begins_anew(world: World) -> None:
    voter = world.person("Aigul")
    await write(world, voter, LETTER)
    await voter.says("/forget")
    await voter.taps("Withdraw them")
    await voter.taps("Erase everything")
    await voter.taps("Yes, erase for good")
    await voter.says("/appeals")
    assert "MZH" not in voter.text
    async with world.app.database.read() as uow:
        ids = (await uow.session.scalars(select(User.telegram_id).order_by(User.id))).all()
    assert ids == [-1, voter.telegram.id]


async def test_erasing_twice_erases_once(world: World) -> None:
    voter = world.person("Aigul")
    await voter.says("/forget")
    await voter.taps("Erase everything")
    screen = voter.screen
    await voter.taps("Yes, erase for good")
    await voter.taps_data("forget_x", screen)
    assert await rows_with(world, str(voter.telegram.id)) == []


async def test_roles_end_with_forgetting(world: World) -> None:
    assistant = await assistant_of(world, SABILYANOV)
    await forgets(assistant)
    await assistant.says("/inbox")
    assert "ask a coordinator for your invitation link" in assistant.text
