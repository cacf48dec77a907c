"""One chart at most, where it helps; what it shows stands below it in words."""

from sqlalchemy import select, update

from domain.appeals import Topic
from handlers.common.chart import kept
from models.appeals import Appeal
from models.messaging import OutboxMessage
from models.users import Grant
from sandbox import Message
from tests.acting import SABILYANOV, assistant_of, write
from tests.digests.helpers import MONDAY, WEEK, at_home, digests
from tests.events.helpers import user_id
from tests.world import Someone, World


async def works_for(world: World, name: str, language: str = "en") -> Someone:
    found = await assistant_of(world, SABILYANOV, name, language)
    await found.says("/digest")
    await found.taps({"en": "Switch on", "kk": "Қосу"}[language])
    return found


def pictures(someone: Someone) -> list[Message]:
    return [one for one in someone.messages if "photo" in one.raw]


async def letters(world: World, voter: Someone, count: int) -> None:
    """So many about roads, so many about housing."""
    for number in range(2 * count):
        await write(world, voter, f"The road is broken, {number}.")
    async with world.app.database.write() as uow:
        even = Appeal.id % 2 == 0
        await uow.session.execute(update(Appeal).where(even).values(topic=Topic.HOUSING))


async def test_what_a_district_asks_is_drawn_once_for_colleagues(world: World) -> None:
    kept.cache_clear()
    yerlan, dana = await works_for(world, "Yerlan"), await works_for(world, "Dana")
    voter = await at_home(world)
    await letters(world, voter, 5)
    await world.at(MONDAY)
    for someone in (yerlan, dana):
        (picture,) = pictures(someone)
        caption = picture.raw["caption"]
        assert "What the district asks: Nurtai Sabilyanov" in caption
        assert "New letters / Open letters:" in caption
        assert "Roads and transport: 5 / 5" in caption
        assert "Housing" in caption
        assert len(digests(someone)) == 1
    assert (kept.cache_info().misses, kept.cache_info().hits) == (1, 1)
    assert not pictures(voter)
    assert len(digests(voter)) == 1


async def test_few_letters_are_not_drawn(world: World) -> None:
    yerlan = await works_for(world, "Yerlan")
    await letters(world, await at_home(world), 4)
    await world.at(MONDAY)
    assert len(digests(yerlan)) == 1
    assert not pictures(yerlan)


async def test_a_coordinator_sees_how_the_weeks_went(world: World) -> None:
    saule = await world.coordinator()
    voter = await at_home(world)
    await write(world, voter, "The road is broken.")
    await world.at(MONDAY)
    assert not pictures(saule)  # one week is no picture
    await write(world, voter, "The school is cold.")
    await write(world, voter, "The bridge is down.")
    await world.at(MONDAY + WEEK)
    (picture,) = pictures(saule)
    assert "Letters by week" in picture.raw["caption"]
    assert "Nov 23, 2026: 1 / 0\nNov 30, 2026: 2 / 0" in picture.raw["caption"]


async def test_one_chart_for_several_roles_and_in_their_language(world: World) -> None:
    zhanar = await works_for(world, "Жанар", "kk")
    async with world.app.database.write() as uow:
        mine = await user_id(uow, zhanar)
        uow.session.add(Grant(user_id=mine, role="coordinator", granted_at=uow.now))
    voter = await at_home(world)
    await letters(world, voter, 5)
    await world.at(MONDAY)
    await letters(world, voter, 5)
    await world.at(MONDAY + WEEK)
    assert len(pictures(zhanar)) == 2  # one in each week
    assert "Жол және көлік: 0 / 10" in pictures(zhanar)[-1].raw["caption"]


async def test_what_cannot_be_drawn_holds_up_nobody(world: World) -> None:
    """A fault of ours is tried again later and loses nothing."""
    yerlan = await works_for(world, "Yerlan")
    voter = await at_home(world)
    await letters(world, voter, 5)
    notices = dict(world.app.sender.notices)

    async def broken(*_given: object) -> list[object]:
        raise ZeroDivisionError

    world.app.sender.notices = {**notices, "digest": broken}  # type: ignore[dict-item]
    await world.at(MONDAY)
    assert not digests(yerlan)
    async with world.app.database.read() as uow:
        rows = await uow.session.execute(
            select(OutboxMessage.state, OutboxMessage.error).where(OutboxMessage.kind == "digest")
        )
        assert {tuple(row) for row in rows} == {("new", "ZeroDivisionError")}
    world.app.sender.notices = notices
    await write(world, voter, "The bridge is down.")
    assert voter.saw("№")
    await world.at(MONDAY + WEEK / 7)
    assert len(digests(yerlan)) == 1
