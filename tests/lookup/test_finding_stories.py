"""A voter looks for a deputy, by all the ways there are."""

import pytest
from sqlalchemy import select

from domain.roles import Role
from models.assemblies import Assembly, Convocation, DirectoryVersion, District
from models.deputies import Mandate
from models.users import Grant
from tests.world import World


async def test_a_number_opens_the_card(world: World) -> None:
    voter = world.person()
    await voter.says("8")
    assert voter.text.startswith("Nurtai Sabilyanov\n")
    assert "Constituency No. 8, Abai Region" in voter.text
    assert voter.labels == [
        "Write an appeal",
        "Programme",
        "This is my district",
        "Share",
        "Back",
        "Home",
    ]


async def test_the_card_names_period_source_and_gaps(world: World) -> None:
    voter = world.person()
    await voter.says("/deputy Жубанов")
    assert "The mandate ended on Tuesday, June 30, 2026: an answer is voluntary." in voter.text
    assert "As stated by report (kk), line 168" in voter.text
    assert "Mar 29, 2023 – Dec 29, 2023" in voter.text
    assert "deputy requests initiated: 7" in voter.text
    assert "it was concluded from the sources" in voter.text
    assert "The text of the election programme is not known yet." in voter.text


async def test_a_deputy_without_a_known_district(world: World) -> None:
    voter = world.person()
    await voter.says("Балабиев")
    assert "The constituency is not known yet" in voter.text
    assert "This is my district" not in voter.labels
    assert "Write an appeal" in voter.labels


async def test_a_place_opens_the_card_and_says_why(world: World) -> None:
    voter = world.person()
    await voter.says("Семей")
    assert voter.text.startswith("Semey (city), Abai Region lies in constituency No. 8.")
    assert "Nurtai Sabilyanov" in voter.text
    assert "and 7 more" in voter.text
    await voter.taps("More about this place")
    assert "Maslikhat of Semey city: its deputies are not known yet." in voter.text
    assert "No. 8: Nurtai Sabilyanov" in voter.labels


async def test_several_places_of_a_name_are_told_apart_and_picked_by_number(world: World) -> None:
    voter = world.person()
    await voter.says("Абай")
    first = next(label for label in voter.labels if "Shymkent" in label)
    await voter.says(first[0])
    assert "Danabek Isabekov" in voter.text


async def test_a_place_whose_district_is_not_known(world: World) -> None:
    voter = world.person()
    await voter.says("Қарағанды")
    await voter.taps("1. Karaganda (city), Karaganda Region")
    assert "It lies in one of these constituencies." in voter.text
    assert voter.labels[:2] == ["No. 18: K. Beksultanov", "No. 19: Arman Kalykov"]
    await voter.says("19")
    assert "Arman Kalykov" in voter.text


async def test_a_district_whose_deputy_is_not_known(world: World) -> None:
    voter = world.person()
    await voter.says("15")
    assert "Its deputy is not known yet." in voter.text
    assert "deputies of this assembly have no known constituency" in voter.text
    await voter.taps("Who it may be")
    assert "1. Kairat Balabiev" in voter.labels
    assert "1 of 2" in voter.labels
    await voter.taps("Back")
    await voter.taps("This is my district")
    assert "This is your own constituency." in voter.text


async def test_nothing_found_leads_on(world: World) -> None:
    voter = world.person()
    await voter.says("Москва")
    assert "I found no deputy and no place by these words." in voter.text
    assert voter.labels == [
        "Browse regions",
        "Share my location",
        "Write to a deputy",
        "Ask a coordinator",
        "Home",
    ]
    await voter.says("777")
    assert "I know no constituency No. 777." in voter.text


async def test_a_letter_instead_of_a_name(world: World) -> None:
    voter = world.person()
    await voter.says("Здравствуйте! " + "У нас во дворе третий месяц нет света. " * 3)
    assert "This reads like a letter." in voter.text
    assert "Write to a deputy" in voter.labels


async def test_what_was_not_found_reaches_the_coordinators_without_the_name(world: World) -> None:
    coordinator = await world.coordinator()
    voter = world.person("Zhanar")
    await voter.says("Москва <b>&")
    await voter.taps("Ask a coordinator")
    assert "The coordinators hear of it, without your name." in voter.text
    assert coordinator.text == "Somebody searched for “Москва <b>&” and found nothing."
    count = len(coordinator.messages)
    await voter.says("Москва <b>&")
    await voter.taps("Ask a coordinator")
    assert len(coordinator.messages) == count  # once a day is enough


async def test_a_gap_of_a_region_reaches_the_coordinators(world: World) -> None:
    coordinator = await world.coordinator()
    voter = world.person()
    await voter.says("Алматинская область")
    assert "maslikhats work here. Their deputies are not known yet." in voter.text
    await voter.taps("Tell the coordinators")
    assert "Almaty Region" in coordinator.text


async def test_nobody_to_tell_is_said(world: World) -> None:
    voter = world.person()
    await voter.says("Балабиев")
    await voter.taps("Tell the coordinators")
    assert "There is no coordinator here yet" in voter.text


async def test_a_coordinator_of_another_assembly_is_not_told(world: World) -> None:
    voter, other = world.person(), world.person("Timur")
    await other.says("/start")
    async with world.app.database.write() as uow:
        assembly = await uow.session.scalar(select(Assembly.id).where(Assembly.slug == "abai"))
        uow.session.add(
            Grant(user_id=1, role=Role.COORDINATOR, assembly_id=assembly, granted_at=uow.now)
        )
    await voter.says("Балабиев")
    await voter.taps("Tell the coordinators")
    assert "There is no coordinator here yet" in voter.text


async def test_browsing_regions_by_pages(world: World) -> None:
    voter = world.person()
    await voter.says("/start")
    await voter.taps("Find my deputy")
    await voter.taps("Browse regions")
    assert len([label for label in voter.labels if label[0].isdigit() and "." in label]) == 5
    assert "1 of 4" in voter.labels
    await voter.taps("Next")
    assert "2 of 4" in voter.labels
    await voter.says("previous")
    assert "1 of 4" in voter.labels
    await voter.says("1")
    assert voter.text.startswith("Abai Region\n")
    await voter.taps("Places here")
    await voter.taps("1. Semey (city)")
    assert "Nurtai Sabilyanov" in voter.text


async def test_a_shared_location_is_confirmed_never_assumed(world: World) -> None:
    voter = world.person()
    await voter.says("/deputy")
    await voter.taps("Share my location")
    await voter.shares_location(50.41, 80.25)
    assert "Is it one of these places?" in voter.text
    assert voter.labels[0] == "1. Semey (city), Abai Region, about 1 km"
    await voter.says("1")
    assert "Nurtai Sabilyanov" in voter.text


async def test_a_location_abroad(world: World) -> None:
    voter = world.person()
    await voter.shares_location(55.75, 37.62)
    assert "far from every place I know" in voter.text


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


@pytest.mark.parametrize(
    "data",
    [
        "card:999999999999999999999",
        "card:-1",
        "prog:0",
        "lk_reg:7777:0",
        "lk_reg:1:-5",
        "lk_plc:99999:0:0",
        "lk_dst:999999",
        "lk_mine:999999",
        "lk_gap:place:999999",
        "lk_gap:nonsense:1",
        "lk_none:99999:0",
        "pr_page:99999999999:1",
    ],
)
async def test_forged_buttons_are_answered(world: World, data: str) -> None:
    voter = world.person()
    await voter.says("8")
    await voter.taps_data(data)
    assert "Home" in voter.labels
    assert not voter.saw("kept under")


async def test_a_district_filled_in_by_a_coordinator_shows_at_once(world: World) -> None:
    voter = world.person()
    await voter.says("15")
    async with world.app.database.write() as uow:
        district = await uow.session.scalar(select(District.id).where(District.number == 15))
        mandate = await uow.session.scalar(select(Mandate).where(Mandate.district_id.is_(None)))
        assert mandate is not None
        mandate.district_id = district
    await voter.says("15")
    assert "Write an appeal" in voter.labels


async def test_words_of_signs_only(world: World) -> None:
    voter = world.person()
    for words in ("/deputy @", "🙂", "…", "№"):
        await voter.says(words)
        assert "Browse regions" in voter.labels
