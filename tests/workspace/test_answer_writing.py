"""An answer that is being written: nothing is lost, nothing goes out too early."""

from sqlalchemy import select

from models.appeals import Appeal
from sandbox import Attachment
from tests.workspace.acts import answers, begin, sends
from tests.world import Someone, World


async def test_more_than_fits_is_refused_and_the_rest_is_kept(
    world: World, yerlan: Someone, voter: Someone
) -> None:
    await begin(yerlan, *("word " * 790 for _ in range(3)))
    await yerlan.says("word " * 200)
    assert "fit" in yerlan.text
    (draft,) = await answers(world)
    assert 11_000 < len(draft.text) <= 12_000
    await yerlan.says("choose the outcome")
    assert "Solved" in yerlan.labels
    assert [one.text for one in await answers(world)] == [draft.text]


async def test_an_edited_message_replaces_its_part(
    world: World, yerlan: Someone, voter: Someone
) -> None:
    await begin(yerlan, "Mended in Mai.", "Thank you.")
    typo = next(one for one in yerlan.telegram.sees if one.text == "Mended in Mai.")
    await yerlan.edits(typo, "Mended in May.")
    (draft,) = await answers(world)
    assert draft.text == "Mended in May.\nThank you."


async def test_a_restart_at_any_step(world: World, yerlan: Someone, voter: Someone) -> None:
    await yerlan.says("/inbox")
    await world.restart()
    await yerlan.says("1")
    await world.restart()
    await yerlan.taps("Answer")
    await world.restart()
    await yerlan.says("Mended,")
    await world.restart()
    await yerlan.says("and widened.")
    await world.restart()
    await yerlan.taps("Choose the outcome")
    await world.restart()
    await yerlan.taps("Solved")
    await world.restart()
    await yerlan.taps("Send")
    assert voter.saw("Mended,\nand widened.")


async def test_cancel_keeps_what_was_written(world: World, yerlan: Someone, voter: Someone) -> None:
    await begin(yerlan, "Mended.")
    await yerlan.says("/cancel")
    assert "Keep it for later or discard it?" in yerlan.text
    await yerlan.taps("Keep")
    await yerlan.taps("Back")
    await yerlan.taps("Go on with the answer")
    assert "So far: 7 characters" in yerlan.text
    await yerlan.says("Thank you.")
    (draft,) = await answers(world)
    assert draft.text == "Mended.\nThank you."


async def test_cancel_discards_on_request(world: World, yerlan: Someone, voter: Someone) -> None:
    await begin(yerlan, "Mended.")
    await yerlan.sends_photo()
    await yerlan.says("/cancel")
    await yerlan.taps("Discard")
    assert "Nothing was sent" in yerlan.text
    assert await answers(world) == []
    await yerlan.taps("Back")
    assert "Answer" in yerlan.labels


async def test_a_command_in_the_middle_is_no_answer(
    world: World, yerlan: Someone, voter: Someone
) -> None:
    await begin(yerlan, "Mended.")
    await yerlan.says("/inbox")
    assert "that wait for an answer" in yerlan.text
    await yerlan.says("Семей")
    (draft,) = await answers(world)
    assert draft.text == "Mended."


async def test_a_voice_message_is_asked_for_in_words(
    world: World, yerlan: Someone, voter: Someone
) -> None:
    await begin(yerlan, "Mended.")
    await yerlan.sends_voice()
    assert "photos and documents" in yerlan.text
    assert "So far: 7 characters" in yerlan.text
    await yerlan.says("Really.")
    (draft,) = await answers(world)
    assert draft.text == "Mended.\nReally."


async def test_an_album_is_taken_whole_and_answered_once(
    world: World, yerlan: Someone, voter: Someone
) -> None:
    await begin(yerlan)
    before = len(yerlan.messages)
    album = [Attachment(name, content=name.encode(), mime="image/jpeg") for name in "abc"]
    await yerlan.sends_album(album)
    assert len(yerlan.messages) == before + 1
    await sends(yerlan)
    assert len([one for one in voter.messages if one.photo]) == 3
    assert voter.saw("The answer is in the files.")


async def test_without_an_outcome_it_is_asked_for(
    world: World, yerlan: Someone, voter: Someone
) -> None:
    await begin(yerlan, "Mended.")
    async with world.app.database.read() as uow:
        ident = await uow.session.scalar(select(Appeal.id))
    await yerlan.taps_data(f"w_ans:{ident}:send:")
    assert "How does it end for the voter?" in yerlan.text
    assert not voter.saw("The answer to №")


async def test_a_file_with_too_many_words_leaves_everything_as_it_was(
    world: World, yerlan: Someone, voter: Someone
) -> None:
    await begin(yerlan, *("word " * 790 for _ in range(3)))
    await yerlan.sends_photo("word " * 200)
    assert "fit" in yerlan.text
    assert "file" not in yerlan.text
    await sends(yerlan)
    assert not any(one.photo for one in voter.messages)


async def test_nothing_written_cannot_be_sent(
    world: World, yerlan: Someone, voter: Someone
) -> None:
    await begin(yerlan)
    async with world.app.database.read() as uow:
        ident = await uow.session.scalar(select(Appeal.id))
    await yerlan.taps_data(f"w_ans:{ident}:pick:solved")
    assert "Your answer to" in yerlan.text
    await yerlan.taps_data(f"w_ans:{ident}:send:")
    assert "Please write what was done" in yerlan.text
    assert not voter.saw("The answer to №")
