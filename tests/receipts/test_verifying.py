"""Anybody with number and secret words sees that a letter was registered, and nothing else."""

import pytest
from sqlalchemy import select

from models.appeals import Appeal
from services.appeals import receipts
from tests.acting import SABILYANOV, answer, assistant_of, write
from tests.world import Someone, World

SECRET = "The road is broken, call Marat."


@pytest.fixture
async def assistant(world: World) -> Someone:
    return await assistant_of(world, SABILYANOV)


@pytest.fixture
async def voter(world: World, assistant: Someone) -> Someone:
    found = world.person("Aigul")
    await write(world, found, SECRET)
    return found


async def proof(world: World) -> tuple[str, str]:
    async with world.app.database.read() as uow:
        row = (await uow.session.scalars(select(Appeal))).one()
    return str(row.number), str(row.secret_word)


def genuine(someone: Someone) -> bool:
    return "The receipt is genuine." in someone.text


def copies(someone: Someone) -> list[str]:
    """What the buttons of the newest screen copy."""
    return [
        str(button.raw["copy_text"])
        for row in someone.screen.buttons
        for button in row
        if "copy_text" in button.raw
    ]


async def test_the_receipt_carries_words_and_a_link(world: World, voter: Someone) -> None:
    number, words = await proof(world)
    assert f"Secret words: {words}" in voter.text
    await voter.taps("Receipt")
    assert words in voter.text
    assert any(f"start=v_{number}_{words}" in copied for copied in copies(voter))
    await voter.taps("Back")
    assert "Receipt" in voter.labels


async def test_the_link_shows_dates_and_no_names(world: World, voter: Someone) -> None:
    number, words = await proof(world)
    stranger = world.person("Journalist")
    await stranger.opens(f"v_{number}_{words}")
    assert genuine(stranger)
    assert "Registered on Tuesday, November 24, 2026" in stranger.text
    assert "To be answered by Tuesday, December 15, 2026" in stranger.text
    assert "State: Delivered" in stranger.text
    for hidden in ("Aigul", "Marat", "road", "Sabilyanov", "Сабильянов"):
        assert hidden not in stranger.text


async def test_after_the_answer_the_outcome_is_seen(
    world: World, voter: Someone, assistant: Someone
) -> None:
    await answer(assistant, "Repaired by Marat.")
    number, words = await proof(world)
    stranger = world.person("Journalist")
    await stranger.says(f"/verify {number} {words}")
    assert "State: Answered" in stranger.text
    assert "Outcome: Solved" in stranger.text
    assert "Marat" not in stranger.text


@pytest.mark.parametrize(
    "typed",
    [
        "{number} {words}",
        "№ {number} {words}",
        "{lower} {upper}",
        "{number} {apart}",
        "{number} {cyrillic}",
    ],
)
async def test_how_it_may_be_typed(world: World, voter: Someone, typed: str) -> None:
    number, words = await proof(world)
    stranger = world.person("Journalist")
    forms = {
        "number": number,
        "words": words,
        "lower": number.lower(),
        "upper": words.upper(),
        "apart": words.replace("-", " "),
        "cyrillic": receipts_written(words),
    }
    await stranger.says(typed.format(**forms))
    assert genuine(stranger)


def receipts_written(words: str) -> str:
    return words.translate(str.maketrans("bdgklmnprstvzaeiou", "бдгклмнпрствзаеиоу"))


async def test_step_by_step(world: World, voter: Someone) -> None:
    number, words = await proof(world)
    stranger = world.person("Journalist")
    await stranger.says("/verify")
    await stranger.says("what?")
    assert "cannot read a registration number" in stranger.text
    await stranger.says(number)
    assert "Now the secret words" in stranger.text
    await stranger.says("badokite-sulamune")
    assert "There is no receipt" in stranger.text
    await stranger.says(words)
    assert genuine(stranger)
    await stranger.taps("Verify another receipt")
    assert "Verify a receipt" in stranger.text


async def test_wrong_words_and_missing_numbers_look_alike(world: World, voter: Someone) -> None:
    number, words = await proof(world)
    stranger = world.person("Journalist")
    seen = set()
    for typed in (
        f"{number} badokite-sulamune",
        f"MZH-2026-000002-S {words}",
        f"{number} x",
        f"{number} {words}x",
    ):
        await stranger.says(f"/verify {typed}")
        seen.add(stranger.text)
    assert len(seen) == 1
    assert "There is no receipt" in seen.pop()


async def test_guessing_is_slowed_down(world: World, voter: Someone) -> None:
    number, words = await proof(world)
    stranger = world.person("Guesser")
    for _ in range(receipts.WRONG_TRIES):
        await stranger.says(f"/verify {number} badokite-sulamune")
    await stranger.says(f"/verify {number} {words}")
    assert "Receipts can be verified again on" in stranger.text
    await voter.says(f"/verify {number} {words}")
    assert genuine(voter)
    world.clock.move_to(world.clock() + receipts.WITHIN)
    await stranger.says(f"/verify {number} {words}")
    assert genuine(stranger)


async def test_nobody_else_sees_the_words(world: World, voter: Someone) -> None:
    _, words = await proof(world)
    stranger = world.person("Guesser")
    await stranger.says("/start")
    await stranger.taps_data("receipt:1")
    assert "I cannot find this" in stranger.text
    assert words not in stranger.text


async def test_a_letter_from_before_gets_its_words_when_asked(world: World, voter: Someone) -> None:
    async with world.app.database.write() as uow:
        (await uow.session.scalars(select(Appeal))).one().secret_word = None
    await voter.says("/appeals")
    await voter.says("1")
    await voter.taps("Receipt")
    number, words = await proof(world)
    await voter.says(f"/verify {number} {words}")
    assert genuine(voter)


async def test_a_number_alone_asks_for_the_words(world: World, voter: Someone) -> None:
    number, _ = await proof(world)
    stranger = world.person("Journalist")
    await stranger.says(number)
    assert "Now the secret words" in stranger.text
