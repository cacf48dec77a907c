"""The ways to the questions that coordinators are asked."""

from tests.acting import write
from tests.closing.acts import answered, disputes
from tests.world import Someone, World


async def with_waiting_appeal(world: World) -> Someone:
    coordinator = await world.coordinator()
    await write(world, world.person(), "The road is broken.")
    await coordinator.says("/review")
    await coordinator.says("1")
    return coordinator


async def at_day(world: World) -> Someone:
    coordinator = await with_waiting_appeal(world)
    await coordinator.taps("I passed it on")
    await coordinator.taps("e-Otinish")
    return coordinator


async def at_reference(world: World) -> Someone:
    coordinator = await at_day(world)
    await coordinator.says("24.11.2026")
    return coordinator


async def at_record(world: World) -> Someone:
    coordinator = await at_reference(world)
    await coordinator.says("ZT-77")
    await coordinator.says("/review")
    await coordinator.says("1")
    await coordinator.taps("Record the answer")
    await coordinator.says("It is mended.")
    return coordinator


async def inviting(world: World, role: str) -> Someone:
    coordinator = await world.coordinator()
    await coordinator.says("/admin")
    await coordinator.taps("Invite")
    await coordinator.taps(role)
    return coordinator


async def at_invited_deputy(world: World) -> Someone:
    return await inviting(world, "Deputy's assistant")


async def at_invited_assembly(world: World) -> Someone:
    return await inviting(world, "Activist")


async def at_district(world: World) -> Someone:
    coordinator = await world.coordinator()
    await coordinator.says("/admin")
    await coordinator.taps("Gaps in the data")
    await coordinator.taps("1. Deputies without a known district")
    await coordinator.taps(coordinator.labels[0])
    return coordinator


async def at_changed_day(world: World) -> Someone:
    coordinator = await world.coordinator()
    await coordinator.says("/calendar")
    await coordinator.taps("A day becomes a day off")
    return coordinator


async def at_changed_reason(world: World) -> Someone:
    coordinator = await at_changed_day(world)
    await coordinator.says("4.12.2026")
    return coordinator


async def at_changed_source(world: World) -> Someone:
    coordinator = await at_changed_reason(world)
    await coordinator.says("Storm")
    return coordinator


async def at_decision(world: World) -> Someone:
    coordinator = await world.coordinator()
    voter, _ = await answered(world)
    await disputes(voter)
    await coordinator.says("/review")
    await coordinator.says("1")
    await coordinator.taps("Send it back")
    await coordinator.taps(coordinator.labels[0])
    return coordinator


async def at_report_period(world: World) -> Someone:
    coordinator = await world.coordinator()
    await coordinator.says("/report")
    await coordinator.taps("Another period")
    return coordinator
