"""The deputy's side reads what is recorded, answers it, disagrees; a coordinator decides."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from domain.records import RecordState
from models.records import Meeting, PromiseTouch
from models.verdicts import DeputyResponse
from services import people
from tests.acting import assistant_of, deputy_id
from tests.promises.acts import ABIL, changes, confirmed, first_promise, with_role
from tests.world import Someone, World

NEXT_DAY = datetime(2026, 12, 2, 5, tzinfo=UTC)


@pytest.fixture
async def coordinator(world: World) -> Someone:
    return await world.coordinator()


@pytest.fixture
async def activist(world: World, coordinator: Someone) -> Someone:
    return await with_role(world, "Dana", "activist")


@pytest.fixture
async def side(world: World, activist: Someone) -> Someone:
    return await assistant_of(world, ABIL)


async def meeting(world: World, recorder: Someone, day: int = 2) -> int:
    """An accepted meeting that touches the first promise."""
    mandate_id, promise_id = await deputy_id(world, ABIL), await first_promise(world)
    async with world.app.database.write() as uow:
        actor = await people.actor_of(uow, recorder.telegram.id, "en")
        row = Meeting(
            mandate_id=mandate_id,
            held_on=date(2026, 11, day),
            format="meeting",
            place_text="Village <b>&",
            inside=True,
            attendance=40,
            topics=[],
            state=RecordState.ACCEPTED,
            recorded_by=actor.user_id,
            created_at=uow.now,
            source_url="https://example.kz/meeting",
        )
        uow.session.add(row)
        await uow.session.flush()
        uow.session.add(PromiseTouch(promise_id=promise_id, meeting_id=row.id))
        return row.id


async def meetings(world: World) -> list[Meeting]:
    async with world.app.database.read() as uow:
        return list(await uow.session.scalars(select(Meeting)))


async def disagree(side: Someone, text: str = "There were 400 people.") -> None:
    await side.says("/mine")
    await side.taps("Meetings")
    await side.says("1")
    await side.taps("I disagree")
    await side.says(text)
    await side.taps("Send")


async def test_an_answer_stands_beside_the_fact(
    world: World, activist: Someone, side: Someone
) -> None:
    await meeting(world, activist)
    await side.says("/mine")
    assert "What is recorded about Erkin Abil" in side.text
    assert "Meetings: 1" in side.text
    await side.taps("Meetings")
    assert "Meeting with voters, Village <b>&, inside the constituency" in side.text
    await side.says("1")
    assert "https://example.kz/meeting" in side.text
    assert "How many people: 40" in side.text
    await side.taps("Reply")
    await side.says("We <i>agreed</i> on the road & the school.")
    await side.sends_document("minutes.exe")
    assert "I cannot take a file of this type" in side.text
    await world.after(side.telegram.sends_photo("", size=25 * 1024 * 1024))
    assert "larger than 20 MB" in side.text
    await side.sends_document("minutes.pdf")
    assert "document minutes.pdf" in side.text
    await side.taps("Send")
    assert "Your answer stands beside it." in side.text
    assert "We <i>agreed</i> on the road & the school." in side.text
    await side.taps("Show the files")
    assert any(one.documents for one in side.messages)
    voter = world.person("Aigul")
    await voter.opens(f"d_{await deputy_id(world, ABIL)}")
    await voter.taps("Meetings")
    await voter.says("1")
    assert "We <i>agreed</i> on the road & the school." in voter.text
    await voter.opens(f"u_{await first_promise(world)}")
    assert "Nov 2, 2026: Meeting with voters, Village <b>&, inside the constituency" in voter.text
    assert "The deputy's side answers, Tuesday, November 24, 2026:" in voter.text
    assert "We <i>agreed</i> on the road & the school." in voter.text


async def test_a_dispute_that_is_right_returns_the_record(
    world: World, coordinator: Someone, activist: Someone, side: Someone
) -> None:
    await meeting(world, activist)
    await disagree(side, "This was another deputy.")
    assert "A coordinator decides about it" in side.text
    assert "A deputy disagrees with a record." in coordinator.text
    assert "This was another deputy." in coordinator.text
    await coordinator.says("/review")
    await coordinator.taps("Deputies disagree: 1")
    await coordinator.says("1")
    await coordinator.taps("The deputy's side is right")
    await coordinator.taps("It is about another deputy")
    assert "The record is returned." in coordinator.text
    assert "A coordinator agreed with the deputy's side." in side.text
    assert activist.saw("A coordinator agreed with the deputy's side.")
    (row,) = await meetings(world)
    assert (row.state, row.returned_for) == ("returned", "wrong_deputy")
    voter = world.person("Aigul")
    await voter.opens(f"u_{await first_promise(world)}")
    assert "Nothing is recorded yet." in voter.text


async def test_a_dispute_that_is_not_right_stays_with_the_reason(
    world: World, coordinator: Someone, activist: Someone, side: Someone
) -> None:
    await meeting(world, activist)
    await disagree(side)
    await coordinator.taps("Leave it as it is")
    await coordinator.says("😀")
    assert "Please write it in words" in coordinator.text
    await coordinator.says("The photo shows 40.")
    assert "It stays, with your reason." in coordinator.text
    assert "the record stays" in side.text
    assert "A coordinator left it as it is: The photo shows 40." in side.text
    assert activist.saw("the record stays")
    assert (await meetings(world))[0].state == "accepted"
    await disagree(side, "Once more.")
    assert "A coordinator decides about it" in side.text


async def test_one_dispute_at_a_time(world: World, activist: Someone, side: Someone) -> None:
    await meeting(world, activist)
    await disagree(side)
    await side.taps("I disagree")
    assert "You have disagreed with this already" in side.text
    async with world.app.database.read() as uow:
        assert len((await uow.session.scalars(select(DeputyResponse))).all()) == 1


async def test_who_recorded_it_does_not_decide(
    world: World, coordinator: Someone, side: Someone
) -> None:
    await meeting(world, coordinator)
    await disagree(side)
    await coordinator.taps("The deputy's side is right")
    assert "another coordinator has to decide" in coordinator.text
    assert (await meetings(world))[0].state == "accepted"


async def test_a_disputed_status_waits_and_is_taken_back(
    world: World, coordinator: Someone, activist: Someone, side: Someone
) -> None:
    await confirmed(world, activist, coordinator)
    await side.taps("I disagree")
    await side.says("The school is not open.")
    await side.taps("Send")
    await world.at(NEXT_DAY)
    assert (await changes(world))[0].state == "with_deputy"
    second = await with_role(world, "Second", "coordinator")
    await second.says("/review")
    await second.taps("Deputies disagree: 1")
    await second.says("1")
    assert "The school is not open." in second.text
    await second.taps("Leave it as it is")
    await second.says("The act of acceptance is attached.")
    await world.at(datetime(2026, 12, 3, 5, tzinfo=UTC))
    assert (await changes(world))[0].state == "public"
    voter = world.person("Aigul")
    await voter.opens(f"u_{await first_promise(world)}")
    assert "The deputy's side disagrees" in voter.text
    assert "A coordinator left it as it is: The act of acceptance is attached." in voter.text
    assert "has not replied" not in voter.text


async def test_a_public_status_that_was_wrong_is_taken_back_and_stays_in_the_history(
    world: World, coordinator: Someone, activist: Someone, side: Someone
) -> None:
    await confirmed(world, activist, coordinator)
    await world.at(NEXT_DAY)
    await side.taps("I disagree")
    await side.says("The school is not open.")
    await side.taps("Send")
    await coordinator.taps("The deputy's side is right")
    await coordinator.taps("The evidence does not show it")
    voter = world.person("Aigul")
    await voter.opens(f"u_{await first_promise(world)}")
    assert "Status: not rated" in voter.text
    await voter.taps("Earlier statuses: 1")
    assert "The school was opened." in voter.text
    assert "A coordinator agreed with the deputy's side." in voter.text


async def test_figures_of_sources_can_be_answered(world: World, side: Someone) -> None:
    await side.says("/mine")
    await side.taps("Figures that sources state")
    await side.says("1")
    assert "Source: monitoring report" in side.text
    await side.taps("Reply")
    await side.says("We count otherwise.")
    await side.taps("Send")
    assert "We count otherwise." in side.text


async def test_nobody_else_reads_or_answers(world: World, activist: Someone, side: Someone) -> None:
    ident, mandate_id = await meeting(world, activist), await deputy_id(world, ABIL)
    await disagree(side)
    stranger = world.person("Stranger")
    await stranger.says("/mine")
    assert "Here a deputy reads" in stranger.text
    other = await assistant_of(world, "bapi", "Other")
    for person in (stranger, other):
        for data in (
            f"ab_list:{mandate_id}:meeting:0",
            f"ab_fact:{mandate_id}:meeting:{ident}",
            f"ab_say:{mandate_id}:meeting:{ident}:answer",
            f"ab_send:{mandate_id}:meeting:{ident}:answer",
            "ab_queue:0",
            "ab_disp:1",
            "ab_uph:1:unclear",
        ):
            await person.taps_data(data)
            assert "cannot find this" in person.text, data
    foreign = await deputy_id(world, "bapi")
    await other.taps_data(f"ab_fact:{foreign}:meeting:{ident}")
    assert "cannot find this" in other.text


async def test_leaving_amid_an_answer_sends_nothing(
    world: World, activist: Someone, side: Someone
) -> None:
    await meeting(world, activist)
    await side.says("/mine")
    await side.taps("Meetings")
    await side.says("1")
    await side.taps("Reply")
    await side.says("Half of an answer")
    await side.says("/cancel")
    assert "Nothing was sent." in side.text
    async with world.app.database.read() as uow:
        assert (await uow.session.scalars(select(DeputyResponse))).all() == []
