"""Who may read a letter: private unless its author says otherwise, and masked then."""

from domain.appeals import Visibility
from tests.acting import compose, write
from tests.appeals.guarding import ROAD, appeals, writes_publicly
from tests.world import World


async def test_a_letter_is_private_unless_said_otherwise(world: World) -> None:
    voter = world.person()
    await write(world, voter, ROAD)
    (appeal,) = await appeals(world)
    assert appeal.visibility == Visibility.PRIVATE


async def test_a_summary_is_written_and_seen_masked_before_sending(world: World) -> None:
    voter = world.person()
    await compose(world, voter, ROAD)
    await voter.taps("Who may read it")
    await voter.taps("A summary may be public")
    await voter.says("Potholes at Abai street 15, apt 7, call me on 8 701 123 45 67")
    assert "The public will see" in voter.text
    assert "Potholes at Abai street [***], call me on [***]" in voter.text
    assert "701" not in voter.text
    await voter.taps("Agree and send")
    (appeal,) = await appeals(world)
    assert appeal.visibility == Visibility.SUMMARY


async def test_the_text_itself_may_be_public_masked(world: World) -> None:
    voter = world.person()
    await compose(world, voter, "The road is broken. My IIN is 900101300126.")
    await voter.taps("Who may read it")
    await voter.taps("The text may be public")
    shown = voter.text.partition("The public will see")[2]
    assert "The road is broken. My IIN is [***]" in shown


async def test_back_to_private(world: World) -> None:
    voter = world.person()
    await compose(world, voter, ROAD)
    await voter.taps("Who may read it")
    await voter.taps("The text may be public")
    await voter.taps("Who may read it")
    assert "The text may be public (chosen)" in voter.labels
    await voter.taps("Only the deputy's side")
    assert "The public will see" not in voter.text


async def test_a_summary_that_is_too_long_or_too_short_is_asked_again(world: World) -> None:
    voter = world.person()
    await compose(world, voter, ROAD)
    await voter.taps("Who may read it")
    await voter.taps("A summary may be public")
    await voter.says("word " * 100)
    assert "at most 300" in voter.text
    await voter.says("Road")
    assert "write a little more" in voter.text
    await voter.sends_photo()
    assert "only words" in voter.text
    await voter.says("The road is broken <b>everywhere</b>.")
    assert "The road is broken <b>everywhere</b>." in voter.text
    (appeal,) = await appeals(world)
    assert appeal.text == ROAD


async def test_in_kazakh_and_russian(world: World) -> None:
    for language, choose in (("kk", "Кім оқи алады"), ("ru", "Кто прочитает")):
        voter = world.person(language=language)
        await voter.opens("d_1")
        await voter.taps("Өтініш жазу" if language == "kk" else "Написать обращение")
        await voter.taps("Жол және көлік" if language == "kk" else "Дороги и транспорт")
        await voter.says("Абай көшесінде жол жаман, жөндеу керек.")
        await voter.taps(choose)
        assert "депутат" in voter.text.casefold()


async def test_a_public_summary_reaches_the_offer_of_others(world: World) -> None:
    await writes_publicly(world, world.person(), summary="Potholes on Abai street 15, apt 7")
    other = world.person()
    await compose(world, other, ROAD)
    await other.taps("Agree and send")
    assert "Potholes on Abai street [***]" in other.text
