"""Bad input gets a clear sentence, nothing is lost, nothing fails."""

import pytest

from sandbox import Attachment
from services import inbox
from tests.acting import compose, deputy_id, write
from tests.world import World

TROUBLESOME = (
    "😀" * 300,
    "а" * 5000,
    "ә" * 4096,
    "<b>&\"'</a><script>alert(1)</script>",
    "{x} %s %d \\n {0}",
    "\u202eabc\u202c \u200b\u200d",
    "…",
    "👨\u200d👩\u200d👧",
    '=HYPERLINK("http://x")',
    "/неткоманды",
    "/" + "a" * 400,
    "\x01\x02\x03",
)


@pytest.mark.parametrize("text", TROUBLESOME, ids=range(len(TROUBLESOME)))
async def test_any_text_gets_an_answer(world: World, text: str) -> None:
    voter = world.person(language="en")
    await voter.says("/start")
    seen = len(voter.messages)
    await voter.says(text)
    assert len(voter.messages) > seen
    await nothing_failed(world)


@pytest.mark.parametrize("text", TROUBLESOME[:-3], ids=range(len(TROUBLESOME) - 3))
async def test_any_text_in_a_letter_is_answered_and_keeps_what_was_there(
    world: World, text: str
) -> None:
    voter = world.person(language="en")
    await compose(world, voter, "The road is broken.")
    await voter.says(text)
    await voter.says("/appeals")
    await voter.taps("Not sent yet")
    assert voter.saw("The road is broken.")
    await nothing_failed(world)


async def test_names_of_people_never_break_a_screen(world: World) -> None:
    voter = world.person("<b>&\"'</a>" * 5, language="en")
    await voter.says("/start")
    assert "not a state service" in voter.text
    await nothing_failed(world)


async def test_a_letter_that_is_too_long_says_by_how_much(world: World) -> None:
    voter = world.person(language="en")
    await compose(world, voter, "The road is broken.")
    await voter.says("word " * 815)
    assert "4000" in voter.text.replace(",", "")
    await voter.taps("Home")
    await voter.says("/appeals")
    await voter.taps("Not sent yet")
    assert "The road is broken." in voter.text


async def test_voice_sticker_and_location_in_a_letter_are_refused_in_words(world: World) -> None:
    voter = world.person(language="en")
    await compose(world, voter, "The road is broken.")
    await voter.sends_voice()
    assert "photos and documents" in voter.text
    await voter.taps("To the letter")
    assert "The road is broken." in voter.text
    assert "Agree and send" in voter.labels
    await voter.sends_sticker()
    assert "photos and documents" in voter.text
    await voter.shares_location(43.2, 76.9)
    assert "photos and documents" in voter.text
    await voter.says("It has been so since May.")
    assert "The road is broken.\nIt has been so since May." in voter.text


async def test_an_album_is_answered_once_and_kept_whole(world: World) -> None:
    voter = world.person(language="en")
    await compose(world, voter, "The road is broken.")
    seen = len(voter.messages)
    await voter.sends_album([Attachment(f"{n}.jpg", bytes([n])) for n in range(1, 6)])
    assert len(voter.messages) == seen + 1
    await voter.says("That was all.")
    assert "5 files" in voter.text


async def test_more_than_ten_files_are_refused_in_words(world: World) -> None:
    voter = world.person(language="en")
    await compose(world, voter, "The road is broken.")
    await voter.sends_album([Attachment(f"{n}.jpg", bytes([n])) for n in range(1, 11)])
    await voter.sends_document("one more.pdf")
    assert "At most 10" in voter.text


async def test_a_photo_where_a_name_is_asked(world: World) -> None:
    voter = world.person(language="en")
    await compose(world, voter, "The road is broken.")
    await voter.taps("Change")
    await voter.taps("My name")
    await voter.sends_photo()
    assert "only words" in voter.text
    await voter.says("Aigul")
    assert "Signed: Aigul" in voter.text


async def test_media_outside_a_letter_get_a_way_on(world: World) -> None:
    voter = world.person(language="en")
    for act in (voter.sends_voice, voter.sends_sticker, voter.sends_photo, voter.sends_document):
        await act()
        assert "What would you like to do?" in voter.text
        assert "Write to a deputy" in voter.labels
    await nothing_failed(world)


async def test_before_the_topic_the_way_back_is_to_the_topic(world: World) -> None:
    voter = world.person(language="en")
    await voter.says("8")
    await voter.taps("Write an appeal")
    await voter.sends_voice()
    await voter.taps("To the letter")
    assert "Roads and transport" in voter.labels


async def test_a_garbled_link_says_so_and_shows_what_can_be_done(world: World) -> None:
    voter = world.person(language="en")
    for payload in ("d_", "d_8x", "poster", "-" * 64):
        await voter.opens(payload)
        assert "This link leads nowhere here." in voter.text
        assert "Find my deputy" in voter.labels
    await nothing_failed(world)


async def test_an_edited_message_outside_a_letter(world: World) -> None:
    voter = world.person(language="en")
    message = await voter.says("/help")
    await voter.edits(message, "other words")
    assert "send a new message" in voter.text


async def test_a_forwarded_message_counts_as_text(world: World) -> None:
    voter = world.person(language="en")
    await compose(world, voter, "The road is broken.")
    message = await voter.says("Second part.")
    await world.after(voter.telegram.forwards(message))
    assert voter.text.count("Second part.") == 2


async def test_in_a_group_it_leads_to_a_private_chat(world: World) -> None:
    voter = world.person(language="en")
    await voter.says("/start")
    group = world.sandbox.group(-1001, title="Neighbours")
    await world.after(voter.telegram.joins(group.chat))
    await world.after(voter.telegram.says("hello all", chat=group.chat))
    assert not [one for one in group.chat.visible() if one.by_bot]
    await world.after(voter.telegram.says("/appeals", chat=group.chat))
    answers = [one for one in group.chat.visible() if one.by_bot]
    assert len(answers) == 1
    assert "one to one" in answers[0].text


async def test_who_blocked_the_bot_is_not_written_to_until_they_return(world: World) -> None:
    voter = world.person(language="en")
    await write(world, voter, "The road is broken.")
    await voter.blocks()
    seen = len(voter.messages)
    await world.at(world.clock().replace(day=26))
    assert len(voter.messages) == seen
    await world.after(voter.telegram.unblocks())
    await voter.says("/appeals")
    assert "000001" in voter.text


async def test_old_buttons_after_months_still_tell_how_it_stands(world: World) -> None:
    voter = world.person(language="en")
    await write(world, voter, "The road is broken.")
    receipt = voter.screen
    world.clock.move_to(world.clock().replace(year=2027, month=5))
    await voter.taps("Open", receipt)
    assert "000001" in voter.text


async def test_the_words_of_a_button_can_be_typed(world: World) -> None:
    voter = world.person(language="en")
    await voter.says("/start")
    await voter.says("find my deputy!")
    assert "district" in voter.text
    await voter.opens(f"d_{await deputy_id(world, 'sabilyanov')}")
    await voter.says("write an appeal")
    await voter.says("Roads and transport")
    await voter.says("The road is broken.")
    await voter.says("agree and send")
    assert voter.saw("Your letter is registered")


async def nothing_failed(world: World) -> None:
    async with world.app.database.read() as uow:
        assert await inbox.dead(uow) == []
