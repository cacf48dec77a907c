"""A coordinator splits a programme into promises that can be checked."""

import pytest
from sqlalchemy import func, select

from models.programmes import Promise
from models.records import Correction
from tests.acting import SABILYANOV, assistant_of, deputy_id
from tests.records.acts import LINK, accept, activist
from tests.records.test_requests import event
from tests.world import Someone, World


@pytest.fixture
async def coordinator(world: World) -> Someone:
    return await world.coordinator()


async def newest(world: World) -> Promise:
    async with world.app.database.read() as uow:
        query = select(Promise).order_by(Promise.id.desc()).limit(1)
        return (await uow.session.scalars(query)).one()


async def test_a_promise_is_added_and_made_measurable(world: World, coordinator: Someone) -> None:
    await coordinator.says("/program 8")
    await coordinator.taps("How it was found")
    await coordinator.taps("Split it into promises")
    await coordinator.taps("Add a promise")
    await coordinator.says("A bridge <over> the Irtysh & a road")
    await coordinator.taps("Topic")
    await coordinator.taps("Infrastructure")
    await coordinator.taps("Measured by")
    await coordinator.says("The bridge is open to traffic by 2027")
    await coordinator.taps("Make it local")
    row = await newest(world)
    assert (row.text_en, row.topic, row.scope, row.indicator) == (
        "A bridge <over> the Irtysh & a road",
        "infrastructure",
        "local",
        "The bridge is open to traffic by 2027",
    )
    await coordinator.taps("Text")
    await coordinator.says("A bridge over the Irtysh")
    async with world.app.database.read() as uow:
        query = select(Correction.was).where(
            Correction.record == "promises",
            Correction.record_id == row.id,
            Correction.field == "text_en",
        )
        assert list(await uow.session.scalars(query.order_by(Correction.id))) == [
            None, "A bridge <over> the Irtysh & a road",
        ]  # fmt: skip
    voter = world.person("Aigul")
    await voter.says("/program 8")
    assert "A bridge over the Irtysh" in voter.text


async def test_whose_words_it_is(world: World, coordinator: Someone) -> None:
    """A coordinator who has read it; what is recorded later does not change that."""
    await coordinator.says("/program 8")
    await coordinator.taps("How it was found")
    await coordinator.taps("Split it into promises")
    await coordinator.taps("Kind of the programme")
    await coordinator.taps("3. programme of the party only")
    assert "Kind of the programme: programme of the party only" in coordinator.text
    await coordinator.taps("Kind of the programme")
    await coordinator.says("1")
    dana = await activist(world)
    await event(dana, "The party's was named instead", "18.05.2026", LINK)
    await accept(coordinator)
    await dana.says("/program 8")
    assert "It is the deputy's own programme." in dana.text
    async with world.app.database.read() as uow:
        query = select(Correction.was, Correction.became).where(
            Correction.record == "programmes", Correction.field == "kind"
        )
        rows = (await uow.session.execute(query.order_by(Correction.id))).all()
    assert [became for _, became in rows] == ["party", "own"]


async def test_a_thesis_of_the_party(world: World, coordinator: Someone) -> None:
    await coordinator.says("/program 8")
    await coordinator.taps("How it was found")
    await coordinator.taps("Split it into promises")
    await coordinator.taps("Add a promise")
    await coordinator.says("Three schools in the district")
    await coordinator.taps("Thesis of the party")
    await coordinator.says("3")
    assert "Thesis of the party: 3. Quality education and health care" in coordinator.text
    voter = world.person("Aigul")
    await voter.opens(f"u_{(await newest(world)).id}")
    assert "thesis 3 of the party: Quality education and health care" in voter.text
    await coordinator.taps("Thesis of the party")
    await coordinator.taps("Next")
    await coordinator.taps("None of them")
    assert "Thesis of the party: not said yet" in coordinator.text
    assert (await newest(world)).thesis_id is None
    await coordinator.taps_data(f"pe_th:{(await newest(world)).id}:9999")
    assert "cannot find this" in coordinator.text


async def test_only_coordinators_who_are_no_staff_split(world: World) -> None:
    mandate_id = await deputy_id(world, SABILYANOV)
    dana = await activist(world)
    assistant = await assistant_of(world, SABILYANOV)
    async with world.app.database.read() as uow:
        before = await uow.session.scalar(select(func.count(Promise.id)))
    for person in (dana, assistant):
        await person.opens(f"p_{mandate_id}")
        await person.taps("How it was found")
        assert "Split it into promises" not in person.labels
        for data in (f"pe_kind:{mandate_id}:own", "pe_th:1:1", f"pe_add:{mandate_id}"):
            await person.taps_data(data)
            assert "I cannot find this" in person.text, data
        await person.says("A bridge over the Irtysh")
    async with world.app.database.read() as uow:
        assert await uow.session.scalar(select(func.count(Promise.id))) == before
