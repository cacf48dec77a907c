"""Short cuts of the stories about records."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from models.records import DeputyRequest, Meeting, ProgrammeEvent
from models.users import Grant
from services import people
from tests.acting import deputy_id
from tests.world import Someone, World

SPRING = datetime(2026, 5, 26, 5, 0, tzinfo=UTC)  # a Tuesday, 10:00 in Almaty
LINK = "https://www.instagram.com/p/Cz12/?igsh=abc"


async def activist(
    world: World, name: str = "Dana", language: str = "en", role: str = "activist"
) -> Someone:
    """Somebody with a role everywhere, who has said hello while the convocation sits."""
    world.clock.move_to(SPRING)
    found = world.person(name, language)
    async with world.app.database.write() as uow:
        actor = await people.actor_of(uow, found.telegram.id, language)
        uow.session.add(Grant(user_id=actor.user_id, role=role, granted_at=uow.now))
    await found.says("/start")
    return found


async def meeting(someone: Someone, *, place: str = "Семей", link: str = LINK) -> None:
    """A minimal meeting of Sabilyanov, sent."""
    await someone.says("/log")
    await someone.says(link)
    await someone.says("8")
    await someone.says("20.05.2026")
    await someone.says(place)
    await someone.taps("Send to be checked")


async def accept(coordinator: Someone) -> None:
    """The oldest record."""
    await coordinator.says("/review")
    await coordinator.taps("Check 1 record")
    await coordinator.says("1")
    await coordinator.taps("Accept")


async def rows(world: World, table: type[Meeting | DeputyRequest | ProgrammeEvent]) -> list[Any]:
    async with world.app.database.read() as uow:
        return list(await uow.session.scalars(select(table).order_by(table.id)))


__all__ = ["accept", "activist", "deputy_id", "meeting", "rows"]
