"""A voter reads what a deputy promised."""

from sqlalchemy import select

from models.deputies import Mandate, Person
from models.programmes import Programme, Promise
from tests.world import World


async def test_three_taps_from_the_start(world: World) -> None:
    voter = world.person()
    await voter.says("/start")
    await voter.taps("Find my deputy")
    await voter.says("8")
    await voter.taps("Programme")
    assert "Election programme: Nurtai Sabilyanov" in voter.text
    assert "Infrastructure of Semey" in voter.text
    await voter.taps("Back")
    assert "Write an appeal" in voter.labels


async def test_by_number_with_topics_theses_and_source(world: World) -> None:
    voter = world.person()
    await voter.says("/program 20")
    assert "Education\n1. Build new schools\n" in voter.text
    assert "thesis 3 of the party: Quality education and health care" in voter.text
    assert "Source: monitoring report in Russian, lines 96, 98" in voter.text
    assert "How sure it is: the source says so outright." in voter.text
    assert "Whether it can be read anywhere is not known." in voter.text
    assert "Ask the deputy for the programme" in voter.labels


async def test_promises_come_in_the_language_of_the_reader(world: World) -> None:
    voter = world.person(language="ru")
    await voter.says("/program Әбіл")
    assert "Строительство новых школ" in voter.text
    voter = world.person(language="kk")
    await voter.says("/program Абил")
    assert "Жаңа мектептер салу" in voter.text


async def test_without_words_it_asks_or_shows_ones_own(world: World) -> None:
    voter = world.person()
    await voter.says("/program")
    assert "Whose programme would you like to read?" in voter.text
    await voter.says("8")
    await voter.taps("This is my district")
    await voter.says("/program")
    assert "Election programme: Nurtai Sabilyanov" in voter.text


async def test_words_that_lead_to_several_deputies(world: World) -> None:
    voter = world.person()
    await voter.says("/program город Алматы")
    assert len([label for label in voter.labels if label[1:3] == ". "]) == 3
    await voter.says("1")
    assert "Election programme: Ermurat Bapi" in voter.text
    await voter.says("/program Алма-Ата Медеу")
    assert "Election programme: Bakytzhan Bazarbek" in voter.text


async def test_words_that_lead_to_nobody(world: World) -> None:
    voter = world.person()
    for words in ("Москва", "15", "777", "🙂"):
        await voter.says(f"/program {words}")
        assert "lead me to no known deputy" in voter.text


async def test_nothing_known_is_said_and_can_be_asked_for(world: World) -> None:
    voter = world.person()
    await voter.says("/program 13")
    assert "What it promises is not known here yet." in voter.text
    assert "What kind of programme it is, is not known." in voter.text
    assert "Ask the deputy for the programme" in voter.labels


async def test_a_shared_programme(world: World) -> None:
    voter = world.person()
    async with world.app.database.read() as uow:
        mandate = await uow.session.scalar(
            select(Mandate.id).join(Person).where(Person.slug == "abil")
        )
    await voter.opens(f"p_{mandate}")
    assert "Election programme: Erkin Abil" in voter.text


async def test_a_long_open_programme_has_pages_and_its_text(world: World) -> None:
    async with world.app.database.write() as uow:
        programme = await uow.session.scalar(
            select(Programme)
            .join(Mandate, Mandate.id == Programme.mandate_id)
            .join(Person)
            .where(Person.slug == "abil")
        )
        assert programme is not None
        programme.availability, programme.url = "open", "https://example.kz/abil"
        uow.session.add_all(
            Promise(
                programme_id=programme.id,
                position=100 + number,
                topic="new_topic",
                text_ru=f"Обещание <b>&{number}",
            )
            for number in range(20)
        )
    voter = world.person()
    await voter.says("/program 20")
    assert "29 promises are known" in voter.text
    assert "It can be read in open sources." in voter.text
    assert "Read the whole text" in voter.labels
    assert "Ask the deputy for the programme" not in voter.labels
    await voter.taps("Next")
    assert "2 of 3" in voter.labels
    assert "Other promises\n13. Обещание <b>&3" in voter.text
