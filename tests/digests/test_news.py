"""News at once: to whoever asked for it, once, by day, and only while it is true."""

from datetime import UTC, datetime

from sqlalchemy import func, select, update

from domain.promises import ChangeState
from domain.records import RecordState
from models.messaging import OutboxMessage
from models.news import Broadcast, Subscription
from models.records import Meeting
from models.users import User
from models.verdicts import StatusChange
from services import news
from services.news import NewsKind
from tests.acting import SABILYANOV, deputy_id
from tests.digests.helpers import kept_promise, meeting
from tests.world import Someone, World

NOON = datetime(2026, 11, 25, 7, 0, tzinfo=UTC)
NIGHT = datetime(2026, 11, 25, 18, 0, tzinfo=UTC)
MORNING = datetime(2026, 11, 26, 3, 0, tzinfo=UTC)


async def follower(world: World, name: str = "Aigul", language: str = "en") -> Someone:
    found = world.person(name, language)
    await found.opens(f"d_{await deputy_id(world, SABILYANOV)}")
    await found.taps("Follow")
    await found.taps("Tell me at once")
    return found


async def happened(world: World, kind: NewsKind) -> None:
    """The newest of this kind is news; the services of records and promises say so themselves."""
    table = StatusChange if kind is NewsKind.STATUS else Meeting
    async with world.app.database.write() as uow:
        await news.begin(uow, kind, await uow.session.scalar(select(func.max(table.id))) or 0)


async def test_a_meeting_and_a_status_come_at_once_with_one_stop(world: World) -> None:
    voter = await follower(world)
    await meeting(world)
    await happened(world, NewsKind.MEETING)
    await world.at(NOON)
    assert "A meeting with voters was recorded" in voter.text
    await kept_promise(world)
    await happened(world, NewsKind.STATUS)
    await world.at(NOON)
    assert "The status of a promise is public" in voter.text
    assert "Kept" in voter.text
    await voter.taps("Stop following")
    await meeting(world)
    await happened(world, NewsKind.MEETING)
    before = len(voter.messages)
    await world.at(NOON)
    assert len(voter.messages) == before


async def test_who_wants_the_digest_is_not_told_at_once(world: World) -> None:
    voter = await follower(world)
    await voter.taps("In the weekly digest")
    await meeting(world)
    await happened(world, NewsKind.MEETING)
    await world.at(NOON)
    assert not voter.saw("was recorded")


async def test_it_waits_for_the_morning(world: World) -> None:
    voter = await follower(world)
    await meeting(world)
    await happened(world, NewsKind.MEETING)
    await world.at(NIGHT)
    assert not voter.saw("was recorded")
    await world.at(MORNING)
    assert voter.saw("was recorded")


async def test_what_was_taken_back_meanwhile_is_not_told(world: World) -> None:
    voter = await follower(world)
    await meeting(world)
    await happened(world, NewsKind.MEETING)
    await world.at(NIGHT)
    async with world.app.database.write() as uow:
        await uow.session.execute(update(Meeting).values(state=RecordState.RETURNED))
    await world.at(MORNING)
    assert not voter.saw("was recorded")


async def test_a_topic_of_the_district_brings_its_meetings(world: World) -> None:
    voter = world.person("Aigul")
    await voter.opens(f"d_{await deputy_id(world, SABILYANOV)}")
    await voter.taps("This is my district")
    await voter.says("/following")
    await voter.taps("Follow a topic")
    await voter.says("2")
    await voter.says("1")
    await voter.taps("Tell me at once")
    for topics in (("housing",), ("roads",)):
        await meeting(world, topics=topics)
        await happened(world, NewsKind.MEETING)
    await world.at(NOON)
    assert sum("was recorded" in one.text for one in voter.messages) == 1


async def many(world: World, count: int) -> None:
    mandate_id = await deputy_id(world, SABILYANOV)
    async with world.app.database.write() as uow:
        people = [
            User(telegram_id=800_000 + number, language="en", created_at=uow.now)
            for number in range(count)
        ]
        uow.session.add_all(people)
        await uow.session.flush()
        uow.session.add_all(
            Subscription(
                user_id=one.id,
                what="deputy",
                mandate_id=mandate_id,
                at_once=True,
                created_at=uow.now,
            )
            for one in people
        )


async def test_a_kill_between_helpings_misses_nobody(world: World) -> None:
    await world.person("Aigul").says("/start")
    await many(world, 450)
    await meeting(world)
    await happened(world, NewsKind.MEETING)
    await happened(world, NewsKind.MEETING)
    world.clock.move_to(NOON)
    async with world.app.database.write() as uow:
        assert await news.build(uow)  # and here the process ends
    await world.restart()
    for _ in range(2):
        await world.app.ticker.tick()
    async with world.app.database.read() as uow:
        told = select(func.count(), func.count(func.distinct(OutboxMessage.recipient_id))).where(
            OutboxMessage.kind == NewsKind.MEETING
        )
        assert tuple((await uow.session.execute(told)).one()) == (450, 450)
        row = (await uow.session.scalars(select(Broadcast))).one()
    assert (row.state, row.built) == ("done", 450)


async def test_a_coordinator_sees_how_far_it_is_and_cancels(world: World) -> None:
    saule = await world.coordinator()
    await many(world, 120)
    await meeting(world)
    await happened(world, NewsKind.MEETING)
    world.clock.move_to(NOON)
    await world.app.ticker.tick()
    await world.app.sender.send_due()
    async with world.app.database.read() as uow:
        gone = await uow.session.scalar(
            select(func.count()).where(
                OutboxMessage.kind == NewsKind.MEETING, OutboxMessage.state != "new"
            )
        )
    async with world.app.database.write() as uow:
        await uow.session.execute(
            update(OutboxMessage).where(OutboxMessage.state == "undeliverable").values(state="sent")
        )
    world.clock.move_to(NIGHT)
    await saule.says("/admin")
    await saule.taps("Messages to many")
    assert f"being sent, {gone} of 120" in saule.text
    await saule.taps("Cancel 1")
    assert "cancelled" in saule.text
    await world.at(MORNING)
    async with world.app.database.read() as uow:
        rows = await uow.session.execute(
            select(OutboxMessage.state, func.count())
            .where(OutboxMessage.kind == NewsKind.MEETING)
            .group_by(OutboxMessage.state)
        )
        states = {row[0]: row[1] for row in rows}
    assert states == {"sent": gone, "cancelled": 120 - (gone or 0)}


async def test_only_coordinators_of_everything_cancel(world: World) -> None:
    voter = await follower(world)
    for data in ("adm_bc:0", "adm_bx:1"):
        await voter.taps_data(data)
        assert "Messages to many" not in voter.text


async def test_verdicts_that_are_not_public_stay_unsaid(world: World) -> None:
    voter = await follower(world)
    await kept_promise(world)
    await happened(world, NewsKind.STATUS)
    async with world.app.database.write() as uow:
        await uow.session.execute(update(StatusChange).values(state=ChangeState.WITH_DEPUTY))
    await world.at(NOON)
    assert not voter.saw("is public")
