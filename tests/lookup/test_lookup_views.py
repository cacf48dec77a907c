"""Screens of the lookup as pure functions: they hold what they must, whatever the data are."""

from collections.abc import Iterator
from datetime import date
from itertools import chain
from zoneinfo import ZoneInfo

import pytest

from domain.names import Language, Names
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.lookup import areas, districts, views
from handlers.lookup.card import card
from services.cards import Card, CardPlace, Figure
from services.directory import Deputy
from services.lookup import Search
from services.lookup_atlas import Assembly, District, Near, Place, Region
from services.lookup_pages import DistrictPage, DistrictRow, PlacePage, RegionPage

MOST_ROWS = 8
BIG = 2**31 - 1
BYTES = 64
_ = Texts(Language.EN, ZoneInfo("Asia/Almaty"), "deputat_test_bot")
EVIL = Names(None, "<b>&", None)
HIGH_COURT = Assembly(BIG, EVIL, "region", BIG, BIG, 9, BIG)


def deputy(number: int | None, *, by_list: bool = False) -> Deputy:
    return Deputy(
        mandate_id=BIG,
        person_id=1,
        name=EVIL,
        assembly_id=BIG,
        assembly_code="MZH",
        assembly=EVIL,
        convocation=8,
        district_id=None if number is None else BIG,
        district=number,
        elected_by_list=by_list,
        region=EVIL,
        faction=None,
        starts_on=date(2023, 3, 29),
        ends_on=None,
        takes_appeals=True,
    )


def district(number: int) -> District:
    return District(BIG, number, HIGH_COURT, BIG, EVIL, EVIL)


ROWS = tuple(DistrictRow(district(n), (deputy(n),)) for n in range(1, 40))
PLACE = Place(BIG, EVIL, "city", BIG, EVIL, 50.0, 70.0, (1,), (2, 3))
REGION = Region(BIG, EVIL, 1)


def data(number: int | None, *, is_home: bool = False, by_list: bool = False) -> Card:
    period = (date(2023, 3, 29), date(2023, 12, 29))
    return Card(
        deputy=deputy(number, by_list=by_list),
        ended=False,
        territory=EVIL,
        places=tuple(CardPlace(EVIL, "city") for _number in range(12)),
        figures=(Figure("requests_signed", 3.0, "requests", period, "<report>"),),
        programme_known=False,
        followed=False,
        is_home=is_home,
        name_sure=False,
        district_sure=False,
        district_source=None,
    )


def screens() -> Iterator[Screen]:
    yield card(_, data(8), PLACE)
    yield card(_, data(8, is_home=True), PLACE)
    yield card(_, data(None))
    yield card(_, data(None, by_list=True))
    yield views.ask(_, ROWS)
    yield views.mine(_, ROWS)
    yield views.choices(_, Search((deputy(8), district(8), PLACE, REGION, *[PLACE] * 9)))
    yield views.choices(_, Search((PLACE,)))
    yield views.nothing(_, Search((), number=8))
    yield views.nearest(_, [Near(PLACE, 3.0)] * 4)
    for page in (0, 3, 9999):
        yield areas.regions(_, [REGION] * 20, page)
        yield areas.region(_, RegionPage(REGION, ROWS, (HIGH_COURT,) * 9, (PLACE,) * 9), page)
        yield areas.places(_, RegionPage(REGION, (), (), (PLACE,) * 30), page)
        yield areas.place(_, PlacePage(PLACE, certain=False, rows=ROWS, silent=(HIGH_COURT,)), page)
        yield districts.without_district(_, [deputy(None)] * 9, page, BIG)
    yield districts.district(
        _, DistrictPage(DistrictRow(district(8), ()), (PLACE,), is_home=False, unplaced=9)
    )
    several = DistrictRow(district(8), (deputy(8),) * 9)
    yield districts.district(_, DistrictPage(several, (), is_home=False, unplaced=0))


@pytest.mark.parametrize("screen", list(screens()))
def test_every_screen_fits(screen: Screen) -> None:
    buttons = list(chain(*screen.rows))
    assert 0 < len(screen.rows) <= MOST_ROWS
    assert buttons[-1].label == "Home"
    for button in buttons:
        assert button.label
        assert button.tap is None or len(button.tap.pack().encode()) <= BYTES
    typed = [button.choice for button in buttons if button.choice is not None]
    assert len(typed) == len(set(typed))


@pytest.mark.parametrize("screen", list(screens()))
def test_names_from_outside_are_never_tags(screen: Screen) -> None:
    assert "<b>&" not in screen.text.replace("<b>&lt;", "")


def test_a_list_mandate_has_no_gap_for_its_district() -> None:
    screen = card(_, data(None, by_list=True))
    assert "Elected by a party list" in screen.text
    assert "not known yet: the sources" not in screen.text


def test_figures_are_never_ours() -> None:
    text = card(_, data(8)).text
    assert "As stated by &lt;report&gt; for Mar 29, 2023 – Dec 29, 2023:" in text
    assert "deputy requests of others signed: 3" in text


def test_a_place_with_a_maslikhat_of_unknown_deputies_is_honest() -> None:
    page = PlacePage(PLACE, certain=True, rows=(), silent=(HIGH_COURT,))
    text = areas.place(_, page).text
    assert "its deputies are not known yet" in text
    assert "you can tell the coordinators" in text
