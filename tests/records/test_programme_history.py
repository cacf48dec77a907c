"""A wrong step in the search for a programme leaves nothing behind once it is put right."""

import pytest

from models.records import ProgrammeEvent
from tests.acting import SABILYANOV, assistant_of
from tests.records.acts import LINK, accept, activist, rows
from tests.records.test_requests import event, programme
from tests.world import Someone, World


@pytest.fixture
async def dana(world: World) -> Someone:
    return await activist(world)


async def corrects(coordinator: Someone, step: ProgrammeEvent) -> None:
    await coordinator.taps_data(f"rec_edit:event:{step.id}")


async def newest(world: World) -> ProgrammeEvent:
    found: ProgrammeEvent = (await rows(world, ProgrammeEvent))[-1]
    return found


async def stands(world: World) -> tuple[str, str, str | None]:
    row = await programme(world)
    return row.availability, row.kind, row.url


async def test_a_corrected_step_is_followed_anew(world: World, dana: Someone) -> None:
    before = await stands(world)
    coordinator = await world.coordinator()
    await event(dana, "It was found", "18.05.2026", LINK)
    await accept(coordinator)
    assert await stands(world) == ("open", before[1], LINK)
    await corrects(coordinator, await newest(world))
    await coordinator.taps("What happened")
    await coordinator.taps("It was asked for")
    assert await stands(world) == before
    await dana.says("/program 8")
    assert "It can be read in open sources." not in dana.text


async def test_steps_count_in_the_order_of_their_days(world: World, dana: Someone) -> None:
    coordinator = await world.coordinator()
    await event(dana, "It was found", "18.05.2026", LINK)
    await accept(coordinator)
    await event(dana, "The link leads nowhere", "20.05.2026", LINK)
    await accept(coordinator)
    assert (await stands(world))[::2] == ("unknown", None)
    await corrects(coordinator, await newest(world))
    await coordinator.says("17.05.2026")  # the link died before, and was found again
    assert (await stands(world))[::2] == ("open", LINK)


async def test_about_another_deputy(world: World, dana: Someone) -> None:
    before = await stands(world)
    coordinator = await world.coordinator()
    await event(dana, "It was found", "18.05.2026", LINK)
    await accept(coordinator)
    await corrects(coordinator, await newest(world))
    await coordinator.taps("Deputy")
    await coordinator.says("11")
    assert await stands(world) == before
    await dana.says("/program 11")
    assert "It can be read in open sources." in dana.text


async def test_another_link(world: World, dana: Someone) -> None:
    coordinator = await world.coordinator()
    await event(dana, "It was found", "18.05.2026", LINK)
    await accept(coordinator)
    step = await newest(world)
    await corrects(coordinator, step)
    await coordinator.taps("Evidence")
    await coordinator.taps("Remove 1")
    await coordinator.says("https://example.kz/programme.pdf")
    assert (await stands(world))[::2] == ("open", "https://example.kz/programme.pdf")


async def test_a_step_that_the_deputy_disproved(world: World, dana: Someone) -> None:
    coordinator = await world.coordinator()
    side = await assistant_of(world, SABILYANOV)
    await event(dana, "It was refused", "18.05.2026")
    await accept(coordinator)
    await event(dana, "It was found", "19.05.2026", LINK)
    await accept(coordinator)
    await side.says("/mine")
    await side.taps("Facts about the programme")
    await side.says("1")
    await side.taps("I disagree")
    await side.says("The page shows the programme of another person.")
    await side.taps("Send")
    await coordinator.taps("The deputy's side is right")
    await coordinator.taps("It is not clear what is meant")
    assert (await stands(world))[::2] == ("unavailable", None)  # what was known before it
