"""An assistant's Monday: figures, the most urgent first, pages, one tap into work."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from domain.appeals import Kind, Topic
from models.appeals import Appeal
from models.users import Grant
from services import people
from services.appeals import drafts, registration
from tests.acting import SABILYANOV, assistant_of, deputy_id, write
from tests.world import MORNING, Someone, World


async def letters(world: World, count: int, slug: str = SABILYANOV) -> None:
    """So many letters of so many voters, each registered a day after the one before."""
    mandate_id = await deputy_id(world, slug)
    for index in range(count):
        world.clock.move_to(MORNING - timedelta(days=count - index))
        async with world.app.database.write() as uow:
            voter = await people.actor_of(uow, 500_000 + 1000 * mandate_id + index, "en")
            draft = await drafts.start(uow, voter, mandate_id, Kind.COMPLAINT)
            await drafts.choose_topic(uow, voter, draft.id, Topic.ROADS)
            await drafts.sign(uow, voter, draft.id, place=f"Village {index}")
            await drafts.write(uow, voter, draft.id, [f"Road {index} is broken."])
            await registration.send(uow, voter, draft.id)
    world.clock.move_to(MORNING)
    await world.settle()


async def numbers_by_due_date(world: World) -> list[str]:
    async with world.app.database.read() as uow:
        rows = await uow.session.scalars(
            select(Appeal.number).order_by(Appeal.answer_due, Appeal.id)
        )
        return [str(row) for row in rows]


def listed(someone: Someone) -> list[str]:
    return [label.partition("№ ")[2] for label in someone.labels if "№" in label]


@pytest.fixture
async def assistant(world: World) -> Someone:
    return await assistant_of(world, SABILYANOV)


async def test_forty_open_appeals(world: World, assistant: Someone) -> None:
    await letters(world, 40)
    in_order = await numbers_by_due_date(world)
    await assistant.says("/inbox")
    assert "that wait for an answer: 40" in assistant.text
    assert "Late: " in assistant.text
    assert "Due today: " in assistant.text
    assert "New, not taken into work: 40" in assistant.text
    assert "1 of 8" in assistant.labels
    seen = listed(assistant)
    assert len(seen) == 5
    for _ in range(7):
        await assistant.taps("Next")
        seen += listed(assistant)
    assert seen == in_order
    assert "Next" not in assistant.labels
    assert len(assistant.screen.buttons) <= 8


async def test_each_row_tells_place_topic_and_days_left(world: World, assistant: Someone) -> None:
    await letters(world, 1)
    await assistant.says("/inbox")
    assert "Village 0 · Complaint. Roads and transport · 14 working days left" in assistant.text


async def test_a_row_of_a_later_page_can_be_typed(world: World, assistant: Someone) -> None:
    await letters(world, 12)
    in_order = await numbers_by_due_date(world)
    await assistant.says("/inbox")
    await assistant.taps("Next")
    await assistant.says("7")
    assert f"№ {in_order[6]}" in assistant.text


async def test_pages_beyond_the_end_show_the_last_one(world: World, assistant: Someone) -> None:
    await letters(world, 6)
    await assistant.says("/inbox")
    await assistant.taps_data("inbox:99")
    assert "2 of 2" in assistant.labels
    assert assistant.text.count("№") == 1


async def test_late_and_due_today_are_counted(world: World, assistant: Someone) -> None:
    await letters(world, 5)  # of Thursday, of Friday, and three that count from Monday
    async with world.app.database.read() as uow:
        dues = sorted(filter(None, await uow.session.scalars(select(Appeal.answer_due))))
    due = dues[-1]
    world.clock.move_to(datetime(due.year, due.month, due.day, 5, tzinfo=UTC))
    await assistant.says("/inbox")
    assert "Late: 2" in assistant.text
    assert "Due today: 3" in assistant.text
    assert "due today" in assistant.text
    assert "1 working day late" in assistant.text


async def test_an_empty_inbox_says_how_voters_find_the_deputy(
    world: World, assistant: Someone
) -> None:
    await assistant.says("/inbox")
    assert "No appeal waits" in assistant.text
    assert f"start=d_{await deputy_id(world, SABILYANOV)}" in assistant.text
    assert any(label.startswith("Share the link of") for label in assistant.labels)


async def test_a_voter_who_types_inbox_is_told_kindly(world: World) -> None:
    voter = world.person("Aigul")
    await voter.says("/inbox")
    assert "inbox of deputies" in voter.text
    assert "My appeals" in voter.labels


async def test_a_new_appeal_is_announced_and_taken_into_work_by_one_tap(
    world: World, assistant: Someone
) -> None:
    voter = world.person("Aigul")
    await write(world, voter, "The <b>road</b> & the bridge are broken.")
    assert "A new appeal" in assistant.text
    assert "№ MZH-2026-000001-" in assistant.text
    await assistant.taps("Open")
    assert "The <b>road</b> & the bridge are broken." in assistant.text
    assert "Not signed" in assistant.text
    assert "To be answered by Tuesday, December 15, 2026" in assistant.text
    assert "10:00: the voter sent it" in assistant.text
    await assistant.taps("Take into work")
    assert assistant.alerts[-1] == "Taken into work. The voter is told."
    assert "Take into work" not in assistant.labels
    assert voter.saw("taken into work")


async def test_taking_twice_changes_nothing(world: World, assistant: Someone) -> None:
    voter = world.person("Aigul")
    await write(world, voter, "The road is broken.")
    await assistant.taps("Open")
    card = assistant.screen
    data = card.button("Take into work")
    assert data is not None
    await assistant.taps("Take into work")
    await assistant.taps_data(data.callback_data or "", card)
    told = [one for one in voter.messages if "taken into work." in one.text]
    assert len(told) == 1


async def test_the_dates_explain_themselves(world: World, assistant: Someone) -> None:
    voter = world.person("Aigul")
    await write(world, voter, "The road is broken.")
    await assistant.taps("Open")
    await assistant.taps("How were the dates computed?")
    assert "15 working days" in assistant.text
    assert "weekend" in assistant.text
    await assistant.taps("Back")
    assert "The road is broken." in assistant.text


async def test_the_files_of_the_letter_are_shown(world: World, assistant: Someone) -> None:
    voter = world.person("Aigul")
    await voter.opens(f"d_{await deputy_id(world, SABILYANOV)}")
    await voter.taps("Write an appeal")
    await voter.taps("Roads and transport")
    await voter.says("The road is broken.")
    await voter.sends_photo()
    await voter.sends_document("plan.pdf")
    await voter.taps("Agree and send")
    await assistant.taps("Open")
    await assistant.taps("Show 2 files")
    assert any(one.photo for one in assistant.messages)
    assert any(one.documents for one in assistant.messages)
    assert "The files of № MZH-" in assistant.text


async def test_who_comes_back_finds_what_could_not_be_delivered(
    world: World, assistant: Someone
) -> None:
    voter = world.person("Aigul")
    await assistant.blocks()
    await write(world, voter, "The road is broken.")
    assert voter.saw("could not be delivered here")
    await world.after(assistant.telegram.unblocks())
    await assistant.says("/inbox")
    await assistant.says("1")
    assert "The road is broken." in assistant.text
    assert "To be answered by" in assistant.text
    assert "has your letter" in voter.text


async def test_nobody_opens_what_is_not_theirs(world: World, assistant: Someone) -> None:
    stranger = await assistant_of(world, "bapi", "Dana")
    await write(world, world.person("Aigul"), "The road is broken.")
    async with world.app.database.read() as uow:
        ident = await uow.session.scalar(select(Appeal.id))
    for data in (
        f"case:{ident}",
        f"w_take:{ident}",
        f"w_files:{ident}",
        f"w_why:{ident}",
        f"w_ans:{ident}:write:",
        f"w_ans:{ident}:outcome:",
        f"w_ans:{ident}:pick:solved",
        f"w_ans:{ident}:look:",
        f"w_ans:{ident}:send:",
    ):
        await stranger.taps_data(data)
        assert "cannot find this" in stranger.text, data
        assert not stranger.saw("The road is broken.")
    assert assistant.saw("A new appeal")


async def test_the_buttons_of_a_withdrawn_assistant_open_nothing(
    world: World, assistant: Someone
) -> None:
    await write(world, world.person("Aigul"), "The road is broken.")
    async with world.app.database.write() as uow:
        grant = (await uow.session.scalars(select(Grant))).one()
        grant.revoked_at = uow.now
    await assistant.taps("Open")
    assert "cannot find this" in assistant.text
    await assistant.says("/inbox")
    assert "inbox of deputies" in assistant.text


async def test_somebody_with_two_deputies_sees_whose_it_is(
    world: World, assistant: Someone
) -> None:
    other = await deputy_id(world, "bapi")
    async with world.app.database.write() as uow:
        actor = await people.actor_of(uow, assistant.telegram.id, "en")
        uow.session.add(
            Grant(user_id=actor.user_id, role="assistant", mandate_id=other, granted_at=uow.now)
        )
    await letters(world, 1)
    await letters(world, 1, "bapi")
    await assistant.says("/inbox")
    assert "Sabilyanov" in assistant.text
    assert "Ermurat Bapi" in assistant.text
