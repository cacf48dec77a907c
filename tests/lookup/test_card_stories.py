"""What the card says, and the district that a voter calls their own."""

import pytest
from sqlalchemy import select

from models.assemblies import Assembly, Convocation, DirectoryVersion, District
from models.deputies import Mandate
from tests.world import World


async def test_the_card_names_period_source_and_gaps(world: World) -> None:
    voter = world.person()
    await voter.says("/deputy Жубанов")
    assert "The mandate ended on Tuesday, June 30, 2026: an answer is voluntary." in voter.text
    assert "As stated by monitoring report in Kazakh, lines 168, 225 for Mar 29" in voter.text
    assert "Mar 29, 2023 – Dec 29, 2023" in voter.text
    assert "deputy requests initiated: 7" in voter.text
    assert "it was concluded from the sources" in voter.text
    assert "The text of the election programme is not known yet." in voter.text


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", "Дереккөздегі көрсеткіштер (қазақ тіліндегі мониторинг есебі, 168, 225-жолдар)"),
        ("ru", "Заявленные показатели (отчёт мониторинга на казахском, строки 168, 225)"),
    ],
)
async def test_sources_are_named_in_the_reader_s_language(
    world: World, language: str, words: str
) -> None:
    voter = world.person(language=language)
    await voter.says("/deputy Жубанов")
    assert words in voter.text


async def test_a_deputy_without_a_known_district(world: World) -> None:
    voter = world.person()
    await voter.says("Балабиев")
    assert "The constituency is not known yet" in voter.text
    assert "This is my district" not in voter.labels
    assert "Write an appeal" in voter.labels


async def test_my_district_is_remembered(world: World) -> None:
    voter = world.person()
    await voter.says("8")
    await voter.taps("This is my district")
    assert "This is your own constituency." in voter.text
    await voter.says("/deputy")
    assert "Nurtai Sabilyanov" in voter.text
    assert "Another deputy" in voter.labels
    await voter.taps("Another deputy")
    assert voter.labels[0] == "No. 8: Nurtai Sabilyanov"
    await voter.says("20")
    await voter.taps("This is my district")
    await voter.says("/deputy")
    assert "Erkin Abil" in voter.text


async def add_district_8_of_a_maslikhat(world: World) -> None:
    async with world.app.database.write() as uow:
        convocation = await uow.session.scalar(
            select(Convocation)
            .join(Assembly, Assembly.id == Convocation.assembly_id)
            .where(Assembly.slug == "abai")
        )
        assert convocation is not None
        uow.session.add(District(convocation_id=convocation.id, number=8))
        uow.session.add(DirectoryVersion(digest="0" * 64, data_date=None, imported_at=uow.now))


async def test_a_number_of_several_assemblies_is_asked_back_own_first(world: World) -> None:
    voter = world.person()
    await voter.says("8")
    assert "Nurtai Sabilyanov" in voter.text
    await add_district_8_of_a_maslikhat(world)
    await voter.says("8")
    assert "There are several constituencies No. 8." in voter.text
    assert "Mazhilis" in voter.labels[0]
    assert "Maslikhat of Abai Region" in voter.labels[1]
    await voter.says("2")
    await voter.taps("This is my district")
    await voter.says("округ 8")
    assert "Maslikhat of Abai Region" in voter.labels[0]
    await voter.says("2")
    await voter.taps("This is my district")
    await voter.says("/deputy")
    assert voter.text.startswith("Your deputies")


async def test_shared_cards_and_garbage(world: World) -> None:
    voter = world.person()
    async with world.app.database.read() as uow:
        mandate = await uow.session.scalar(
            select(Mandate.id).join(District).where(District.number == 8)
        )
    await voter.opens(f"d_{mandate}")
    assert "Nurtai Sabilyanov" in voter.text
    for garbage in ("d_", "d_x", "d_-1", "d_9999999999", "d_8_8", "p_", "zzz", "d"):
        await voter.opens(garbage)
        assert "Find my deputy" in voter.labels
    for gone in ("d_0", "d_999999999", "p_999999999"):
        await voter.opens(gone)
        assert "I cannot find this." in voter.text
