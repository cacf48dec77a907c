"""What the stories of digests share."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select

from domain.announcements import AnnouncementKind, AnnouncementState
from domain.promises import ChangeState, PromiseStatus
from domain.records import RecordState
from models.news import Announcement
from models.programmes import Programme, Promise
from models.records import Meeting
from models.users import Grant, User
from models.verdicts import StatusChange
from tests.acting import SABILYANOV, deputy_id
from tests.world import Someone, World

# The story begins on Tuesday 24 November 2026 at 10:00 in Almaty.
MONDAY = datetime(2026, 11, 30, 4, 0, tzinfo=UTC)
WEEK = timedelta(days=7)


async def at_home(world: World) -> Someone:
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
