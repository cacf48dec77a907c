"""The ways to the questions that authors of letters and bearers of receipts are asked."""

from tests.acting import SABILYANOV, answer, assistant_of, compose, deputy_id, write
from tests.closing.acts import answered
from tests.world import Someone, World


async def at_topic(world: World) -> Someone:
    voter = world.person()
    await voter.opens(f"d_{await deputy_id(world, SABILYANOV)}")
    await voter.taps("Write an appeal")
    return voter


async def at_text(world: World) -> Someone:
    voter = await at_topic(world)
    await voter.taps("Roads and transport")
    await voter.says("The road is broken.")
    return voter


async def at_change(world: World) -> Someone:
    voter = world.person()
    await compose(world, voter, "The road is broken.")
    await voter.taps("Change")
    return voter


async def at_name(world: World) -> Someone:
    voter = await at_change(world)
    await voter.taps("My name")
    return voter


async def at_place(world: World) -> Someone:
    voter = await at_change(world)
    await voter.taps("My place")
    return voter


async def at_summary(world: World) -> Someone:
    voter = world.person()
    await compose(world, voter, "The road is broken.")
    await voter.taps("Who may read it")
    await voter.taps("A summary may be public")
    return voter


async def at_public_summary(world: World) -> Someone:
    voter = world.person()
    await write(world, voter, "The road is broken.")
    await voter.says("/appeals")
    await voter.says("1")
    await voter.taps("Who may read it")
    await voter.taps("A summary may be public")
    return voter


async def at_dispute(world: World) -> Someone:
    assistant = await assistant_of(world, SABILYANOV)
    voter = world.person()
    await write(world, voter, "The road is broken.")
    await answer(assistant, "It is mended.")
    await voter.taps("Not solved")
    return voter


async def at_reply(world: World) -> Someone:
    assistant = await assistant_of(world, SABILYANOV)
    voter = world.person()
    await write(world, voter, "The road is broken.")
    await assistant.says("/inbox")
    await assistant.says("1")
    await assistant.taps("What else can be done")
    await assistant.taps("Ask the author a question")
    await assistant.says("Which street is it?")
    await assistant.taps("Send the question")
    await voter.taps("Reply")
    await voter.says("Abai street.")
    return voter


async def at_second_letter(world: World) -> Someone:
    voter, _ = await answered(world)
    await voter.taps("Partly")
    await voter.taps("Write a second letter")
    return voter


async def at_number_there(world: World) -> Someone:
    await assistant_of(world, SABILYANOV)
    voter = world.person()
    await write(world, voter, "The road is broken.")
    await voter.says("/appeals")
    await voter.says("1")
    await voter.taps("To e-Otinish too")
    return voter


async def at_receipt_number(world: World) -> Someone:
    stranger = world.person()
    await stranger.says("/verify")
    return stranger


async def at_receipt_words(world: World) -> Someone:
    stranger = await at_receipt_number(world)
    await stranger.says("MZH-2026-000001-U")
    return stranger
