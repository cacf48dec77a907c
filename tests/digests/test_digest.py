"""The week of each person, once, at the hour they chose, whatever happens to the clock."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select, update

from domain.announcements import AnnouncementKind, AnnouncementState
from domain.promises import ChangeState, PromiseStatus
from domain.records import RecordState
from models.appeals import Appeal
from models.messaging import OutboxMessage
from models.news import Announcement, DigestPlan
from models.programmes import Programme, Promise
from models.records import Meeting
from models.users import Grant, User
from models.verdicts import StatusChange
from tests.acting import SABILYANOV, answer, assistant_of, deputy_id, write
from tests.world import Someone, World

# The story begins on Tuesday 24 November 2026 at 10:00 in Almaty.
MONDAY = datetime(2026, 11, 30, 4, 0, tzinfo=UTC)
WEEK = timedelta(days=7)


@pytest.fixture
async def voter(world: World) -> Someone:
    """Has called district 8 home."""
    found = world.person("Aigul")
    await found.opens(f"d_{await deputy_id(world, SABILYANOV)}")
    await found.taps("This is my district")
    return found


def digests(someone: Someone) -> list[str]:
    return [one.text for one in someone.messages if one.text.startswith("Your week")]


async def meeting(world: World, slug: str = SABILYANOV, topics: tuple[str, ...] = ()) -> None:
    """A meeting that a coordinator accepts now."""
    async with world.app.database.write() as uow:
        recorder = await uow.session.scalar(select(func.min(User.id)))
        uow.session.add(
            Meeting(
                mandate_id=await deputy_id(world, slug),
                held_on=uow.rules.today(uow.now),
                state=RecordState.ACCEPTED,
                recorded_by=recorder,
                created_at=uow.now,
                reviewed_at=uow.now,
                topics=list(topics),
            )
        )


async def kept_promise(world: World, slug: str = SABILYANOV) -> None:
    mandate_id = await deputy_id(world, slug)
    async with world.app.database.write() as uow:
        promise_id = await uow.session.scalar(
            select(Promise.id)
            .join(Programme)
            .where(Programme.mandate_id == mandate_id)
            .order_by(Promise.position)
            .limit(1)
        )
        proposer = await uow.session.scalar(select(func.min(User.id)))
        uow.session.add(
            StatusChange(
                promise_id=promise_id,
                status=PromiseStatus.KEPT,
                reason="The school is open.",
                state=ChangeState.PUBLIC,
                proposed_by=proposer,
                proposed_at=uow.now,
                published_at=uow.now,
            )
        )


async def grant(world: World, someone: Someone, role: str) -> None:
    await someone.says("/start")
    async with world.app.database.write() as uow:
        ident = await uow.session.scalar(
            select(User.id).where(User.telegram_id == someone.telegram.id)
        )
        uow.session.add(Grant(user_id=ident, role=role, granted_at=uow.now))
    await someone.says("/digest")
    await someone.taps("Switch on")


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
    assert "Meetings recorded: 1 · Letters answered: 1" in text
    assert ": Kept" in text
    assert "Answered. It waits for you." in text
    assert len(text) < 900
    links = str(voter.screen.entities)
    assert "start=a_1" in links
    assert f"start=d_{await deputy_id(world, SABILYANOV)}" in links


async def test_a_week_is_neither_lost_nor_repeated(world: World, voter: Someone) -> None:
    await meeting(world)
    for hours in (0, 0, 1, 30):
        await world.at(MONDAY + timedelta(hours=hours))
    assert len(digests(voter)) == 1
    await meeting(world)
    await meeting(world)
    await world.at(MONDAY + WEEK)
    assert len(digests(voter)) == 2
    assert "Meetings recorded: 2" in digests(voter)[-1]


async def test_down_for_three_days_and_for_three_weeks(world: World, voter: Someone) -> None:
    await meeting(world)
    await world.at(MONDAY + timedelta(days=3))
    assert len(digests(voter)) == 1
    await meeting(world)
    await world.at(MONDAY + 3 * WEEK + timedelta(days=2))
    first, second = digests(voter)
    assert "to Nov 30, 2026" in first
    assert "From Nov 30, 2026 to Dec 21, 2026" in second
    assert "Meetings recorded: 1" in second
    await world.at(MONDAY + 4 * WEEK)
    assert "From Dec 21, 2026 to Dec 28, 2026" in digests(voter)[-1]
    assert len(digests(voter)) == 3


async def test_the_year_ends_with_its_53rd_week(world: World, voter: Someone) -> None:
    """2026 has 53 weeks; the last one begins on 28 December."""
    for number in range(7):
        await world.at(MONDAY + number * WEEK)
    assert len(digests(voter)) == 7
    assert "From Dec 28, 2026 to Jan 4, 2027" in digests(voter)[5]


async def test_a_clock_that_is_set_back_repeats_nothing(world: World, voter: Someone) -> None:
    await meeting(world)
    await world.at(MONDAY + WEEK)
    assert len(digests(voter)) == 1
    for days in (-8, -7, -1, 0):
        await world.at(MONDAY + WEEK + timedelta(days=days))
    assert len(digests(voter)) == 1
    await world.at(MONDAY + 2 * WEEK)
    assert len(digests(voter)) == 2


async def test_another_day_and_hour_and_off(world: World, voter: Someone) -> None:
    await voter.says("/digest")
    assert "Monday, 09:00" in voter.text
    await voter.taps("Another day")
    await voter.says("4")
    await voter.taps("Another hour")
    await voter.says("18")
    assert "Thursday, 18:00" in voter.text
    assert "November 26, 2026" in voter.text
    await world.at(datetime(2026, 11, 26, 13, 0, tzinfo=UTC))
    assert len(digests(voter)) == 1
    await voter.taps("Stop the digest")
    assert "switched off" in voter.text
    await world.at(datetime(2026, 12, 10, 13, 0, tzinfo=UTC))
    assert not digests(voter)
    await voter.taps("Switch on")
    await world.at(datetime(2026, 12, 17, 13, 0, tzinfo=UTC))
    assert "From Dec 10, 2026" in digests(voter)[-1]


@pytest.mark.parametrize("data", ["dig_d:7", "dig_d:-1", "dig_h:7", "dig_h:22", "dig_h:99999"])
async def test_a_made_up_time_changes_nothing(world: World, voter: Someone, data: str) -> None:
    await voter.taps_data(data)
    await voter.says("/digest")
    assert "Monday, 09:00" in voter.text


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


async def test_who_blocked_the_bot_gets_all_of_it_after_coming_back(
    world: World, voter: Someone
) -> None:
    await voter.blocks()
    await meeting(world)
    for number in range(3):
        await world.at(MONDAY + number * WEEK)
    assert not digests(voter)
    await world.after(voter.telegram.unblocks())
    await voter.says("/start")
    await world.at(MONDAY + 3 * WEEK)
    (text,) = digests(voter)
    assert "From Nov 24, 2026 to Dec 21, 2026" in text
    assert "Meetings recorded: 1" in text


async def test_announcements_stand_as_they_are_when_it_is_sent(
    world: World, voter: Someone
) -> None:
    for place, state in (("School 5", "published"), ("School 6", "cancelled")):
        await announce(world, place, state)
    await world.at(MONDAY)
    (text,) = digests(voter)
    assert "Meeting, Wednesday, December 2, 2026, 15:00: Come to School 5" in text
    assert "School 6" not in text


async def announce(world: World, place: str, state: str) -> None:
    async with world.app.database.write() as uow:
        author = await uow.session.scalar(select(func.min(User.id)))
        uow.session.add(
            Announcement(
                mandate_id=await deputy_id(world, SABILYANOV),
                kind=AnnouncementKind.MEETING,
                state=AnnouncementState(state),
                starts_at=datetime(2026, 12, 2, 10, 0, tzinfo=UTC),
                place=place,
                text_en=f"Come to {place}",
                created_by=author,
                created_at=uow.now,
                published_at=uow.now,
            )
        )


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


async def test_building_in_helpings_reaches_everybody_once(world: World) -> None:
    async with world.app.database.write() as uow:
        people = [
            User(telegram_id=700_000 + number, language="en", created_at=uow.now)
            for number in range(450)
        ]
        uow.session.add_all(people)
        await uow.session.flush()
        uow.session.add_all(
            DigestPlan(user_id=one.id, cursor=uow.now, next_at=MONDAY) for one in people
        )
    world.clock.move_to(MONDAY)
    await world.app.ticker.tick()
    await world.app.ticker.tick()
    async with world.app.database.read() as uow:
        query = select(func.count(), func.count(func.distinct(OutboxMessage.recipient_id)))
        rows = (await uow.session.execute(query.where(OutboxMessage.kind == "digest"))).one()
        late = await uow.session.scalar(
            select(func.count()).select_from(DigestPlan).where(DigestPlan.next_at <= MONDAY)
        )
    assert tuple(rows) == (450, 450)
    assert late == 0
