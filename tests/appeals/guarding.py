"""Short cuts of the stories about look-alikes, limits and letters held for a person."""

from datetime import timedelta

from sqlalchemy import select

from models.appeals import Appeal
from models.casework import Supporter
from services import people
from services.appeals import drafts, registration
from tests.acting import SABILYANOV, compose, deputy_id, write
from tests.world import Someone, World

ROAD = "Abai street is full of potholes, cars break down. Please repair the road."
SAME_ROAD = (
    "Dear deputy, please repair the road on Abai street, potholes everywhere, my car is broken."
)
OTHER_ROAD = "Satpaev street is full of potholes, cars break down. Please repair the road."


async def write_next(world: World, voter: Someone, text: str, slug: str = SABILYANOV) -> None:
    """A minute after the letter before, up to the receipt."""
    world.clock.move_to(world.clock() + timedelta(minutes=1))
    await write(world, voter, text, slug)


async def appeals(world: World) -> list[Appeal]:
    async with world.app.database.read() as uow:
        return list(await uow.session.scalars(select(Appeal).order_by(Appeal.id)))


async def supporters(world: World) -> list[Supporter]:
    async with world.app.database.read() as uow:
        return list(await uow.session.scalars(select(Supporter).order_by(Supporter.id)))


async def known_people(world: World, count: int, first: int = 600_000) -> None:
    """Accounts that have talked to the bot for some days."""
    now = world.clock()
    world.clock.move_to(now - timedelta(days=3))
    async with world.app.database.write() as uow:
        for index in range(count):
            await people.actor_of(uow, first + index, "en")
    world.clock.move_to(now)


async def many_write(
    world: World, count: int, text: str, first: int = 600_000, slug: str = SABILYANOV
) -> None:
    """So many people send this to the deputy at once, without the chat."""
    mandate_id = await deputy_id(world, slug)
    for index in range(count):
        async with world.app.database.write() as uow:
            voter = await people.actor_of(uow, first + index, "en")
            draft = await drafts.start(uow, voter, mandate_id)
            await drafts.write(uow, voter, draft.id, [text])
            await registration.send(uow, voter, draft.id)
    await world.settle()


async def writes_publicly(
    world: World, voter: Someone, text: str = ROAD, summary: str = "Potholes on Abai street"
) -> None:
    """With a summary for all, up to the receipt."""
    await compose(world, voter, text)
    await voter.taps("Who may read it")
    await voter.taps("A summary may be public")
    await voter.says(summary)
    await voter.taps("Agree and send")
