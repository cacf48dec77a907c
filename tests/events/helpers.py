"""What the stories of announcements share."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select

from domain.digests import Followed
from models.messaging import OutboxMessage
from models.news import Announcement, Attendance, Broadcast, Subscription
from models.users import Grant
from services import people
from services.unit_of_work import UnitOfWork
from tests.acting import SABILYANOV, deputy_id
from tests.world import Someone, World

ALMATY = ZoneInfo("Asia/Almaty")
TEXT = "We talk about roads & <schools>. Come, ask."


def local(month: int, day: int, hour: int, minute: int = 0, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=ALMATY)


async def follows(world: World, someone: Someone, slug: str = SABILYANOV) -> None:
    """Has said hello and follows a deputy."""
    await someone.says("/start")
    mandate_id = await deputy_id(world, slug)
    async with world.app.database.write() as uow:
        uow.session.add(
            Subscription(
                user_id=await user_id(uow, someone),
                what=Followed.DEPUTY,
                mandate_id=mandate_id,
                created_at=uow.now,
            )
        )


async def user_id(uow: UnitOfWork, someone: Someone) -> int:
    return (await people.actor_of(uow, someone.telegram.id, "en")).user_id


async def follower(world: World, name: str = "Aigul", language: str = "en") -> Someone:
    found = world.person(name, language)
    await follows(world, found)
    return found


async def activist(world: World) -> Someone:
    found = world.person("Nurlan")
    await found.says("/start")
    async with world.app.database.write() as uow:
        uow.session.add(
            Grant(user_id=await user_id(uow, found), role="activist", granted_at=uow.now)
        )
    return found


async def drafts(
    side: Someone, text: str = TEXT, when: str = "27.11 18:30", place: str = "School 5"
) -> None:
    """A meeting with voters, up to the preview."""
    await side.says("/announce")
    await side.taps("Meeting with voters")
    await side.says(text)
    await side.says(when)
    await side.says(place)
    await side.taps("No link")


async def announces(world: World, side: Someone, when: str = "27.11 18:30") -> None:
    """Published, and built for the followers."""
    await drafts(side, when=when)
    await side.taps("Publish")
    await world.at(world.clock())


async def announcement(world: World) -> Announcement:
    """The newest."""
    async with world.app.database.read() as uow:
        query = select(Announcement).order_by(Announcement.id.desc()).limit(1)
        return (await uow.session.scalars(query)).one()


async def attendances(world: World) -> list[Attendance]:
    async with world.app.database.read() as uow:
        return list(await uow.session.scalars(select(Attendance).order_by(Attendance.id)))


async def broadcasts(world: World, kind: str) -> list[Broadcast]:
    async with world.app.database.read() as uow:
        query = select(Broadcast).where(Broadcast.kind == kind).order_by(Broadcast.id)
        return list(await uow.session.scalars(query))


async def messages(world: World, kind: str) -> list[OutboxMessage]:
    async with world.app.database.read() as uow:
        query = select(OutboxMessage).where(OutboxMessage.kind == kind).order_by(OutboxMessage.id)
        return list(await uow.session.scalars(query))


def seen(someone: Someone, words: str) -> int:
    """In how many messages."""
    return sum(words in message.text for message in someone.messages)
