"""A voter writes: from the first screen to the receipt, the answer and the last word."""

from tests.acting import SABILYANOV, answer, assistant_of, compose, deputy_id, write
from tests.world import World


async def test_from_start_to_a_receipt_in_seven_inputs(world: World) -> None:
    voter = world.person("Aigul", language="en")
    await voter.says("/start")
    await voter.taps("Find my deputy")
    await voter.says("Семей")
    await voter.taps("Write an appeal")
    await voter.taps("Roads and transport")
    await voter.says("The road to the school has been broken since May. Please have it mended.")
    await voter.taps("Agree and send")
    assert "Your letter is registered" in voter.text
    assert "№ MZH-2026-000001-" in voter.text


async def test_the_receipt_says_who_has_it_and_when_the_answer_is_due(world: World) -> None:
    await assistant_of(world, SABILYANOV)
    voter = world.person("Aigul", language="en")
    await write(world, voter, "The road is broken.")
    assert "Registered on Tuesday, November 24, 2026" in voter.text
    assert "Friday, November 27, 2026" in voter.text  # 3 working days
    assert "Tuesday, December 15, 2026" in voter.text  # 15 working days


async def test_the_dates_explain_themselves(world: World) -> None:
    await assistant_of(world, SABILYANOV)
    voter = world.person("Aigul", language="en")
    await write(world, voter, "The road is broken.")
    await voter.taps("Why these dates?")
    assert "15 working days" in voter.text
    assert "article 76" in voter.text
    assert "by law" not in voter.text


async def test_without_a_workspace_it_says_so_and_asks_a_coordinator(world: World) -> None:
    coordinator = await world.coordinator()
    voter = world.person("Aigul", language="en")
    await write(world, voter, "The road is broken.")
    assert "has not joined" in voter.text
    assert coordinator.saw("MZH-2026-000001-")


async def test_the_answer_comes_with_a_one_tap_question(world: World) -> None:
    assistant = await assistant_of(world, SABILYANOV)
    voter = world.person("Aigul", language="en")
    await write(world, voter, "The road is broken.")
    await answer(assistant, "The road will be mended by 1 June.")
    assert voter.saw("The road will be mended by 1 June.")
    await voter.taps("Solved")
    assert "You said that it is solved" in voter.text
    assert assistant.saw("solved")


async def test_three_taps_on_send_make_one_letter(world: World) -> None:
    voter = world.person("Aigul", language="en")
    await compose(world, voter, "The road is broken.")
    button = voter.screen.button("Agree and send")
    assert button is not None
    for _ in range(3):
        await voter.telegram.taps_data(button.callback_data or "")
    await world.settle()
    receipts = [one for one in voter.messages if "Received on" in one.text]
    assert len(receipts) == 1
    await voter.says("/appeals")
    assert "000001" in voter.text
    assert "000002" not in voter.text


async def test_several_messages_and_files_become_one_letter(world: World) -> None:
    assistant = await assistant_of(world, SABILYANOV)
    voter = world.person("Aigul", language="en")
    await compose(world, voter, "The road is broken.")
    await voter.says("It has been so since May.")
    await voter.sends_photo("Here is a photo")
    await voter.sends_document("plan.pdf")
    await voter.taps("Agree and send")
    await assistant.says("/inbox")
    await assistant.says("1")
    assert "The road is broken.\nIt has been so since May.\nHere is a photo" in assistant.text
    assert "2 files" in assistant.text


async def test_an_edited_message_replaces_its_part(world: World) -> None:
    voter = world.person("Aigul", language="en")
    await compose(world, voter, "The rode is broken.")
    typo = next(one for one in voter.telegram.sees if one.text == "The rode is broken.")
    await voter.edits(typo, "The road is broken.")
    assert "The road is broken." in voter.text
    assert "rode" not in voter.text


async def test_an_edited_caption_replaces_its_part(world: World) -> None:
    voter = world.person("Aigul", language="en")
    await compose(world, voter, "The road is broken.")
    await voter.sends_photo("Sinse May.")
    photo = next(one for one in voter.telegram.sees if one.text == "Sinse May.")
    await voter.edits(photo, "Since May.")
    assert "The road is broken.\nSince May." in voter.text
    assert "Sinse" not in voter.text


async def test_nothing_was_written_yet_and_it_was_the_wrong_deputy(world: World) -> None:
    voter = world.person("Aigul", language="en")
    await voter.says("5")
    await voter.taps("Write an appeal")
    await voter.taps("Roads and transport")
    await voter.taps("Back")
    await voter.taps("Back")
    assert "Constituency No. 5" in voter.text
    await voter.says("8")
    await voter.taps("Write an appeal")
    assert "A letter to Nurtai Sabilyanov" in voter.text
    await voter.taps("Roads and transport")
    await voter.says("The road is broken.")
    await voter.taps("Change")
    await voter.taps("Kind and topic")
    await voter.taps("Back")
    assert "The road is broken." in voter.text
    assert "Agree and send" in voter.labels


async def test_a_draft_survives_cancel_restart_and_a_command(world: World) -> None:
    voter = world.person("Aigul", language="en")
    await compose(world, voter, "The road is broken.")
    await voter.says("/cancel")
    await voter.taps("Keep")
    await world.restart()
    await voter.says("/help")
    await voter.says("/appeals")
    await voter.taps("Not sent yet")
    assert "The road is broken." in voter.text
    await voter.taps("Agree and send")
    assert voter.saw("Your letter is registered")


async def test_discard_leaves_nothing(world: World) -> None:
    voter = world.person("Aigul", language="en")
    await compose(world, voter, "The road is broken.")
    await voter.says("/cancel")
    await voter.taps("Discard")
    await voter.says("/appeals")
    assert "You have not written to a deputy yet" in voter.text


async def test_the_programme_can_be_asked_for(world: World) -> None:
    voter = world.person("Aigul", language="en")
    mandate = await deputy_id(world, "balabiev")
    await voter.opens(f"p_{mandate}")
    await voter.taps("Ask the deputy for the programme")
    await voter.taps("Agree and send")
    assert voter.saw("Your letter is registered")
    await voter.opens(f"p_{mandate}")
    await voter.taps("Ask the deputy for the programme")
    assert "already" in voter.text


async def test_withdrawing_asks_first_and_tells_the_other_side(world: World) -> None:
    assistant = await assistant_of(world, SABILYANOV)
    voter = world.person("Aigul", language="en")
    await write(world, voter, "The road is broken.")
    await voter.taps("Withdraw")
    await voter.taps("Yes, withdraw")
    assert "Nobody will work on it any more" in voter.text
    assert assistant.saw("withdr")


async def test_signing_and_naming_the_place_is_up_to_the_voter(world: World) -> None:
    voter = world.person("Aigul", language="en")
    await compose(world, voter, "The road is broken.")
    assert "Not signed" in voter.text
    await voter.taps("Change")
    await voter.taps("My name")
    await voter.says("Айгүл <b>&\"'</a> С.")
    await voter.taps("Change")
    await voter.taps("My place")
    await voter.says("Семей, Абай көшесі 5")
    assert "Айгүл <b>&\"'</a> С." in voter.text
    assert "Семей, Абай көшесі 5" in voter.text


async def test_a_draft_is_remembered_after_a_day_and_gone_after_seven(world: World) -> None:
    voter = world.person("Aigul", language="en")
    await compose(world, voter, "The road is broken.")
    await world.at(world.clock().replace(day=25, hour=6))
    assert "is not sent yet" in voter.text
    count = len(voter.messages)
    await world.at(world.clock().replace(day=26))
    assert len(voter.messages) == count
    await world.at(world.clock().replace(month=12, day=2))
    await voter.says("/appeals")
    assert "You have not written to a deputy yet" in voter.text


async def test_after_hours_it_is_registered_on_the_next_working_day(world: World) -> None:
    voter = world.person("Aigul", language="en")
    world.clock.move_to(world.clock().replace(day=27, hour=15))  # Friday 20:00 in Almaty
    await assistant_of(world, SABILYANOV)
    await write(world, voter, "The road is broken.")
    assert "Received on Friday, November 27, 2026, 20:00" in voter.text
    assert "Registered on Monday, November 30, 2026" in voter.text
