"""Deputy requests and facts about programmes, recorded and checked."""

from datetime import date

import pytest
from sqlalchemy import select

from models.programmes import Programme
from models.records import Correction, DeputyRequest, ProgrammeEvent, RequestSignatory
from tests.acting import SABILYANOV, deputy_id
from tests.records.acts import LINK, accept, activist, rows
from tests.world import Someone, World


@pytest.fixture
async def dana(world: World) -> Someone:
    return await activist(world)


async def mine(world: World, table: type[DeputyRequest | ProgrammeEvent]) -> list[DeputyRequest]:
    """Without what was imported."""
    return [row for row in await rows(world, table) if row.recorded_by is not None]


async def request(dana: Someone) -> None:
    await dana.says("/log")
    await dana.taps("A deputy request")
    await dana.says("8")
    await dana.says("18.05.2026")
    await dana.taps("What it is about")
    await dana.says("Repair of the bridge <over> the Irtysh")


async def test_a_request_with_signatories(world: World, dana: Someone) -> None:
    coordinator = await world.coordinator()
    await request(dana)
    await dana.taps("More details")
    await dana.taps("Who signed")
    await dana.says("11, 14")
    assert "Nazarov" in dana.text
    assert "Kuspan" in dana.text
    await dana.says("8")
    assert "This deputy began the request" in dana.text
    await dana.says("14")
    assert "Kuspan" not in dana.text
    await dana.taps("Back")
    await dana.taps("To whom")
    await dana.says("Ministry of Transport")
    await dana.taps("Significant issues")
    await dana.taps("Openness of the budget")
    await dana.taps("Back")
    await dana.taps("Back")
    await dana.taps("Send to be checked")
    await accept(coordinator)
    (row,) = await mine(world, DeputyRequest)
    assert (row.state, row.addressee, row.issues) == (
        "accepted", "Ministry of Transport", ["budget_transparency"],
    )  # fmt: skip
    async with world.app.database.read() as uow:
        signed = await uow.session.scalars(
            select(RequestSignatory.mandate_id).where(RequestSignatory.request_id == row.id)
        )
        assert list(signed) == [await deputy_id(world, "nazarov")]
    await dana.says("/requests 11")
    assert "signed it" in dana.text
    assert "Repair of the bridge <over> the Irtysh" in dana.text


async def test_a_signatory_cannot_become_the_initiator(world: World, dana: Someone) -> None:
    await request(dana)
    await dana.taps("More details")
    await dana.taps("Who signed")
    await dana.says("11")
    await dana.taps("Back")
    await dana.taps("Back")
    await dana.taps("Deputy")
    await dana.says("11")
    assert "This deputy began the request" in dana.text
    (row,) = await mine(world, DeputyRequest)
    assert row.initiator_id == await deputy_id(world, SABILYANOV)


async def test_a_reply_comes_later_from_somebody_else(world: World, dana: Someone) -> None:
    coordinator = await world.coordinator()
    await request(dana)
    await dana.taps("Send to be checked")
    await accept(coordinator)
    timur = await activist(world, "Timur")
    await timur.says("/requests 8")
    await timur.says(next(one for one in timur.labels if "bridge" in one))
    await timur.taps("Add the reply")
    await timur.taps("More details")
    await timur.taps("Reply")
    await timur.says("The bridge is in the plan of 2027.")
    await timur.taps("Date of the reply")
    await timur.says("1.05.2026")
    assert "a reply cannot be older" in timur.text
    await timur.says("25.05.2026")
    await timur.taps("Back")
    await timur.taps("Send to be checked")
    await coordinator.says("/review")
    await coordinator.taps("Check 1 record")
    await coordinator.says("1")
    await coordinator.taps("The same as A: join them")
    first, second = await mine(world, DeputyRequest)
    assert (first.reply, first.reply_on) == (
        "The bridge is in the plan of 2027.", date(2026, 5, 25),
    )  # fmt: skip
    assert second.state == "merged"


async def event(dana: Someone, step: str, day: str, link: str | None = None) -> None:
    await dana.says("/log")
    await dana.taps("A fact about a programme")
    await dana.says("8")
    await dana.taps("What happened")
    await dana.taps(step)
    await dana.says(day)
    if link:
        await dana.says(link)
    await dana.taps("Send to be checked")
    if "Perhaps" in dana.text:
        await dana.taps("It is another one: send it")


async def programme(world: World) -> Programme:
    mandate_id = await deputy_id(world, SABILYANOV)
    async with world.app.database.read() as uow:
        query = select(Programme).where(Programme.mandate_id == mandate_id)
        return (await uow.session.scalars(query)).one()


async def test_a_programme_follows_what_was_accepted(world: World, dana: Someone) -> None:
    coordinator = await world.coordinator()
    await event(dana, "It was found", "18.05.2026", LINK)
    await accept(coordinator)
    row = await programme(world)
    assert (row.availability, row.url) == ("open", LINK)
    await dana.says("/program 8")
    assert "It can be read in open sources." in dana.text
    await event(dana, "The link leads nowhere", "20.05.2026", LINK)
    await accept(coordinator)
    row = await programme(world)
    assert (row.availability, row.url) == ("unknown", None)
    await event(dana, "It was refused", "15.05.2026")
    await accept(coordinator)
    assert (await programme(world)).availability == "unknown"  # older than what is known
    async with world.app.database.read() as uow:
        query = select(Correction.was).where(
            Correction.record == "programmes", Correction.field == "url"
        )
        assert LINK in list(await uow.session.scalars(query))
    await dana.says("/program 8")
    await dana.taps("How it was found")
    assert "The link leads nowhere" in dana.text
    assert dana.text.index("leads nowhere") < dana.text.index("It was found")
