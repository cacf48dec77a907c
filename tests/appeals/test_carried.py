"""Who simply begins to write loses nothing: the words wait for the deputy."""

from datetime import timedelta

import pytest

from tests.acting import compose
from tests.world import Someone, World

LIGHT = "Здравствуйте! " + "У нас во дворе третий месяц нет света. " * 6
WATER = "И воды тоже нет. " * 15


@pytest.fixture
def voter(world: World) -> Someone:
    return world.person("Aigul")


async def choose_sabilyanov(voter: Someone) -> None:
    await voter.says("8")
    await voter.taps("Write an appeal")


async def test_a_letter_in_one_message_finds_its_deputy(voter: Someone) -> None:
    await voter.says(LIGHT)
    assert "It has not been sent to anybody." in voter.text
    assert "Write to a deputy" not in voter.labels
    await voter.taps("Write this to a deputy")
    assert "Your text is kept." in voter.text
    await choose_sabilyanov(voter)
    assert "Your text is kept." in voter.text
    await voter.taps("Housing and utilities")
    assert LIGHT.strip() in voter.text
    await voter.taps("Agree and send")
    assert voter.saw("Your letter is registered")


async def test_a_sentence_about_trouble_is_no_name(voter: Someone) -> None:
    await voter.says("Семейде тұрамын, жол нашар, не істеуім керек?")
    assert "This reads like a letter." in voter.text
    await voter.says("Көкпекті ауданы")
    assert "This reads like a letter." not in voter.text


async def test_two_messages_become_one_letter_and_can_still_be_edited(voter: Someone) -> None:
    await voter.says(LIGHT)
    second = await voter.says(WATER)
    await choose_sabilyanov(voter)
    await voter.taps("Housing and utilities")
    assert f"{LIGHT.strip()}\n{WATER.strip()}" in voter.text
    await voter.edits(second, "The water is back.")
    assert f"{LIGHT.strip()}\nThe water is back." in voter.text


async def test_what_was_found_stands_below(voter: Someone) -> None:
    await voter.says("Сабильянов " * 30)
    assert voter.labels[0] == "Write this to a deputy"
    await voter.says("Сабильянов")
    assert "Write this to a deputy" not in voter.labels


async def test_another_letter_is_asked_about(world: World, voter: Someone) -> None:
    await compose(world, voter, "The road is broken.")
    await voter.says("/start")
    await voter.says(LIGHT)
    await voter.taps("Write this to a deputy")
    assert "Shall these words be added to it?" in voter.text
    await voter.taps("Add them to that letter")
    assert f"The road is broken.\n{LIGHT.strip()}" in voter.text


async def test_another_letter_can_give_way(world: World, voter: Someone) -> None:
    await compose(world, voter, "The road is broken.", slug="bapi")
    await voter.says("/start")
    await voter.says(LIGHT)
    await voter.taps("Write this to a deputy")
    await voter.taps("Discard that letter and begin anew")
    await choose_sabilyanov(voter)
    await voter.taps("Housing and utilities")
    assert LIGHT.strip() in voter.text
    assert "The road is broken." not in voter.text


async def test_words_of_an_hour_ago_are_not_a_surprise(world: World, voter: Someone) -> None:
    await voter.says(LIGHT)
    world.clock.move_to(world.clock() + timedelta(hours=2))
    await choose_sabilyanov(voter)
    await voter.taps("Housing and utilities")
    assert "Please write now" in voter.text


async def test_signs_are_no_letter(voter: Someone) -> None:
    await voter.says("😀 " * 150)
    assert "Write this to a deputy" not in voter.labels


async def test_the_first_screen_offers_to_go_on(world: World, voter: Someone) -> None:
    await voter.says("/start")
    assert "Write to a deputy" in voter.labels
    await compose(world, voter, "The road is broken.")
    await voter.says("/start")
    assert voter.labels[0] == "Continue my letter: Nurtai Sabilyanov"
    assert "Write to a deputy" not in voter.labels
    await voter.taps("Continue my letter: Nurtai Sabilyanov")
    assert "The road is broken." in voter.text
    await voter.says("It has been so since May.")
    assert "The road is broken.\nIt has been so since May." in voter.text


async def test_a_draft_alone_in_the_list_can_be_picked_by_number(
    world: World, voter: Someone
) -> None:
    await compose(world, voter, "The road is broken.")
    await voter.says("/appeals")
    assert "You have not sent any letter yet." in voter.text
    await voter.says("1")
    assert "The road is broken." in voter.text
