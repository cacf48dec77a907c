"""A voter looks for a deputy, by all the ways there are."""

import pytest

from tests.world import World


async def test_a_number_opens_the_card(world: World) -> None:
    voter = world.person()
    await voter.says("8")
    assert voter.text.startswith("Nurtai Sabilyanov\n")
    assert "Constituency No. 8, Abai Region" in voter.text
    assert voter.labels == [
        "Write an appeal",
        "Programme",
        "Profile",
        "Meetings",
        "Requests",
        "Announcements",
        "Follow",
        "This is my district",
        "Share",
        "Back",
        "Home",
    ]


async def test_buttons_of_a_card_fit_a_phone(world: World) -> None:
    voter = world.person()
    for found in ("8", "Семей"):
        await voter.says(found)
        assert len(voter.screen.buttons) <= 8
        assert all(len(row) <= 2 for row in voter.screen.buttons)


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
