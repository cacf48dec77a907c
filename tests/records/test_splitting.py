"""A coordinator splits a programme into promises that can be checked."""

import pytest
from sqlalchemy import func, select

from models.programmes import Promise
from models.records import Correction
from tests.acting import SABILYANOV, assistant_of, deputy_id
from tests.records.acts import activist
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
        await person.taps_data(f"pe_add:{mandate_id}")
        assert "I cannot find this" in person.text
        await person.says("A bridge over the Irtysh")
    async with world.app.database.read() as uow:
        assert await uow.session.scalar(select(func.count(Promise.id))) == before
