"""What somebody left besides letters is shown under /mydata, and goes with /forget."""

import re

from sqlalchemy import func, select

from models.appeals import Appeal
from models.news import Attendance, ReceptionSlot, Subscription
from models.records import Meeting
from services.appeals.events import broken_at
from services.checking import check
from tests.acting import SABILYANOV, answer, assistant_of, deputy_id, write
from tests.casework.helpers import open_steps
from tests.events.helpers import announces, follows
from tests.records.acts import accept, activist, meeting
from tests.settings.test_personal_data import CANARY, forgets, rows_with
from tests.world import Someone, World


async def everything(someone: Someone) -> str:
    """All the pages of /mydata."""
    await someone.says("/mydata")
    pages = [someone.text]
    while "Next" in someone.labels:
        await someone.taps("Next")
        pages.append(someone.text)
    return "\n".join(pages)


async def asked_and_replied(assistant: Someone, voter: Someone) -> None:
    await open_steps(assistant)
    await assistant.taps("Ask the author a question")
    await assistant.says("Which house?")
    await assistant.taps("Send the question")
    await voter.taps("Reply")
    await voter.says(f"The house of {CANARY}.")
    await voter.taps("Send the reply")


async def test_replies_follows_attendance_and_visits(world: World) -> None:
    assistant = await assistant_of(world, SABILYANOV)
    voter = world.person("Aigul")
    await follows(world, voter)
    await write(world, voter, "The road is broken.")
    await asked_and_replied(assistant, voter)
    await announces(world, assistant)
    await voter.taps("I will come")
    await assistant.says("/reception")
    await assistant.taps("Open times")
    for typed in ("27.11 10:00-11:25", "Room 5", "20"):
        await assistant.says(typed)
    await voter.opens(f"d_{await deputy_id(world, SABILYANOV)}")
    await voter.taps("Announcements")
    await voter.taps("Reception")
    await voter.says("2")
    await voter.taps("Say what about")
    await voter.says(f"About {CANARY}.")
    shown = await everything(voter)
    assert f"Your reply\nThe house of {CANARY}." in shown
    assert re.search(r"Your visit \(Friday, November 27.*10:20.*\)\n.*\nAbout Wagtail-7431", shown)
    assert "You follow (" in shown
    assert "Your “I will come” (" in shown
    assert "You wrote an answer" not in shown
    await answer(assistant, "It will be mended.")
    await voter.taps("Solved")
    await forgets(voter)
    assert await rows_with(world, CANARY) == []
    async with world.app.database.read() as uow:
        for table in (Subscription, Attendance):
            assert await uow.session.scalar(select(func.count()).select_from(table)) == 0
        booked = select(func.count()).where(ReceptionSlot.booked_by.is_not(None))
        assert await uow.session.scalar(booked) == 0
        ident = (await uow.session.scalars(select(Appeal.id))).one()
        assert await broken_at(uow, ident) is None
        assert await check(uow) == []


async def test_what_was_written_at_work(world: World) -> None:
    assistant = await assistant_of(world, SABILYANOV)
    voter = world.person("Aigul")
    await write(world, voter, "The road is broken.")
    await open_steps(assistant)
    await assistant.taps("Ask the author a question")
    await assistant.says("Which house?")
    await assistant.taps("Send the question")
    await assistant.says("/announce")
    await assistant.taps("Meeting with voters")
    await assistant.says(f"A draft about {CANARY}.")
    shown = await everything(assistant)
    assert "You asked an author" in shown
    assert "Which house?" in shown
    assert f"A draft about {CANARY}." in shown
    assert "The road is broken." not in shown
    await forgets(assistant)
    assert await rows_with(world, CANARY) == []


async def test_what_a_coordinator_did(world: World) -> None:
    dana = await activist(world)
    saule = await world.coordinator()
    await meeting(dana)
    await accept(saule)
    await saule.says("/admin")
    await saule.taps("Invite")
    await saule.taps("Activist")
    await saule.taps("All assemblies")
    shown = await everything(saule)
    assert "You looked at a record" in shown
    assert "You made an invitation" in shown
    assert "You recorded a meeting" not in shown


async def test_what_was_recorded(world: World) -> None:
    dana = await activist(world)
    await meeting(dana)
    shown = await everything(dana)
    assert "You recorded a meeting" in shown
    assert "instagram.com/p/Cz12" in shown
    await forgets(dana)
    async with world.app.database.read() as uow:
        kept = select(Meeting.state).where(Meeting.recorded_by.is_not(None))
        assert (await uow.session.scalars(kept)).all() == ["submitted"]
