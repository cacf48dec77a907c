"""Coordinators check records: accept, return, join, correct; never their own."""

import pytest
from sqlalchemy import select, update

from models.deputies import Mandate
from models.records import Correction, Evidence, Meeting
from models.users import Grant
from services import people
from tests.acting import SABILYANOV, deputy_id
from tests.records.acts import LINK, accept, activist, meeting, rows
from tests.world import Someone, World


@pytest.fixture
async def dana(world: World) -> Someone:
    return await activist(world)


@pytest.fixture
async def coordinator(world: World) -> Someone:
    return await world.coordinator()


async def opens(coordinator: Someone) -> None:
    """The oldest record."""
    await coordinator.says("/review")
    await coordinator.taps(next(one for one in coordinator.labels if one.startswith("Check")))
    await coordinator.says("1")


async def test_returned_with_a_reason_and_sent_again(
    world: World, dana: Someone, coordinator: Someone
) -> None:
    await meeting(dana)
    await opens(coordinator)
    await coordinator.taps("Return")
    await coordinator.taps("The date does not fit the source")
    await coordinator.says("The post is of <b>19 May</b> & not of the 20th.")
    assert "Returned. The recorder is told why." in coordinator.text
    assert dana.saw("The date does not fit the source")
    assert dana.saw("The post is of <b>19 May</b> & not of the 20th.")
    await dana.taps("Put it right")
    await dana.says("19.05.2026")
    await dana.taps("Send to be checked")
    (row,) = await rows(world, Meeting)
    assert (row.state, row.returned_for) == ("submitted", None)
    await accept(coordinator)
    (row,) = await rows(world, Meeting)
    assert row.state == "accepted"


async def test_a_second_report_of_the_same_meeting(
    world: World, dana: Someone, coordinator: Someone
) -> None:
    """Another activist, another post, the day after: evidence comes together."""
    await meeting(dana)
    await accept(coordinator)
    timur = await activist(world, "Timur")
    await timur.says("/log")
    await timur.says("https://example.kz/news/7")
    await timur.says("8")
    await timur.says("21.05.2026")
    await timur.says("Семей")
    await timur.says("60")
    await timur.taps("Send to be checked")
    assert "Perhaps this is recorded already" in timur.text
    await timur.says("1")
    assert "Sent." in timur.text
    await opens(coordinator)
    assert "The recorder says that it is the same as A." in coordinator.text
    await coordinator.taps("The same as A: join them")
    first, second = await rows(world, Meeting)
    assert (second.state, second.merged_into_id) == ("merged", first.id)
    assert first.attendance == 60
    assert timur.saw("Joined with a record of the same fact")
    async with world.app.database.read() as uow:
        found = await uow.session.scalars(select(Evidence).order_by(Evidence.id))
        assert {one.meeting_id for one in found} == {first.id}
    await timur.says("/meetings 8")
    assert "1 recorded" in timur.text
    assert "2 pieces of evidence" in timur.text


async def test_the_reviewer_joins_what_the_recorders_did_not(
    world: World, dana: Someone, coordinator: Someone
) -> None:
    await meeting(dana)
    await dana.taps("One more from the same post")
    await dana.says("20.05.2026")
    await dana.taps("Send to be checked")
    await dana.taps("It is another one: send it")
    await opens(coordinator)
    assert "It may be recorded already" in coordinator.text
    await coordinator.taps("The same as A: join them")
    states = [row.state for row in await rows(world, Meeting)]
    assert sorted(states) == ["merged", "submitted"]


async def test_a_correction_keeps_the_old_value(
    world: World, dana: Someone, coordinator: Someone
) -> None:
    await meeting(dana)
    await opens(coordinator)
    await coordinator.taps("Correct it")
    await coordinator.says("40")
    await coordinator.says("19.05.2026")
    await coordinator.taps("Back")
    await coordinator.taps("What was corrected")
    assert "Wednesday, May 20, 2026" in coordinator.text
    assert "Tuesday, May 19, 2026" in coordinator.text
    assert "How many people, was nothing, became «40»" in coordinator.text
    async with world.app.database.read() as uow:
        query = select(Correction.field, Correction.was, Correction.became)
        found = {(field, was, became) for field, was, became in await uow.session.execute(query)}
    assert ("held_on", "2026-05-20", "2026-05-19") in found
    await accept(coordinator)
    await dana.says("/meetings 8")
    await dana.says("1")
    assert "put right by" in dana.text


async def test_nobody_checks_their_own(world: World, coordinator: Someone) -> None:
    await meeting(coordinator)
    await opens(coordinator)
    assert "You recorded this yourself" in coordinator.text
    assert "Accept" not in coordinator.labels
    (row,) = await rows(world, Meeting)
    await coordinator.taps_data(f"rv_yes:meeting:{row.id}")
    assert "another coordinator has to look at it" in coordinator.text
    other = await activist(world, "Arman", role="coordinator")
    await accept(other)
    (row,) = await rows(world, Meeting)
    assert row.state == "accepted"


async def test_staff_of_the_deputy_does_not_check(
    world: World, dana: Someone, coordinator: Someone
) -> None:
    async with world.app.database.write() as uow:
        actor = await people.actor_of(uow, coordinator.telegram.id, "en")
        mandate_id = await deputy_id(world, SABILYANOV)
        uow.session.add(
            Grant(
                user_id=actor.user_id, role="assistant", mandate_id=mandate_id, granted_at=uow.now
            )
        )
    await meeting(dana)
    await opens(coordinator)
    assert "You work for a deputy whom this is about" in coordinator.text
    (row,) = await rows(world, Meeting)
    for data in (f"rv_rsn:meeting:{row.id}:unclear:1", f"lg_ask:meeting:{row.id}:day:0"):
        await coordinator.taps_data(data)
    await coordinator.says("19.05.2026")
    (row,) = await rows(world, Meeting)
    assert (row.state, str(row.held_on)) == ("submitted", "2026-05-20")


async def test_staff_of_the_same_district_does_not_check(
    world: World, dana: Someone, coordinator: Someone
) -> None:
    """Whoever works for the predecessor or the successor."""
    await meeting(dana)
    mine, theirs = await deputy_id(world, "bapi"), await deputy_id(world, SABILYANOV)
    async with world.app.database.write() as uow:
        actor = await people.actor_of(uow, coordinator.telegram.id, "en")
        same = select(Mandate.district_id).where(Mandate.id == theirs).scalar_subquery()
        await uow.session.execute(
            update(Mandate).where(Mandate.id == mine).values(district_id=same)
        )
        uow.session.add(
            Grant(user_id=actor.user_id, role="deputy", mandate_id=mine, granted_at=uow.now)
        )
    await opens(coordinator)
    assert "You work for a deputy whom this is about" in coordinator.text


async def test_others_see_nothing_before_it_is_checked(world: World, dana: Someone) -> None:
    await meeting(dana)
    (row,) = await rows(world, Meeting)
    stranger = await activist(world, "Timur")
    for data in (
        f"rec:meeting:{row.id}",
        f"rec_edit:meeting:{row.id}",
        f"rv:meeting:{row.id}",
        f"lg_own:meeting:{row.id}",
        f"rv_yes:meeting:{row.id}",
        f"lg_again:meeting:{row.id}",
    ):
        await stranger.taps_data(data)
        assert "I cannot find this" in stranger.text, data
    assert not stranger.saw(LINK[:30])
    (row,) = await rows(world, Meeting)
    assert row.state == "submitted"


async def test_a_double_tap_decides_once(world: World, dana: Someone, coordinator: Someone) -> None:
    await meeting(dana)
    await opens(coordinator)
    (row,) = await rows(world, Meeting)
    await coordinator.taps_data(f"rv_yes:meeting:{row.id}")
    await coordinator.taps_data(f"rv_yes:meeting:{row.id}")
    assert "This has changed meanwhile" in coordinator.text
    assert len([one for one in dana.messages if "counts now" in one.text]) == 1
