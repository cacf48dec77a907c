"""Assistants of one deputy: who works on what, how they call each other, and their notes."""

import pytest
from sqlalchemy import select

from models.appeals import Appeal, AppealEvent
from models.users import Grant, User
from services.appeals import events
from tests.acting import SABILYANOV, assistant_of
from tests.world import Someone, World

SECRET = "Ask the akimat before we promise anything."


@pytest.fixture
async def dana(world: World, yerlan: Someone) -> Someone:
    return await assistant_of(world, SABILYANOV, "Dana")


async def opens(someone: Someone) -> None:
    """The most urgent one."""
    await someone.says("/inbox")
    await someone.says("1")


async def actions(world: World) -> list[str]:
    async with world.app.database.read() as uow:
        rows = await uow.session.scalars(select(AppealEvent.action).order_by(AppealEvent.position))
        return list(rows)


async def appeal(world: World) -> Appeal:
    async with world.app.database.read() as uow:
        return (await uow.session.scalars(select(Appeal))).one()


async def user_id(world: World, someone: Someone) -> int:
    async with world.app.database.read() as uow:
        query = select(User.id).where(User.telegram_id == someone.telegram.id)
        return (await uow.session.execute(query)).scalar_one()


async def test_i_take_it_puts_a_new_one_in_work_at_once(
    world: World, yerlan: Someone, voter: Someone
) -> None:
    await opens(yerlan)
    await yerlan.taps("I take it")
    assert yerlan.alerts[-1] == "You work on it. The voter is told that it is in work."
    assert f"In charge: Assistant #{await user_id(world, yerlan)}" in yerlan.text
    assert "In work" in yerlan.text
    assert "I take it" not in yerlan.labels
    told = [one.text for one in voter.messages if "in work" in one.text]
    assert len(told) == 1
    await voter.taps("Open")
    assert "In work" in voter.text
    assert (await actions(world))[-2:] == ["acknowledge", "start_work"]


async def test_taken_into_work_first_and_given_to_somebody_later(
    world: World, yerlan: Someone, dana: Someone, voter: Someone
) -> None:
    await opens(yerlan)
    await yerlan.taps("Take into work")
    await yerlan.taps("Give to a colleague")
    await yerlan.taps(f"Assistant #{await user_id(world, dana)}")
    assert "is told" in yerlan.alerts[-1]
    assert "A colleague has given you an appeal" in dana.text
    await dana.taps("Open")
    assert "In charge: Assistant #" in dana.text
    assert "Give to a colleague" in dana.labels
    assert (await actions(world))[-2:] == ["acknowledge", "start_work"]


async def test_giving_it_on_is_an_event_and_nothing_to_the_voter(
    world: World, yerlan: Someone, dana: Someone, voter: Someone
) -> None:
    await opens(yerlan)
    await yerlan.taps("I take it")
    before = len(voter.messages)
    await opens(dana)
    await dana.taps("I take it")
    assert dana.alerts[-1] == "You work on it."
    found = await appeal(world)
    assert found.state == "in_work"
    assert found.assignee_id == await user_id(world, dana)
    assert (await actions(world))[-1] == "assign"
    assert len(voter.messages) == before
    async with world.app.database.read() as uow:
        assert await events.broken_at(uow, found.id) is None


async def test_colleagues_call_each_other_by_a_chosen_name(
    world: World, yerlan: Someone, dana: Someone, voter: Someone
) -> None:
    await opens(dana)
    await dana.taps("Give to a colleague")
    await dana.taps("My name for colleagues")
    await dana.says("  Дана  К. ")
    assert "Colleagues now see you as Дана К." in dana.text
    await opens(yerlan)
    await yerlan.taps("Give to a colleague")
    await yerlan.taps("My name for colleagues")
    await yerlan.says("дана к.")
    assert "A colleague is called дана к. already" in yerlan.text
    await yerlan.says("Ер<b>лан")
    assert "see you as Ер<b>лан" in yerlan.text
    await opens(yerlan)
    await yerlan.taps("Give to a colleague")
    await yerlan.taps("Дана К.")
    assert "In charge: Дана К." in yerlan.text
    assert not voter.saw("Дана")


async def test_my_name_for_colleagues_is_among_my_data_and_can_be_forgotten(
    world: World, dana: Someone, voter: Someone
) -> None:
    await opens(dana)
    await dana.taps("Give to a colleague")
    await dana.taps("My name for colleagues")
    await dana.says("Dana K.")
    await dana.says("/mydata")
    assert "Colleagues see you as: Dana K." in dana.text
    await dana.says("/forget")
    await dana.taps("Erase everything")
    await dana.taps("Yes, erase for good")
    async with world.app.database.read() as uow:
        names = set(await uow.session.scalars(select(Grant.short_name)))
    assert names == {None}


async def test_an_appeal_is_given_to_nobody_from_elsewhere(
    world: World, yerlan: Someone, voter: Someone
) -> None:
    stranger = await assistant_of(world, "bapi", "Stranger")
    ident = (await appeal(world)).id
    await yerlan.taps_data(f"w_give:{ident}:{await user_id(world, stranger)}")
    assert "cannot find this" in yerlan.text
    assert (await appeal(world)).assignee_id is None
    assert not stranger.saw("given you an appeal")


async def test_who_left_is_in_charge_of_nothing(
    world: World, yerlan: Someone, dana: Someone, voter: Someone
) -> None:
    await opens(dana)
    await dana.taps("I take it")
    await dana.taps("Notes")
    await dana.taps("Write a note")
    await dana.says(SECRET)
    gone = await user_id(world, dana)
    async with world.app.database.write() as uow:
        grant = (await uow.session.scalars(select(Grant).where(Grant.user_id == gone))).one()
        grant.revoked_at = uow.now
    await opens(yerlan)
    assert "In charge" not in yerlan.text
    await yerlan.taps("Notes (1)")
    assert "a former colleague" in yerlan.text
    await yerlan.taps("Back")
    await yerlan.taps("I take it")
    assert "In charge" in yerlan.text


async def test_a_withdrawn_letter_is_taken_by_nobody(
    world: World, yerlan: Someone, voter: Someone
) -> None:
    await opens(yerlan)
    card = yerlan.screen
    await voter.taps("Withdraw")
    await voter.taps("Yes, withdraw")
    await yerlan.taps("I take it", card)
    assert "has changed meanwhile" in card.text
    assert (await appeal(world)).assignee_id is None


async def test_answering_without_taking_it_still_works(
    world: World, yerlan: Someone, voter: Someone
) -> None:
    await opens(yerlan)
    await yerlan.taps("I take it")
    await yerlan.taps("Answer")
    await yerlan.says("Mended.")
    await yerlan.taps("Choose the outcome")
    await yerlan.taps("Solved")
    await yerlan.taps("Send")
    assert (await appeal(world)).state == "answered"


async def test_notes_stay_among_colleagues(
    world: World, yerlan: Someone, dana: Someone, voter: Someone
) -> None:
    stranger = await assistant_of(world, "bapi", "Stranger")
    coordinator = await world.coordinator()
    await opens(yerlan)
    await yerlan.taps("Notes")
    assert "No notes yet." in yerlan.text
    await yerlan.taps("Write a note")
    await yerlan.says(SECRET)
    assert SECRET in yerlan.text
    await yerlan.taps("Back")
    assert "Notes (1)" in yerlan.labels
    await opens(dana)
    await dana.taps("Notes (1)")
    assert SECRET in dana.text
    ident = (await appeal(world)).id
    for outsider in (stranger, coordinator, voter):
        await outsider.taps_data(f"w_notes:{ident}:0")
        assert "cannot find this" in outsider.text
        await outsider.taps_data(f"w_note:{ident}")
        assert "cannot find this" in outsider.text
    await voter.says("/appeals")
    await voter.says("1")
    await voter.says("/mydata")
    await voter.taps("Next")
    for outsider in (stranger, coordinator, voter):
        assert not outsider.saw(SECRET)


async def test_many_notes_stand_on_pages_the_newest_first(
    world: World, yerlan: Someone, voter: Someone
) -> None:
    await opens(yerlan)
    await yerlan.taps("Notes")
    for index in range(1, 7):
        await yerlan.taps("Write a note")
        await yerlan.says(f"Note number {index}.")
    assert "Note number 6." in yerlan.text
    assert "Note number 1." not in yerlan.text
    await yerlan.taps("Next")
    assert "Note number 1." in yerlan.text


@pytest.mark.parametrize(
    ("typed", "said"),
    [("...", "cannot read this"), ("x" * 1001, "too long")],
)
async def test_a_note_that_is_none_is_asked_for_again(
    world: World, yerlan: Someone, voter: Someone, typed: str, said: str
) -> None:
    await opens(yerlan)
    await yerlan.taps("Notes")
    await yerlan.taps("Write a note")
    await yerlan.says(typed)
    assert said in yerlan.text
    await yerlan.says("A real note.")
    assert "A real note." in yerlan.text
