"""What the stories of this folder share."""

from datetime import datetime, timedelta

from sqlalchemy import select

from models.appeals import Appeal
from services.appeals.events import broken_at
from tests.acting import SABILYANOV, answer, assistant_of, write
from tests.world import MORNING, Someone, World

LETTER = "The road is broken."
NIGHT = timedelta(hours=14)  # after MORNING: midnight in Almaty


def day(number: int) -> datetime:
    """So many days after the first morning, at ten."""
    return MORNING + timedelta(days=number)


async def answered(world: World) -> tuple[Someone, Someone]:
    """A voter whose letter was answered, and the assistant who did."""
    assistant = await assistant_of(world, SABILYANOV)
    voter = world.person("Aigul")
    await write(world, voter, LETTER)
    await answer(assistant, "It will be mended.")
    return voter, assistant


async def appeal(world: World) -> Appeal:
    """The only one there is; its chain holds."""
    async with world.app.database.read() as uow:
        found = (await uow.session.scalars(select(Appeal))).one()
        assert await broken_at(uow, found.id) is None
        return found


async def disputes(voter: Someone, why: str = "Nobody has come.") -> None:
    await voter.taps("Not solved")
    await voter.says(why)


async def opens(person: Someone) -> None:
    """The newest letter, by its author."""
    await person.says("/appeals")
    await person.says("1")
