"""The ways to every question of every conversation, as somebody would go them."""

from tests.acting import SABILYANOV, answer, assistant_of, compose, deputy_id, write
from tests.closing.acts import answered, disputes
from tests.membership.stories import joins
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


async def at_dispute(world: World) -> Someone:
    assistant = await assistant_of(world, SABILYANOV)
    voter = world.person()
    await write(world, voter, "The road is broken.")
    await answer(assistant, "It is mended.")
    await voter.taps("Not solved")
    return voter


async def at_answer(world: World) -> Someone:
    assistant = await assistant_of(world, SABILYANOV)
    await write(world, world.person(), "The road is broken.")
    await assistant.says("/inbox")
    await assistant.says("1")
    await assistant.taps("Answer")
    await assistant.says("It is mended.")
    return assistant


async def at_case(world: World) -> Someone:
    assistant = await assistant_of(world, SABILYANOV)
    await write(world, world.person(), "The road is broken.")
    await assistant.says("/inbox")
    await assistant.says("1")
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


async def at_question(world: World) -> Someone:
    assistant = await at_case(world)
    await assistant.taps("What else can be done")
    await assistant.taps("Ask the author a question")
    return assistant


async def at_body(world: World) -> Someone:
    assistant = await at_case(world)
    await assistant.taps("What else can be done")
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


async def at_second_letter(world: World) -> Someone:
    voter, _ = await answered(world)
    await voter.taps("Partly")
    await voter.taps("Write a second letter")
    return voter


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


async def at_number_of_another(world: World) -> Someone:
    assistant = await at_case(world)
    await assistant.taps("What else can be done")
    await assistant.taps("Merge with another appeal")
    return assistant
