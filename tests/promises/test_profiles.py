"""Profiles: what is known and from where, what is missing; the table; two deputies side by side."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from models.appeals import Answer, Appeal
from models.assemblies import Assembly, Convocation
from models.deputies import Mandate, Person
from models.figures import StatedFigure
from models.users import Grant, User
from services import people
from tests.acting import SABILYANOV, deputy_id
from tests.world import Someone, World


async def figure(world: World, slug: str, measure: str, value: float) -> None:
    """Sets what a source states of a deputy."""
    mandate_id = await deputy_id(world, slug)
    async with world.app.database.write() as uow:
        for row in await uow.session.scalars(
            select(StatedFigure).where(
                StatedFigure.mandate_id == mandate_id, StatedFigure.measure == measure
            )
        ):
            row.value = value


async def appeals(world: World, count: int, late: int, slug: str = SABILYANOV) -> None:
    """So many appeals whose term is over, so many of them answered a day late."""
    mandate_id = await deputy_id(world, slug)
    async with world.app.database.write() as uow:
        author = await uow.session.scalar(select(User.id).limit(1))
        for index in range(count):
            row = Appeal(
                author_id=author,
                mandate_id=mandate_id,
                assembly_id=1,
                state="answered",
                language="en",
                created_at=uow.now - timedelta(days=60),
                year=2026,
                serial=9000 + index,
                number=f"T-{index}",
                registered_on=date(2026, 9, 1),
                answer_due=date(2026, 9, 22),
                salt="",
            )
            uow.session.add(row)
            await uow.session.flush()
            answered_on = date(2026, 9, 23) if index < late else date(2026, 9, 22)
            moment = uow.now.replace(month=9, day=answered_on.day)
            uow.session.add(
                Answer(
                    appeal_id=row.id,
                    author_id=author,
                    came_by="bot",
                    created_at=moment,
                    sent_at=moment,
                )
            )


async def open_profile(world: World, person: Someone, slug: str = SABILYANOV) -> None:
    await person.opens(f"d_{await deputy_id(world, slug)}")
    await person.taps("Profile")


@pytest.fixture
async def voter(world: World) -> Someone:
    found = world.person("Aigul")
    await found.says("/start")
    return found


async def test_each_figure_says_what_it_is(world: World, voter: Someone) -> None:
    await open_profile(world, voter)
    assert "Profile: Nurtai Sabilyanov" in voter.text
    assert "Period: " in voter.text
    assert "stated: " in voter.text
    assert "monitoring report" in voter.text
    assert "counted in the registers here: " in voter.text
    assert "Not shown: fewer than 10 appeals" in voter.text
    assert "Counts alone prove nothing" in voter.text
    await voter.taps("Back")
    assert "Write an appeal" in voter.labels


async def test_answers_in_time_with_their_denominator(world: World, voter: Someone) -> None:
    await appeals(world, 12, late=5)
    await open_profile(world, voter)
    assert "counted here: 7 of 12" in voter.text


async def test_too_few_appeals_say_nothing(world: World, voter: Someone) -> None:
    await appeals(world, 9, late=1)
    await open_profile(world, voter)
    assert "Not shown: fewer than 10 appeals" in voter.text


async def test_small_cells_are_not_shown(world: World, voter: Someone) -> None:
    await appeals(world, 10, late=6)
    await open_profile(world, voter)
    assert "counted here: fewer than 5 of 10" in voter.text


async def test_two_deputies_side_by_side(world: World, voter: Someone) -> None:
    for slug in (SABILYANOV, "abil"):
        await figure(world, slug, "requests_initiated", 12)
        await figure(world, slug, "requests_signed", 9)
    await open_profile(world, voter)
    await voter.taps("Compare with another deputy")
    first, second = await deputy_id(world, SABILYANOV), await deputy_id(world, "abil")
    await voter.says("1")
    assert "Nurtai Sabilyanov and " in voter.text
    await voter.taps_data(f"prof_cmp:{first}:{second}")
    assert "Deputy requests initiated (as sources state it)" in voter.text
    assert "Nurtai Sabilyanov: 12\nErkin Abil: 12" in voter.text
    assert "It is no ranking." in voter.text
    assert "fewer than 10 cases: deputy requests of others signed" in voter.text
    await voter.taps_data(f"prof_cmp:{first}:{first}")
    assert "cannot find this" in voter.text


async def test_the_table_of_a_coordinator(world: World, voter: Someone) -> None:
    await voter.says("/table")
    assert "cannot find this" in voter.text
    coordinator = await world.coordinator()
    await coordinator.says("/table")
    assert "Monitoring table: " in coordinator.text
    assert "with nothing missing: " in coordinator.text
    assert "1 of " in " ".join(coordinator.labels)
    await coordinator.taps("Next")
    await coordinator.says("6")
    assert "Profile: " in coordinator.text
    assert "Not known: " in coordinator.text


async def another_assembly(world: World) -> int:
    """A maslikhat with one deputy; the id of its convocation."""
    async with world.app.database.write() as uow:
        assembly = Assembly(slug="semey", code="SEM", level="district", name_ru="Semey maslikhat")
        person = Person(slug="new-one", name_ru="Aliya Nova")
        uow.session.add_all([assembly, person])
        await uow.session.flush()
        term = Convocation(assembly_id=assembly.id, number=8, takes_appeals=False)
        uow.session.add(term)
        await uow.session.flush()
        uow.session.add(Mandate(person_id=person.id, convocation_id=term.id, kind="district"))
        return term.id


async def test_a_table_of_each_assembly(world: World, voter: Someone) -> None:
    term = await another_assembly(world)
    coordinator = await world.coordinator()
    await coordinator.says("/table")
    assert "Which monitoring table?" in coordinator.text
    await coordinator.taps("2. Semey maslikhat, convocation 8")
    assert "Monitoring table: Semey maslikhat" in coordinator.text
    assert "Aliya Nova: constituency; faction; " in coordinator.text
    await coordinator.taps("Back")
    await coordinator.says("1")
    assert "Deputies: 29; " in coordinator.text
    await voter.taps_data(f"prof_tab:{term}:0")
    assert "cannot find this" in voter.text


async def test_a_coordinator_of_one_assembly_sees_its_table(world: World) -> None:
    await another_assembly(world)
    local = world.person("Marat")
    await local.says("/start")
    async with world.app.database.write() as uow:
        actor = await people.actor_of(uow, local.telegram.id, "en")
        assembly = await uow.session.scalar(select(Assembly.id).where(Assembly.slug == "semey"))
        uow.session.add(
            Grant(
                user_id=actor.user_id, role="coordinator", assembly_id=assembly, granted_at=uow.now
            )
        )
        other = await uow.session.scalar(
            select(Convocation.id).where(Convocation.assembly_id != assembly).limit(1)
        )
    await local.says("/table")
    assert "Monitoring table: Semey maslikhat" in local.text
    await local.taps_data(f"prof_tab:{other}:0")
    assert "cannot find this" in local.text


async def test_nobody_there(world: World, voter: Someone) -> None:
    for data in (
        "prof:99999",
        "prof_who:99999:0",
        "prof_cmp:99999:1",
        "prof_tab:0:0",
        "prof_tab:1:0",
    ):
        await voter.taps_data(data)
        assert "cannot find this" in voter.text, data
