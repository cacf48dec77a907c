"""The coordinator's desk: data gaps, convocations, lists."""

from tests.acting import deputy_id
from tests.membership.stories import invites
from tests.world import World


async def test_the_desk_shows_what_there_is(world: World) -> None:
    coordinator = await world.coordinator()
    await invites(coordinator, "Activist", "All assemblies")
    await coordinator.says("/admin")
    assert "Invitations not used yet: 1" in coordinator.text
    assert len(coordinator.screen.labels) <= 8


async def test_a_district_is_filled_in_by_typing_it(world: World) -> None:
    voter = world.person("Aigul")
    await voter.says("15")
    assert "Balabiev" not in voter.text
    coordinator = await world.coordinator()
    await coordinator.says("/admin")
    await coordinator.taps("Gaps in the data")
    await coordinator.taps("1. Deputies without a known district")
    assert "Deputies without a known district: 9" in coordinator.text
    await coordinator.says("1")
    assert "Type the number of the district" in coordinator.text
    await coordinator.says("8")
    assert "has another deputy" in coordinator.text
    await coordinator.says("999")
    assert "no such district" in coordinator.text
    await coordinator.says("15")
    assert "district 15" in coordinator.text
    await coordinator.says("/admin")
    await coordinator.taps("Gaps in the data")
    assert "Deputies without a known district: 8" in coordinator.text
    await voter.says("15")
    assert "Balabiev" in voter.text


async def test_who_takes_appeals_is_a_switch(world: World) -> None:
    coordinator = await world.coordinator()
    await coordinator.says("/admin")
    await coordinator.taps("Who takes appeals")
    await coordinator.says("1")
    await coordinator.taps("Take no more appeals")
    voter = world.person("Aigul")
    await voter.opens(f"d_{await deputy_id(world, 'kuspan')}")
    assert "Write an appeal" not in voter.labels
    await coordinator.taps("Take appeals")
    await voter.opens(f"d_{await deputy_id(world, 'kuspan')}")
    assert "Write an appeal" in voter.labels
