"""A mandate ended, another deputy sits for the district: the author decides who has the letter."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select, update

from models.assemblies import Convocation, District
from models.deputies import Mandate, Person
from models.users import Grant
from services import checking, directory_cache, people
from services.appeals import events
from tests.acting import SABILYANOV, deputy_id, write
from tests.casework.helpers import appeals, deputy_of, letter_of, open_steps
from tests.world import MORNING, Someone, World


async def elected(world: World, *, same_convocation: bool = False, opens: bool = True) -> int:
    """A new deputy for the district of the one who was written to."""
    old_id = await deputy_id(world, SABILYANOV)
    async with world.app.database.write() as uow:
        old = await uow.session.get_one(Mandate, old_id)
        was = await uow.session.get_one(Convocation, old.convocation_id)
        district = await uow.session.get_one(District, old.district_id)
        person = Person(slug="new-one", name_ru="Новая Депутат", name_en="New Deputy")
        uow.session.add(person)
        convocation, seat = was, district
        if same_convocation:
            was.ends_on = None
            old.ends_on = date(2026, 9, 1)
        else:
            convocation = Convocation(
                assembly_id=was.assembly_id,
                number=9,
                starts_on=date(2026, 7, 1),
                takes_appeals=opens,
            )
            uow.session.add(convocation)
            await uow.session.flush()
            seat = District(convocation_id=convocation.id, number=district.number)
            uow.session.add(seat)
        await uow.session.flush()
        mandate = Mandate(
            person_id=person.id,
            convocation_id=convocation.id,
            kind="district",
            district_id=seat.id,
            starts_on=date(2026, 10, 1) if same_convocation else None,
        )
        uow.session.add(mandate)
        await uow.session.flush()
        await directory_cache.changed(uow)
        return mandate.id


async def side_of(world: World, mandate_id: int) -> Someone:
    """The new deputy's workspace opens."""
    found = world.person("Kanat")
    async with world.app.database.write() as uow:
        actor = await people.actor_of(uow, found.telegram.id, "en")
        uow.session.add(
            Grant(user_id=actor.user_id, role="deputy", mandate_id=mandate_id, granted_at=uow.now)
        )
    await found.says("/start")
    return found


ASKED = "Shall the successor have your letter?"


@pytest.mark.parametrize("same_convocation", [False, True])
async def test_on_yes_the_successor_has_it_and_the_dates_begin_anew(
    world: World, assistant: Someone, voter: Someone, *, same_convocation: bool
) -> None:
    mandate_id = await elected(world, same_convocation=same_convocation)
    await world.at(MORNING + timedelta(days=1))
    assert not voter.saw(ASKED)  # nobody works there yet
    side = await side_of(world, mandate_id)
    await world.at(MORNING + timedelta(days=2))
    assert ASKED in voter.text
    assert "Now for the same district: New Deputy" in voter.text
    await voter.taps("Yes, to the successor")
    assert "Your letter is with the successor now" in voter.text
    assert "To be taken into work by Tuesday, December 1, 2026" in voter.text
    assert side.saw("A new appeal")
    (row,) = await appeals(world)
    assert (row.state, row.mandate_id, row.assignee_id) == ("delivered", mandate_id, None)
    async with world.app.database.read() as uow:
        assert await events.broken_at(uow, row.id) is None
    await assistant.says("/inbox")
    assert "No appeal waits" in assistant.text
    await assistant.taps_data(f"case:{row.id}")
    assert "cannot find this" in assistant.text
    await side.says("/inbox")
    await side.says("1")
    assert "The road is broken." in side.text
    await side.taps("Take into work")
    assert (await appeals(world))[0].state == "acknowledged"


async def takes_more_time(someone: Someone, day: str, last: str = "Yes, take more time") -> None:
    await open_steps(someone)
    await someone.taps("More time for the answer")
    await someone.says("The ministry's reply is awaited.")
    await someone.taps(day)
    await someone.taps(last)


async def test_the_predecessors_extension_is_not_counted_against_the_successor(
    world: World, voter: Someone
) -> None:
    coordinator = await world.coordinator()
    deputy = await deputy_of(world)
    await deputy.says("/inbox")
    await deputy.says("1")
    await deputy.taps("Take into work")
    await takes_more_time(deputy, "Dec 23, 2026")
    await takes_more_time(deputy, "Dec 30, 2026", "Ask the coordinator")
    await coordinator.says("/review")
    assert "Asked for more time: 1" in coordinator.labels
    side = await side_of(world, await elected(world))
    await world.at(MORNING + timedelta(days=1))
    await voter.taps("Yes, to the successor")
    await coordinator.says("/review")
    assert "Asked for more time: 1" not in coordinator.labels
    await side.says("/inbox")
    await side.says("1")
    await side.taps("Take into work")
    (row,) = await appeals(world)
    assert f"{row.answer_due}" == "2026-12-17"
    await takes_more_time(side, "Dec 24, 2026")
    assert "The voter is told." in side.text
    (row,) = await appeals(world)
    assert f"{row.answer_due}" == "2026-12-24"
    await open_steps(side)
    await side.taps("More time for the answer")
    assert "a coordinator decides" in side.text
    async with world.app.database.read() as uow:
        assert not await checking.check(uow)


async def test_asked_once_and_no_leaves_it(
    world: World, assistant: Someone, voter: Someone
) -> None:
    mandate_id = await elected(world)
    await side_of(world, mandate_id)
    before = (await appeals(world))[0]
    await world.at(MORNING + timedelta(minutes=1))
    await voter.taps("No, leave it")
    assert "Your letter stays where it is." in voter.text
    for hours in (3, 30, 60):
        await world.at(MORNING + timedelta(hours=hours))
    assert sum(ASKED in one.text for one in voter.messages) == 0  # the question became its answer
    (row,) = await appeals(world)
    assert (row.mandate_id, row.answer_due) == (before.mandate_id, before.answer_due)


async def test_a_question_that_was_open_does_not_stop_the_new_clock(
    world: World, assistant: Someone, voter: Someone
) -> None:
    mandate_id = await elected(world)
    await side_of(world, mandate_id)
    await open_steps(assistant)
    await assistant.taps("Ask the author a question")
    await assistant.says("Which street?")
    await assistant.taps("Send the question")
    await world.at(MORNING + timedelta(minutes=1))
    assert ASKED in voter.text
    await voter.taps("Yes, to the successor")
    (row,) = await appeals(world)
    assert row.state == "delivered"
    assert row.answer_due is not None
    await voter.taps_data(f"reply:{row.id}")
    assert "No reply is needed any more" in voter.text


async def test_an_old_question_after_the_answer(
    world: World, assistant: Someone, voter: Someone
) -> None:
    mandate_id = await elected(world)
    await side_of(world, mandate_id)
    await world.at(MORNING + timedelta(minutes=1))
    await voter.says("/appeals")
    ident = (await appeals(world))[0].id
    await voter.taps_data(f"appeal:{ident}")
    await voter.taps("Withdraw")
    await voter.taps("Yes, withdraw")
    await voter.taps_data(f"k_suc:{ident}:{mandate_id}")
    assert "cannot be handed to a successor any more" in voter.text
    assert (await appeals(world))[0].state == "withdrawn"


async def test_only_to_the_successor_and_only_by_the_author(
    world: World, assistant: Someone, voter: Someone
) -> None:
    mandate_id = await elected(world)
    await side_of(world, mandate_id)
    ident = (await appeals(world))[0].id
    await voter.taps_data(f"k_suc:{ident}:{await deputy_id(world, 'bapi')}")
    assert "cannot be handed to a successor" in voter.text
    other = world.person("Marat")
    await other.says("/start")
    await other.taps_data(f"k_suc:{ident}:{mandate_id}")
    assert "cannot find this" in other.text
    assert (await appeals(world))[0].mandate_id != mandate_id


async def test_no_question_while_the_new_assembly_takes_no_appeals(
    world: World, assistant: Someone, voter: Someone
) -> None:
    await side_of(world, await elected(world, opens=False))
    await world.at(MORNING + timedelta(minutes=1))
    assert not voter.saw(ASKED)
    async with world.app.database.write() as uow:
        await uow.session.execute(update(Convocation).values(takes_appeals=True))
        await directory_cache.changed(uow)
    await world.at(MORNING + timedelta(minutes=2))
    assert voter.saw(ASKED)


async def test_in_the_night_it_waits_for_the_morning(world: World, assistant: Someone) -> None:
    author = world.person("Aigul", "kk")
    await author.says("/start")
    await letter_of(world, author)
    await side_of(world, await elected(world))
    await world.at(MORNING + timedelta(hours=14))
    assert not author.saw("өкілеттігі аяқталды")
    await world.at(MORNING + timedelta(hours=23))
    assert author.saw("өкілеттігі аяқталды")


async def test_what_was_never_delivered_goes_to_the_successor_too(world: World) -> None:
    await world.coordinator()
    author = world.person("Aigul")
    await write(world, author, "The road is broken.")
    side = await side_of(world, await elected(world))
    await world.at(MORNING + timedelta(minutes=1))
    await author.taps("Yes, to the successor")
    assert side.saw("A new appeal")
    async with world.app.database.read() as uow:
        assert (await uow.session.scalars(select(Grant.role).where(Grant.role == "deputy"))).all()
    (row,) = await appeals(world)
    assert (row.state, row.handover_due) == ("delivered", None)
