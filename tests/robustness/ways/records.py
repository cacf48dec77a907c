"""The ways to the questions about records, statuses, announcements and visits."""

from tests.acting import SABILYANOV, assistant_of, deputy_id
from tests.events.helpers import drafts
from tests.promises.acts import ABIL, first_promise, with_role
from tests.promises.test_deputys_side import disagree, meeting
from tests.records import acts
from tests.world import Someone, World


async def at_announcement_text(world: World) -> Someone:
    assistant = await assistant_of(world, SABILYANOV)
    await assistant.says("/announce")
    await assistant.taps("Meeting with voters")
    return assistant


async def at_cancelling_reason(world: World) -> Someone:
    assistant = await assistant_of(world, SABILYANOV)
    await drafts(assistant)
    await assistant.taps("Publish")
    await assistant.taps("Cancel it")
    return assistant


async def at_what_is_logged(world: World) -> Someone:
    dana = await acts.activist(world)
    await dana.says("/log")
    return dana


async def at_record(world: World) -> Someone:
    dana = await at_what_is_logged(world)
    await dana.says(acts.LINK)
    return dana


async def at_status_reason(world: World) -> Someone:
    activist = await with_role(world, "Timur", "activist")
    await activist.opens(f"u_{await first_promise(world)}")
    await activist.taps("Propose a status")
    await activist.taps("Kept")
    return activist


async def at_evidence(world: World) -> Someone:
    activist = await at_status_reason(world)
    await activist.says("The school was opened.")
    return activist


async def at_reception_hours(world: World) -> Someone:
    assistant = await assistant_of(world, SABILYANOV)
    await assistant.says("/reception")
    await assistant.taps("Open times")
    return assistant


async def at_reception_place(world: World) -> Someone:
    assistant = await at_reception_hours(world)
    await assistant.says("27.11 10:00-11:25")
    return assistant


async def at_visit_subject(world: World) -> Someone:
    assistant = await at_reception_place(world)
    await assistant.says("Room 5")
    await assistant.says("20")
    voter = world.person()
    await voter.opens(f"d_{await deputy_id(world, SABILYANOV)}")
    await voter.taps("Announcements")
    await voter.taps("Reception")
    await voter.says("1")
    await voter.taps("Say what about")
    return voter


async def at_response(world: World) -> Someone:
    await meeting(world, await with_role(world, "Timur", "activist"))
    side = await assistant_of(world, ABIL)
    await side.says("/mine")
    await side.taps("Meetings")
    await side.says("1")
    await side.taps("I disagree")
    return side


async def at_response_look(world: World) -> Someone:
    side = await at_response(world)
    await side.says("There were 400 people.")
    return side


async def at_settling(world: World) -> Someone:
    coordinator = await world.coordinator()
    await meeting(world, await with_role(world, "Timur", "activist"))
    await disagree(await assistant_of(world, ABIL))
    await coordinator.taps("Leave it as it is")
    return coordinator


async def at_return_words(world: World) -> Someone:
    coordinator = await world.coordinator()
    await acts.meeting(await acts.activist(world))
    await coordinator.says("/review")
    await coordinator.taps("Check 1 record")
    await coordinator.says("1")
    await coordinator.taps("Return")
    await coordinator.taps("The date does not fit the source")
    return coordinator


async def at_promise_text(world: World) -> Someone:
    coordinator = await world.coordinator()
    await coordinator.says("/program 8")
    await coordinator.taps("How it was found")
    await coordinator.taps("Split it into promises")
    await coordinator.taps("Add a promise")
    return coordinator
