"""What the stories of casework share."""

from sqlalchemy import select, update

from domain.appeals import Kind, Topic
from models.appeals import Appeal
from models.users import Grant, User
from services import people
from services.appeals import drafts, registration
from tests.acting import SABILYANOV, assistant_of, deputy_id
from tests.world import Someone, World


async def open_steps(someone: Someone, which: int = 1) -> None:
    """The further steps of an appeal in the inbox."""
    await someone.says("/inbox")
    await someone.says(str(which))
    await someone.taps("What else can be done")


async def appeals(world: World) -> list[Appeal]:
    """All that are registered, the oldest first."""
    async with world.app.database.read() as uow:
        rows = await uow.session.scalars(
            select(Appeal).where(Appeal.number.is_not(None)).order_by(Appeal.id)
        )
        return list(rows)


async def deputy_of(world: World, slug: str = SABILYANOV, name: str = "Deputy") -> Someone:
    """The deputy in person."""
    found = await assistant_of(world, slug, name)
    await set_grants(world, found, role="deputy")
    return found


async def set_grants(world: World, someone: Someone, **values: object) -> None:
    async with world.app.database.write() as uow:
        ident = select(User.id).where(User.telegram_id == someone.telegram.id)
        await uow.session.execute(update(Grant).where(Grant.user_id.in_(ident)).values(**values))


async def leaves(world: World, someone: Someone) -> None:
    """Their role is taken back; their buttons are still there."""
    await set_grants(world, someone, revoked_at=world.clock())


async def letter_of(world: World, author: Someone, text: str = "The road is broken.") -> None:
    """Registers a letter without a word of the conversation, whatever its language."""
    mandate_id = await deputy_id(world, SABILYANOV)
    async with world.app.database.write() as uow:
        actor = await people.actor_of(uow, author.telegram.id, None)
        draft = await drafts.start(uow, actor, mandate_id, Kind.COMPLAINT)
        await drafts.choose_topic(uow, actor, draft.id, Topic.ROADS)
        await drafts.write(uow, actor, draft.id, [text])
        await registration.send(uow, actor, draft.id)
    await world.settle()
