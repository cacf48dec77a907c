"""What is not found or not known leads on, and reaches the coordinators."""

from sqlalchemy import select

from domain.roles import Role
from models.assemblies import Assembly
from models.deputies import Mandate
from models.users import Grant
from services import gaps, people
from tests.world import World


async def test_nothing_found_leads_on(world: World) -> None:
    voter = world.person()
    await voter.says("Москва")
    assert "I found no deputy and no place by these words." in voter.text
    assert voter.labels == [
        "Browse regions",
        "Share my location",
        "Write to a deputy",
        "Ask a coordinator",
        "Home",
    ]
    await voter.says("777")
    assert "I know no constituency No. 777." in voter.text


async def test_a_letter_instead_of_a_name(world: World) -> None:
    voter = world.person()
    await voter.says("Здравствуйте! " + "У нас во дворе третий месяц нет света. " * 3)
    assert "This reads like a letter." in voter.text
    assert voter.labels[0] == "Write this to a deputy"


async def test_what_was_not_found_reaches_the_coordinators_without_the_name(world: World) -> None:
    coordinator = await world.coordinator()
    voter = world.person("Zhanar")
    await voter.says("Москва <b>&")
    await voter.taps("Ask a coordinator")
    assert "The coordinators hear of it, without your name." in voter.text
    assert coordinator.text == "Somebody searched for “Москва <b>&” and found nothing."
    count = len(coordinator.messages)
    await voter.says("Москва <b>&")
    await voter.taps("Ask a coordinator")
    assert len(coordinator.messages) == count  # once a day is enough


async def test_a_gap_of_a_region_reaches_the_coordinators(world: World) -> None:
    coordinator = await world.coordinator()
    voter = world.person()
    await voter.says("Алматинская область")
    assert "maslikhats work here. Their deputies are not known yet." in voter.text
    await voter.taps("Tell the coordinators")
    assert "Almaty Region" in coordinator.text


async def test_nobody_to_tell_is_said(world: World) -> None:
    voter = world.person()
    await voter.says("Балабиев")
    await voter.taps("Tell the coordinators")
    assert "There is no coordinator here yet" in voter.text


async def test_a_coordinator_of_another_assembly_is_not_told(world: World) -> None:
    voter, other = world.person(), world.person("Timur")
    await other.says("/start")
    async with world.app.database.write() as uow:
        assembly = await uow.session.scalar(select(Assembly.id).where(Assembly.slug == "abai"))
        uow.session.add(
            Grant(user_id=1, role=Role.COORDINATOR, assembly_id=assembly, granted_at=uow.now)
        )
    await voter.says("Балабиев")
    await voter.taps("Tell the coordinators")
    assert "There is no coordinator here yet" in voter.text


async def test_a_district_filled_in_by_a_coordinator_shows_at_once(world: World) -> None:
    coordinator = await world.coordinator()
    voter = world.person()
    await voter.says("15")
    async with world.app.database.write() as uow:
        mandate = await uow.session.scalar(select(Mandate).where(Mandate.district_id.is_(None)))
        assert mandate is not None
        actor = await people.actor_of(uow, coordinator.telegram.id, "en")
        await gaps.set_mandate_district(uow, actor, mandate.id, 15)
    await voter.says("15")
    assert "Write an appeal" in voter.labels


async def test_words_of_signs_only(world: World) -> None:
    voter = world.person()
    for words in ("/deputy @", "🙂", "…", "№"):
        await voter.says(words)
        assert "Browse regions" in voter.labels
