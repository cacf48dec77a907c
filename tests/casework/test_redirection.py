"""Redirecting: to the competent body with its letter, or to another deputy in the bot."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from models.appeals import Appeal
from models.casework import Redirection
from services import checking
from services.appeals import events
from tests.acting import SABILYANOV, answer, assistant_of, deputy_id, write
from tests.casework.helpers import appeals, leaves, letter_of, open_steps
from tests.world import MORNING, Someone, World


async def begin(assistant: Someone) -> None:
    await open_steps(assistant)
    await assistant.taps("Redirect it")


async def to_police(assistant: Someone) -> None:
    await begin(assistant)
    await assistant.taps("Next")
    await assistant.taps("Police department")
    await assistant.says("№ 12-<3> of 24.11.2026")
    await assistant.taps("Yes, redirect")


async def test_the_voter_is_told_at_once_whereto_and_by_which_letter(
    world: World, assistant: Someone, voter: Someone
) -> None:
    await to_police(assistant)
    assert "Your letter was redirected" in voter.text
    assert "Redirected to: Police department" in voter.text
    assert "№ 12-<3> of 24.11.2026" in voter.text
    assert "The voter is told." in assistant.text
    (row,) = await appeals(world)
    assert row.state == "redirected"
    async with world.app.database.read() as uow:
        assert await events.broken_at(uow, row.id) is None
    await assistant.says("/inbox")
    assert "No appeal waits" in assistant.text


async def test_a_typed_body_and_the_letter_as_a_document(
    world: World, assistant: Someone, voter: Someone
) -> None:
    await begin(assistant)
    await assistant.says("Akimat of <Semey> & around")
    await world.restart()
    await assistant.sends_document("letter.pdf")
    assert "Redirect to: Akimat of <Semey> & around?" in assistant.text
    await assistant.says("Yes, redirect")
    assert "Redirected to: Akimat of <Semey> & around" in voter.text
    assert any(one.documents for one in voter.messages)


async def test_a_redirected_case_can_still_be_answered(
    world: World, assistant: Someone, voter: Someone
) -> None:
    await begin(assistant)
    button = f"case:{(await appeals(world))[0].id}"
    await assistant.taps("Akimat of the city")
    await assistant.says("12-3")
    await assistant.taps("Yes, redirect")
    await assistant.taps_data(button)
    await assistant.taps("Answer")
    await assistant.says("The akimat has answered: in May.")
    await assistant.taps("Choose the outcome")
    await assistant.taps("Explained")
    await assistant.taps("Send")
    assert voter.saw("The akimat has answered: in May.")
    assert (await appeals(world))[0].state == "answered"


async def test_after_three_working_days_it_is_refused_with_the_way_out(
    world: World, assistant: Someone, voter: Someone
) -> None:
    world.clock.move_to(MORNING + timedelta(days=3))  # Friday, the third working day
    await begin(assistant)
    assert "possible until Friday, November 27, 2026" in assistant.text
    await assistant.says("Akimat of Semey")
    await assistant.says("12-3")
    world.clock.move_to(MORNING + timedelta(days=6))
    await assistant.taps("Yes, redirect")
    assert "within 3 working days" in assistant.text
    assert "Outside the deputy's competence" in assistant.text
    await begin(assistant)
    assert "ended on Friday, November 27, 2026" in assistant.text
    assert (await appeals(world))[0].state == "delivered"
    await assistant.taps("Open the appeal")
    assert "Answer" in assistant.labels


@pytest.mark.parametrize("typed", ["---", "x" * 301])
async def test_to_nowhere_is_asked_again(assistant: Someone, voter: Someone, typed: str) -> None:
    await begin(assistant)
    await assistant.says(typed)
    assert "Which body is competent?" in assistant.text


async def test_without_a_letter_it_is_asked_for(
    world: World, assistant: Someone, voter: Someone
) -> None:
    await begin(assistant)
    await assistant.taps("Akimat of the city")
    for typed in ("?!", "1" * 201):
        await assistant.says(typed)
        assert "With which letter?" in assistant.text
    await assistant.sends_voice()
    assert "Please name the letter" in assistant.text
    ident = (await appeals(world))[0].id
    await assistant.taps_data(f"k_on:{ident}")
    assert "Which body is competent?" in assistant.text
    await assistant.says("/cancel")
    assert "Nothing was done" in assistant.text
    assert not voter.saw("redirected")


async def test_to_another_deputy_it_gets_a_number_of_its_own(
    world: World, assistant: Someone, voter: Someone
) -> None:
    other = await assistant_of(world, "bapi", "Other side")
    await begin(assistant)
    await assistant.taps("Another deputy in this bot")
    await assistant.says("Nobody At All")
    assert "I find no deputy" in assistant.text
    await assistant.says("Бапи")
    assert "Redirect to deputy" in assistant.text
    await assistant.taps("Yes, redirect")
    old, new = await appeals(world)
    assert (old.state, new.state) == ("redirected", "delivered")
    assert new.parent_id == old.id
    assert str(old.number) in voter.text
    assert str(new.number) in voter.text
    assert other.saw(str(new.number))
    await other.taps("Open")
    assert "The road is broken." in other.text
    assert f"redirected here from № {old.number}" in other.text
    await voter.taps("Open the new one")
    assert str(new.number) in voter.text
    async with world.app.database.read() as uow:
        assert (await uow.session.scalars(select(Redirection.child_id))).one() == new.id
        assert await events.broken_at(uow, new.id) is None
        assert not await checking.check(uow)


async def test_a_deputy_who_is_not_in_the_bot_gets_it_by_a_coordinator(
    world: World, assistant: Someone, voter: Someone
) -> None:
    coordinator = await world.coordinator()
    await begin(assistant)
    await assistant.taps("Another deputy in this bot")
    await assistant.says("Бапи")
    await assistant.taps("Yes, redirect")
    new = (await appeals(world))[1]
    assert new.state == "undeliverable"
    assert coordinator.saw(str(new.number))


async def test_not_to_the_same_deputy_and_not_back(
    world: World, assistant: Someone, voter: Someone
) -> None:
    other = await assistant_of(world, "bapi", "Other side")
    ident = (await appeals(world))[0].id
    mine = await deputy_id(world, SABILYANOV)
    await begin(assistant)
    await assistant.taps("Another deputy in this bot")
    await assistant.taps_data(f"k_pick:{ident}:{mine}")
    assert "has it already" in assistant.text
    await assistant.says("Бапи")
    await assistant.taps("Yes, redirect")
    await begin(other)
    await other.taps_data(f"k_pick:{ident + 1}:{mine}")
    assert "has come from this deputy" in other.text


async def test_a_coordinator_redirects_what_cannot_be_delivered(world: World) -> None:
    coordinator = await world.coordinator()
    author = world.person("Aigul")
    await write(world, author, "The road is broken.")
    await coordinator.says("/review")
    await coordinator.says("1")
    await coordinator.taps("What else can be done")
    await coordinator.taps("Redirect it")
    await coordinator.taps("Akimat of the region")
    await coordinator.says("7/11")
    await coordinator.taps("Yes, redirect")
    assert "Redirected to: Akimat of the region" in author.text
    (row,) = await appeals(world)
    assert row.state == "redirected"
    assert row.answer_due is not None


async def test_one_redirects_while_another_answers(
    world: World, assistant: Someone, voter: Someone
) -> None:
    other = await assistant_of(world, SABILYANOV, "Dana")
    await begin(other)
    await other.taps("Akimat of the city")
    await other.says("12-3")
    await answer(assistant, "It will be mended.")
    await other.taps("Yes, redirect")
    assert "changed since" in other.text
    assert not voter.saw("was redirected")


async def test_two_presses_redirect_once(world: World, assistant: Someone, voter: Someone) -> None:
    await begin(assistant)
    await assistant.taps("Akimat of the city")
    await assistant.says("12-3")
    button = assistant.screen.button("Yes, redirect")
    assert button is not None
    for _ in range(2):
        await assistant.telegram.taps_data(button.callback_data or "")
    await world.settle()
    async with world.app.database.read() as uow:
        assert len((await uow.session.scalars(select(Redirection))).all()) == 1
    assert sum("was redirected" in one.text for one in voter.messages) == 1


async def test_old_buttons_of_an_assistant_who_left(
    world: World, assistant: Someone, voter: Someone
) -> None:
    other = await assistant_of(world, SABILYANOV, "Dana")
    await begin(other)
    await other.taps("Akimat of the city")
    await other.says("12-3")
    await leaves(world, other)
    await other.taps("Yes, redirect")
    assert "cannot find this" in other.text
    ident = (await appeals(world))[0].id
    for tap in ("steps", "k_ask", "k_asks", "k_red", "k_on", "k_dep"):
        await other.taps_data(f"{tap}:{ident}" + (":0" if tap == "k_red" else ""))
        assert "cannot find this" in other.text, tap
    async with world.app.database.read() as uow:
        assert (await uow.session.scalars(select(Appeal.state))).one() == "delivered"


@pytest.mark.parametrize(
    ("language", "heading", "body"),
    [
        ("kk", "Өтінішіңіз қайта жолданды", "Полиция департаменті"),
        ("ru", "Ваше обращение перенаправлено", "Департамент полиции"),
    ],
)
async def test_the_voter_reads_it_in_their_language(
    world: World, assistant: Someone, language: str, heading: str, body: str
) -> None:
    author = world.person("Aigul", language)
    await author.says("/start")
    await letter_of(world, author)
    await to_police(assistant)
    assert heading in author.text
    assert body in author.text
