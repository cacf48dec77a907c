"""An assistant's Monday: figures, the most urgent first, pages, one tap into work."""

from datetime import UTC, datetime, timedelta

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


async def test_forty_open_appeals(world: World, yerlan: Someone) -> None:
    await letters(world, 40)
    in_order = await numbers_by_due_date(world)
    await yerlan.says("/inbox")
    assert "that wait for an answer: 40" in yerlan.text
    assert "Late: " in yerlan.text
    assert "Due today: " in yerlan.text
    assert "New, not taken into work: 40" in yerlan.text
    assert "1 of 8" in yerlan.labels
    seen = listed(yerlan)
    assert len(seen) == 5
    for _ in range(7):
        await yerlan.taps("Next")
        seen += listed(yerlan)
    assert seen == in_order
    assert "Next" not in yerlan.labels
    assert len(yerlan.screen.buttons) <= 8


async def test_each_row_tells_place_topic_and_days_left(world: World, yerlan: Someone) -> None:
    await letters(world, 1)
    await yerlan.says("/inbox")
    assert "Village 0 · Complaint. Roads and transport · 14 working days left" in yerlan.text


async def test_a_row_of_a_later_page_can_be_typed(world: World, yerlan: Someone) -> None:
    await letters(world, 12)
    in_order = await numbers_by_due_date(world)
    await yerlan.says("/inbox")
    await yerlan.taps("Next")
    await yerlan.says("7")
    assert f"№ {in_order[6]}" in yerlan.text


async def test_pages_beyond_the_end_show_the_last_one(world: World, yerlan: Someone) -> None:
    await letters(world, 6)
    await yerlan.says("/inbox")
    await yerlan.taps_data("inbox:99")
    assert "2 of 2" in yerlan.labels
    assert yerlan.text.count("№") == 1


async def test_late_and_due_today_are_counted(world: World, yerlan: Someone) -> None:
    await letters(world, 5)  # of Thursday, of Friday, and three that count from Monday
    async with world.app.database.read() as uow:
        dues = sorted(filter(None, await uow.session.scalars(select(Appeal.answer_due))))
    due = dues[-1]
    world.clock.move_to(datetime(due.year, due.month, due.day, 5, tzinfo=UTC))
    await yerlan.says("/inbox")
    assert "Late: 2" in yerlan.text
    assert "Due today: 3" in yerlan.text
    assert "due today" in yerlan.text
    assert "1 working day late" in yerlan.text


async def test_an_empty_inbox_says_how_voters_find_the_deputy(
    world: World, yerlan: Someone
) -> None:
    await yerlan.says("/inbox")
    assert "No appeal waits" in yerlan.text
    assert f"start=d_{await deputy_id(world, SABILYANOV)}" in yerlan.text
    assert any(label.startswith("Share the link of") for label in yerlan.labels)


async def test_a_voter_who_types_inbox_is_told_kindly(world: World) -> None:
    voter = world.person("Aigul")
    await voter.says("/inbox")
    assert "inbox of deputies" in voter.text
    assert "My appeals" in voter.labels


async def test_a_new_appeal_is_announced_and_taken_into_work_by_one_tap(
    world: World, yerlan: Someone
) -> None:
    voter = world.person("Aigul")
    await write(world, voter, "The <b>road</b> & the bridge are broken.")
    assert "A new appeal" in yerlan.text
    assert "№ MZH-2026-000001-" in yerlan.text
    await yerlan.taps("Open")
    assert "The <b>road</b> & the bridge are broken." in yerlan.text
    assert "Not signed" in yerlan.text
    assert "To be answered by Tuesday, December 15, 2026" in yerlan.text
    assert "10:00: the voter sent it" in yerlan.text
    await yerlan.taps("Take into work")
    assert yerlan.alerts[-1] == "Taken into work. The voter is told."
    assert "Take into work" not in yerlan.labels
    assert voter.saw("taken into work")


async def test_taking_twice_changes_nothing(world: World, yerlan: Someone) -> None:
    voter = world.person("Aigul")
    await write(world, voter, "The road is broken.")
    await yerlan.taps("Open")
    card = yerlan.screen
    data = card.button("Take into work")
    assert data is not None
    await yerlan.taps("Take into work")
    await yerlan.taps_data(data.callback_data or "", card)
    told = [one for one in voter.messages if "taken into work." in one.text]
    assert len(told) == 1


async def test_the_dates_explain_themselves(world: World, yerlan: Someone) -> None:
    voter = world.person("Aigul")
    await write(world, voter, "The road is broken.")
    await yerlan.taps("Open")
    await yerlan.taps("How were the dates computed?")
    assert "15 working days" in yerlan.text
    assert "weekend" in yerlan.text
    await yerlan.taps("Back")
    assert "The road is broken." in yerlan.text


async def test_the_files_of_the_letter_are_shown(world: World, yerlan: Someone) -> None:
    voter = world.person("Aigul")
    await voter.opens(f"d_{await deputy_id(world, SABILYANOV)}")
    await voter.taps("Write an appeal")
    await voter.taps("Roads and transport")
    await voter.says("The road is broken.")
    await voter.sends_photo()
    await voter.sends_document("plan.pdf")
    await voter.taps("Agree and send")
    await yerlan.taps("Open")
    await yerlan.taps("Show 2 files")
    assert any(one.photo for one in yerlan.messages)
    assert any(one.documents for one in yerlan.messages)
    assert "The files of № MZH-" in yerlan.text


async def test_who_comes_back_finds_what_could_not_be_delivered(
    world: World, yerlan: Someone
) -> None:
    voter = world.person("Aigul")
    await yerlan.blocks()
    await write(world, voter, "The road is broken.")
    assert voter.saw("could not be delivered here")
    await world.after(yerlan.telegram.unblocks())
    await yerlan.says("/inbox")
    await yerlan.says("1")
    assert "The road is broken." in yerlan.text
    assert "To be answered by" in yerlan.text
    assert "has your letter" in voter.text


async def test_nobody_opens_what_is_not_theirs(world: World, yerlan: Someone) -> None:
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
    assert yerlan.saw("A new appeal")


async def test_the_buttons_of_a_withdrawn_assistant_open_nothing(
    world: World, yerlan: Someone
) -> None:
    await write(world, world.person("Aigul"), "The road is broken.")
    async with world.app.database.write() as uow:
        grant = (await uow.session.scalars(select(Grant))).one()
        grant.revoked_at = uow.now
    await yerlan.taps("Open")
    assert "cannot find this" in yerlan.text
    await yerlan.says("/inbox")
    assert "inbox of deputies" in yerlan.text


async def test_somebody_with_two_deputies_sees_whose_it_is(world: World, yerlan: Someone) -> None:
    other = await deputy_id(world, "bapi")
    async with world.app.database.write() as uow:
        actor = await people.actor_of(uow, yerlan.telegram.id, "en")
        uow.session.add(
            Grant(user_id=actor.user_id, role="assistant", mandate_id=other, granted_at=uow.now)
        )
    await letters(world, 1)
    await letters(world, 1, "bapi")
    await yerlan.says("/inbox")
    assert "Sabilyanov" in yerlan.text
    assert "Ermurat Bapi" in yerlan.text
