"""One thread: what touches a promise, with its evidence, each a tap away."""

from models.records import Evidence
from services import people
from tests.promises.acts import confirmed, first_promise, with_role
from tests.promises.test_deputys_side import NEXT_DAY, meeting
from tests.world import World


async def test_everything_opens_by_its_number(world: World) -> None:
    coordinator = await world.coordinator()
    dana = await with_role(world, "Dana", "activist")
    ident = await meeting(world, dana)
    async with world.app.database.write() as uow:
        actor = await people.actor_of(uow, dana.telegram.id, "en")
        found = Evidence(kind="photo", file_id="p1", added_by=actor.user_id, added_at=uow.now)
        found.meeting_id = ident
        uow.session.add(found)
    await confirmed(world, dana, coordinator)
    await world.at(NEXT_DAY)
    voter = world.person("Aigul")
    await voter.opens(f"u_{await first_promise(world)}")
    assert "1. Dec 2, 2026: status: Kept" in voter.text
    assert "2. Nov 2, 2026: Meeting with voters, Village <b>&, inside" in voter.text
    assert "1 piece of evidence" in voter.text
    await voter.says("2")
    assert "How many people: 40" in voter.text
    await voter.opens(f"u_{await first_promise(world)}")
    await voter.says("1")
    assert "The school was opened." in voter.text
    assert len(voter.screen.buttons) <= 8
