"""A status of a promise: evidence, a second person, the right of reply, and then for everybody."""

from datetime import UTC, datetime

import pytest

from domain.promises import ChangeState
from models.calendar import CalendarOverride
from models.users import Grant
from services import people
from tests.acting import assistant_of
from tests.promises.acts import (
    ABIL,
    LINK,
    changes,
    confirmed,
    first_promise,
    propose,
    with_role,
)
from tests.world import Someone, World

LAST_DAY = datetime(2026, 12, 1, 5, tzinfo=UTC)  # five working days after Tuesday, 24 November
NEXT_DAY = datetime(2026, 12, 2, 5, tzinfo=UTC)


@pytest.fixture
async def coordinator(world: World) -> Someone:
    return await world.coordinator()


@pytest.fixture
async def activist(world: World, coordinator: Someone) -> Someone:
    return await with_role(world, "Dana", "activist")


async def test_from_the_programme_to_a_promise_and_its_link(world: World) -> None:
    voter = world.person()
    await voter.says("/program 20")
    await voter.says("1")
    assert "Promise 1 of Erkin Abil" in voter.text
    assert "Build new schools" in voter.text
    assert "Status: not rated" in voter.text
    assert "no legal finding" in voter.text
    assert "Nothing is recorded yet." in voter.text
    assert "Propose a status" not in voter.labels
    share = voter.screen.button("Share")
    assert share is not None
    assert f"start%3Du_{await first_promise(world)}" in (share.url or "")
    other = world.person(language="ru")
    await other.opens(f"u_{await first_promise(world)}")
    assert "Строительство новых школ" in other.text


async def test_the_whole_way_to_a_public_status(
    world: World, coordinator: Someone, activist: Someone
) -> None:
    side = await assistant_of(world, ABIL)
    voter = world.person("Aigul")
    await propose(world, activist, "The <b>school</b> & the road were opened.")
    assert "Sent." in activist.text
    assert "A status is proposed." in coordinator.text
    assert "The <b>school</b> & the road were opened." in coordinator.text
    assert LINK in coordinator.text
    await coordinator.taps("Confirm")
    assert "The deputy's side is told and can reply." in coordinator.text
    assert "is going to be public" in side.text
    assert LINK in side.text
    assert "Right of reply: by Tuesday, December 1, 2026." in side.text
    await side.taps("Why this day?")
    assert "5 working days are counted" in side.text
    assert "weekend" in side.text
    assert activist.saw("A coordinator confirmed the status you proposed.")
    await voter.opens(f"u_{await first_promise(world)}")
    assert "Status: not rated" in voter.text
    await world.at(LAST_DAY)
    await voter.says("/program 20")
    assert "Status:" not in voter.text
    await world.at(NEXT_DAY)
    await voter.says("/program 20")
    assert "1. Build new schools\n   Status: Kept" in voter.text
    await voter.says("1")
    assert "Status: Kept" in voter.text
    assert "Since Wednesday, December 2, 2026" in voter.text
    assert "The <b>school</b> & the road were opened." in voter.text
    assert LINK in voter.text
    assert "was told and has not replied" in voter.text
    assert activist.saw("A status of a promise is public now.")
    assert side.saw("A status of a promise is public now.")


async def test_a_deputy_who_is_not_here_is_named_so(
    world: World, coordinator: Someone, activist: Someone
) -> None:
    await confirmed(world, activist, coordinator)
    assert "The deputy is not in this bot" in coordinator.text
    await world.at(NEXT_DAY)
    voter = world.person("Aigul")
    await voter.opens(f"u_{await first_promise(world)}")
    assert "The deputy is not in this bot and was not told before it was public." in voter.text


async def test_a_side_that_blocked_the_bot_is_not_reached(
    world: World, coordinator: Someone, activist: Someone
) -> None:
    side = await assistant_of(world, ABIL)
    await side.blocks()
    await confirmed(world, activist, coordinator)
    (row,) = await changes(world)
    assert row.reached_deputy is False


async def test_nobody_confirms_their_own_proposal(world: World, coordinator: Someone) -> None:
    await propose(world, coordinator)
    assert len(await changes(world)) == 1
    await coordinator.taps("Confirm")
    assert "another coordinator has to look at it" in coordinator.text
    second = await with_role(world, "Second", "coordinator")
    await second.says("/review")
    await second.taps("Statuses of promises: 1")
    await second.says("1")
    await second.taps("Confirm")
    assert (await changes(world))[0].state == ChangeState.WITH_DEPUTY


async def test_nobody_of_the_deputys_side_proposes_or_confirms(
    world: World, coordinator: Someone, activist: Someone
) -> None:
    side = await assistant_of(world, ABIL)
    async with world.app.database.write() as uow:
        actor = await people.actor_of(uow, side.telegram.id, "en")
        uow.session.add(Grant(user_id=actor.user_id, role="coordinator", granted_at=uow.now))
    await side.opens(f"u_{await first_promise(world)}")
    await side.taps("Propose a status")
    assert "You work for this deputy" in side.text
    await propose(world, activist)
    assert "A status is proposed." in side.text
    await side.taps("Confirm")
    assert "You work for this deputy" in side.text
    assert (await changes(world))[0].state == ChangeState.PROPOSED


async def test_returned_with_a_reason_and_proposed_anew(
    world: World, coordinator: Someone, activist: Someone
) -> None:
    await propose(world, activist)
    await coordinator.taps("Return it")
    await coordinator.taps("The words are not neutral")
    assert "Returned." in coordinator.text
    assert "The status you proposed was returned." in activist.text
    assert "Reason: The words are not neutral." in activist.text
    await propose(world, activist, "The school opened on 1 September.")
    assert [row.state for row in await changes(world)] == ["returned", "proposed"]


async def test_evidence_is_needed_and_looked_at(world: World, activist: Someone) -> None:
    await activist.opens(f"u_{await first_promise(world)}")
    await activist.taps("Propose a status")
    await activist.taps("Stalled")
    await activist.says("😀")
    assert "Please write it in words" in activist.text
    await activist.says("Nothing was built.")
    assert "Look it over" not in activist.labels
    for odd in ("no link", "http://", "https://a b.kz", "ftp://example.kz", "https://localhost/x"):
        await activist.says(odd)
        assert "I cannot use this as evidence" in activist.text, odd
    await activist.sends_document("virus.exe")
    assert "I cannot take a file of this type" in activist.text
    await world.after(activist.telegram.sends_photo("", size=25 * 1024 * 1024))
    assert "larger than 20 MB" in activist.text
    await activist.sends_voice()
    assert "I cannot use this as evidence" in activist.text
    await activist.sends_photo()
    await activist.sends_document("act.pdf")
    assert "1. photo\n2. document act.pdf" in activist.text
    for number in range(4):
        await activist.says(f"https://example.kz/{number}")
    assert "more do not fit" in activist.text
    await activist.taps("Look it over")
    await activist.taps("Send it to the coordinators")
    await activist.taps("Show the files")
    assert any(one.photo for one in activist.messages)


async def test_one_change_at_a_time(world: World, coordinator: Someone, activist: Someone) -> None:
    await propose(world, activist)
    other = await with_role(world, "Other", "activist")
    await other.opens(f"u_{await first_promise(world)}")
    await other.taps("Propose a status")
    assert "has been proposed already" in other.text
    await activist.says("/start")
    await activist.opens(f"u_{await first_promise(world)}")
    await activist.taps("The status that was proposed")
    await activist.taps("Withdraw it")
    assert "It was withdrawn." in activist.text
    await propose(world, other)
    assert [row.state for row in await changes(world)] == ["withdrawn", "proposed"]
    assert coordinator.saw("A status is proposed.")


async def test_every_public_status_stays_in_the_history(
    world: World, coordinator: Someone, activist: Someone
) -> None:
    await confirmed(world, activist, coordinator)
    await world.at(NEXT_DAY)
    await propose(world, activist, "The school was closed again.", "Not kept")
    await coordinator.taps("Confirm")
    await world.at(datetime(2026, 12, 10, 5, tzinfo=UTC))
    voter = world.person("Aigul")
    await voter.opens(f"u_{await first_promise(world)}")
    assert "Status: Not kept" in voter.text
    await voter.taps("Earlier statuses: 2")
    assert "The school was closed again." in voter.text
    assert "The school was opened." in voter.text


async def test_a_day_off_added_later_is_not_taken_from_the_deputy(
    world: World, coordinator: Someone, activist: Someone
) -> None:
    await confirmed(world, activist, coordinator)
    async with world.app.database.write() as uow:
        uow.session.add(
            CalendarOverride(
                day=NEXT_DAY.date().replace(day=1),
                working=False,
                name_ru="Указ",
                entered_by=1,
                entered_at=uow.now,
            )
        )
    await world.at(NEXT_DAY)
    assert (await changes(world))[0].state == ChangeState.WITH_DEPUTY
    await world.at(datetime(2026, 12, 3, 5, tzinfo=UTC))
    assert (await changes(world))[0].state == ChangeState.PUBLIC


async def test_what_is_not_public_is_not_there_for_others(
    world: World, coordinator: Someone, activist: Someone
) -> None:
    side = await assistant_of(world, ABIL)
    stranger = world.person("Stranger")
    await stranger.says("/start")
    other_side = await assistant_of(world, "bapi", "Other side")
    other_activist = await with_role(world, "Other", "activist")
    await propose(world, activist)
    (row,) = await changes(world)
    for person in (side, stranger, other_side, other_activist):
        for data in (
            f"pr_chg:{row.id}",
            f"pr_prf:{row.id}",
            f"pr_yes:{row.id}",
            f"pr_back:{row.id}:unclear",
            f"pr_wd:{row.id}",
        ):
            await person.taps_data(data)
            assert "cannot find this" in person.text, data
    assert (await changes(world))[0].state == ChangeState.PROPOSED
    for person in (stranger, side):
        await person.taps_data(f"pr_new:{await first_promise(world)}")
        assert "cannot find this" in person.text
        await person.taps_data("pr_queue:0")
        assert "cannot find this" in person.text


async def test_leaving_in_the_middle_proposes_nothing(world: World, activist: Someone) -> None:
    await activist.opens(f"u_{await first_promise(world)}")
    await activist.taps("Propose a status")
    await activist.taps("Kept")
    await activist.says("/cancel")
    assert "Nothing was proposed." in activist.text
    assert await changes(world) == []
