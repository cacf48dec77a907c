"""What stands in the week of each person."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from models.appeals import Appeal
from models.deputies import Mandate
from models.messaging import OutboxMessage
from models.users import Grant, User
from tests.acting import SABILYANOV, answer, assistant_of, deputy_id, write
from tests.digests.helpers import (
    MONDAY,
    WEEK,
    announce,
    at_home,
    digests,
    grant,
    kept_promise,
    meeting,
)
from tests.world import Someone, World


@pytest.fixture
async def voter(world: World) -> Someone:
    return await at_home(world)


async def test_the_week_of_a_voter(world: World, voter: Someone) -> None:
    assistant = await assistant_of(world, SABILYANOV)
    await write(world, voter, "The road is broken.")
    await answer(assistant, "The road crew repaired Abai street on 23 November.")
    await meeting(world)
    await kept_promise(world)
    await world.at(MONDAY - timedelta(minutes=1))
    assert not digests(voter)
    await world.at(MONDAY)
    (text,) = digests(voter)
    assert "From Nov 24, 2026 to Nov 30, 2026" in text
    assert "Meetings recorded: 1 (Nov 24, 2026) · Letters answered: 1" in text
    assert ": Kept" in text
    assert "Answered. It waits for you." in text
    assert len(text) < 900
    links = str(voter.screen.entities)
    assert "start=a_1" in links
    assert f"start=d_{await deputy_id(world, SABILYANOV)}" in links
    assert "start=m_1" in links
    await voter.opens("m_1")
    assert "Tuesday, November 24, 2026" in voter.text
    assert "Nurtai Sabilyanov" in voter.text
    await voter.opens("q_1")
    assert "Deputy request" in voter.text
    for missing in ("m_99999", "q_99999"):
        await voter.opens(missing)
        assert "I cannot find this." in voter.text


async def test_nothing_happened(world: World, voter: Someone) -> None:
    await world.at(MONDAY)
    assert "Nothing new about" in digests(voter)[0]
    await voter.says("/digest")
    await voter.taps("Silence without news")
    await world.at(MONDAY + WEEK)
    assert len(digests(voter)) == 1
    await meeting(world)
    await world.at(MONDAY + 2 * WEEK)
    assert len(digests(voter)) == 2


async def test_what_changed_between_building_and_sending(world: World, voter: Someone) -> None:
    """The language, the district and a role are those of the moment of sending."""
    other = world.person("Dana")
    await other.opens(f"d_{await deputy_id(world, SABILYANOV)}")
    await other.taps("This is my district")
    await meeting(world)
    assistant = await assistant_of(world, SABILYANOV)
    await assistant.says("/digest")
    await assistant.taps("Switch on")
    world.clock.move_to(MONDAY)
    await world.app.ticker.tick()
    async with world.app.database.write() as uow:
        assert await uow.session.scalar(
            select(func.count(OutboxMessage.id)).where(OutboxMessage.kind == "digest")
        ) == 3  # fmt: skip
        await uow.session.execute(update(Grant).values(revoked_at=uow.now))
        await uow.session.execute(
            update(User).where(User.telegram_id == voter.telegram.id).values(language="ru")
        )
    await other.telegram.blocks()
    await world.settle()
    assert voter.saw("Ваша неделя")
    assert "What the district asks" not in digests(assistant)[0]
    async with world.app.database.read() as uow:
        blocked = await uow.session.scalar(
            select(User.blocked_at).where(User.telegram_id == other.telegram.id)
        )
    assert blocked is not None


async def test_who_moved_between_building_and_sending_reads_of_the_new_district(
    world: World, voter: Someone
) -> None:
    await meeting(world)
    await meeting(world, "kuspan")
    world.clock.move_to(MONDAY)
    await world.app.ticker.tick()
    async with world.app.database.read() as uow:
        kuspan = await uow.session.get_one(Mandate, await deputy_id(world, "kuspan"))
    await voter.taps_data(f"lk_mine:{kuspan.district_id}")
    (text,) = digests(voter)
    assert "Kuspan" in text
    assert "Sabilyanov" not in text


async def test_announcements_stand_as_they_are_when_it_is_sent(
    world: World, voter: Someone
) -> None:
    for place, state in (("School 5", "published"), ("School 6", "cancelled")):
        await announce(world, place, state)
    await world.at(MONDAY)
    (text,) = digests(voter)
    assert "Meeting, Wednesday, December 2, 2026, 15:00: Come to School 5" in text
    assert "School 6" not in text


async def test_several_roles_are_sections_of_one_message(world: World) -> None:
    saule = await world.coordinator()
    await grant(world, saule, "activist")
    async with world.app.database.write() as uow:
        ident = await uow.session.scalar(select(User.id))
        mandate_id = await deputy_id(world, SABILYANOV)
        uow.session.add(
            Grant(user_id=ident, role="assistant", mandate_id=mandate_id, granted_at=uow.now)
        )
    voter = world.person("Aigul")
    await write(world, voter, "The road is broken.")
    async with world.app.database.write() as uow:
        await uow.session.execute(update(Appeal).values(answer_due=uow.rules.today(uow.now)))
    await world.at(MONDAY)
    (text,) = digests(saule)
    for words in ("What the district asks", "Late: 1", "Coordination", "Gaps in the data"):
        assert words in text
    assert "Your records" in text
    assert "No record yet about" in text
    assert "start=c_1" in str(saule.screen.entities)
    assert len(text) < 1500


async def test_a_topic_of_the_district(world: World, voter: Someone) -> None:
    await voter.says("/following")
    await voter.taps("Follow a topic")
    await voter.taps("2. Roads and transport")
    await write(world, voter, "The road is broken.")
    await meeting(world, topics=("roads",))
    await world.at(MONDAY)
    assert "Roads and transport. Letters: fewer than five, meetings: 1" in digests(voter)[0]
