"""The ways to the questions that the deputy's side is asked about a letter."""

from tests.acting import SABILYANOV, assistant_of, write
from tests.membership.stories import joins
from tests.world import Someone, World


async def at_case(world: World) -> Someone:
    assistant = await assistant_of(world, SABILYANOV)
    await write(world, world.person(), "The road is broken.")
    await assistant.says("/inbox")
    await assistant.says("1")
    return assistant


async def at_answer(world: World) -> Someone:
    assistant = await at_case(world)
    await assistant.taps("Answer")
    await assistant.says("It is mended.")
    return assistant


async def at_short_name(world: World) -> Someone:
    assistant = await at_case(world)
    await assistant.taps("Give to a colleague")
    await assistant.taps("My name for colleagues")
    return assistant


async def at_note(world: World) -> Someone:
    assistant = await at_case(world)
    await assistant.taps("Notes")
    await assistant.taps("Write a note")
    return assistant


async def at_template(world: World) -> Someone:
    assistant = await assistant_of(world, SABILYANOV)
    await assistant.says("/templates")
    await assistant.taps("Add a template")
    return assistant


async def at_search(world: World) -> Someone:
    assistant = await at_case(world)
    await assistant.says("/search")
    return assistant


async def at_steps(world: World) -> Someone:
    assistant = await at_case(world)
    await assistant.taps("What else can be done")
    return assistant


async def at_question(world: World) -> Someone:
    assistant = await at_steps(world)
    await assistant.taps("Ask the author a question")
    return assistant


async def at_body(world: World) -> Someone:
    assistant = await at_steps(world)
    await assistant.taps("Redirect it")
    return assistant


async def at_letter_there(world: World) -> Someone:
    assistant = await at_body(world)
    await assistant.says("Akimat of Semey")
    return assistant


async def at_last_look(world: World) -> Someone:
    assistant = await at_letter_there(world)
    await assistant.says("12-3")
    return assistant


async def at_other_deputy(world: World) -> Someone:
    assistant = await at_body(world)
    await assistant.taps("Another deputy in this bot")
    return assistant


async def at_reason_for_time(world: World) -> Someone:
    voter = world.person()
    deputy = await joins(world, await world.coordinator(), "Nurtai", "Deputy", "8")
    await write(world, voter, "The road is broken.")
    await deputy.says("/inbox")
    await deputy.says("1")
    await deputy.taps("Take into work")
    await deputy.taps("What else can be done")
    await deputy.taps("More time for the answer")
    return deputy


async def at_day_of_more_time(world: World) -> Someone:
    deputy = await at_reason_for_time(world)
    await deputy.says("The estimate is not ready.")
    return deputy


async def at_number_of_another(world: World) -> Someone:
    assistant = await at_steps(world)
    await assistant.taps("Merge with another appeal")
    return assistant
