"""Short cuts that many stories share."""

from sqlalchemy import select

from models.deputies import Mandate, Person
from models.users import Grant
from services import people
from tests.world import Someone, World

SABILYANOV = "sabilyanov"


async def deputy_id(world: World, slug: str) -> int:
    """The mandate of a deputy of the shipped data."""
    async with world.app.database.read() as uow:
        query = select(Mandate.id).join(Person).where(Person.slug == slug)
        return (await uow.session.execute(query)).scalar_one()


async def assistant_of(
    world: World, slug: str, name: str = "Yerlan", language: str = "en"
) -> Someone:
    """Somebody who works in a deputy's workspace and has said hello."""
    found = world.person(name, language)
    mandate_id = await deputy_id(world, slug)
    async with world.app.database.write() as uow:
        actor = await people.actor_of(uow, found.telegram.id, language)
        uow.session.add(
            Grant(
                user_id=actor.user_id,
                role="assistant",
                mandate_id=mandate_id,
                granted_at=uow.now,
            )
        )
    await found.says("/start")
    return found


async def compose(world: World, voter: Someone, text: str, slug: str = SABILYANOV) -> None:
    """Up to the preview of a letter."""
    await voter.opens(f"d_{await deputy_id(world, slug)}")
    await voter.taps("Write an appeal")
    await voter.taps("Roads and transport")
    await voter.says(text)


async def write(world: World, voter: Someone, text: str, slug: str = SABILYANOV) -> None:
    """Up to the receipt."""
    await compose(world, voter, text, slug)
    await voter.taps("Agree and send")


async def answer(assistant: Someone, text: str) -> None:
    """Answers the most urgent appeal of the inbox as solved."""
    await assistant.says("/inbox")
    await assistant.says("1")
    await assistant.taps("Answer")
    await assistant.says(text)
    await assistant.taps("Choose the outcome")
    await assistant.taps("Solved")
    await assistant.taps("Send")
