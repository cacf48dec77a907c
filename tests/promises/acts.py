"""What the stories of promises share."""

from sqlalchemy import select

from models.deputies import Mandate, Person
from models.programmes import Programme, Promise
from models.users import Grant
from models.verdicts import StatusChange
from services import people
from tests.world import Someone, World

ABIL = "abil"
LINK = "https://example.kz/news/12"


async def with_role(
    world: World, name: str, role: str, language: str = "en", mandate: int | None = None
) -> Someone:
    found = world.person(name, language)
    await found.says("/start")
    async with world.app.database.write() as uow:
        actor = await people.actor_of(uow, found.telegram.id, language)
        uow.session.add(
            Grant(user_id=actor.user_id, role=role, mandate_id=mandate, granted_at=uow.now)
        )
    return found


async def first_promise(world: World, slug: str = ABIL) -> int:
    async with world.app.database.read() as uow:
        found = await uow.session.scalar(
            select(Promise.id)
            .join(Programme, Programme.id == Promise.programme_id)
            .join(Mandate, Mandate.id == Programme.mandate_id)
            .join(Person)
            .where(Person.slug == slug)
            .order_by(Promise.position)
        )
        assert found is not None
        return found


async def changes(world: World) -> list[StatusChange]:
    async with world.app.database.read() as uow:
        return list(await uow.session.scalars(select(StatusChange).order_by(StatusChange.id)))


async def propose(
    world: World, activist: Someone, reason: str = "The school was opened.", status: str = "Kept"
) -> None:
    await activist.opens(f"u_{await first_promise(world)}")
    await activist.taps("Propose a status")
    await activist.taps(status)
    await activist.says(reason)
    await activist.says(LINK)
    await activist.taps("Look it over")
    await activist.taps("Send it to the coordinators")


async def confirmed(world: World, activist: Someone, coordinator: Someone) -> None:
    await propose(world, activist)
    await coordinator.taps("Confirm")
