"""Finding people and places by what is typed. Full measurement: `benchmarks/lookup.py`."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.lookup import load, measure
from domain.search import Entry, Index, parse_district_number

DATA = Path(__file__).parents[2] / "data"
PEOPLE = [
    Entry("deputy", "bazarbek", ("Базарбек Бақытжан", "Базарбек Бакытжан", "Bakytzhan Bazarbek")),
    Entry("deputy", "kuspan", ("Құспан Абзал", "Куспан Абзал", "Abzal Kuspan")),
    Entry(
        "deputy",
        "sabilyanov",
        ("Сабильянов Нұртай", "Сабильянов Нуртай", "Nurtai Sabilyanov", "Саблянов Нұртай"),
    ),
    Entry("deputy", "omarov_a", ("Омаров Асқар", "Омаров Аскар", "Askar Omarov")),
    Entry("deputy", "omarov_b", ("Омаров Болат", "Омаров Болат", "Bolat Omarov")),
]
PLACES = [
    Entry("place", "semey", ("Семей", "Semey", "Семипалатинск")),
    Entry("place", "karaganda", ("Қарағанды", "Караганда", "Karaganda", "Qaragandy")),
    Entry("place", "oskemen", ("Өскемен", "Усть-Каменогорск", "Oskemen")),
    Entry("place", "aksu", ("Ақсу", "Аксу", "Aksu")),
    *(Entry("place", f"abai_{n}", ("Абай", "Абайский", "Abay")) for n in range(6)),
    Entry("region", "abai", ("Абай облысы", "область Абай", "Abai Region")),
    Entry("region", "almaty_region", ("Алматы облысы", "Алматинская область", "Almaty Region")),
]
INDEX = Index(PEOPLE + PLACES)


def first(query: str) -> str | None:
    hits = INDEX.find(query)
    return hits[0].id if hits else None


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Саблянов", "sabilyanov"),
        ("сабильянова", "sabilyanov"),
        ("Sabilianov", "sabilyanov"),
        ("Нуртай Салихулы Сабильянов", "sabilyanov"),
        ("Б. Базарбек", "bazarbek"),
        ("Базарбектің", "bazarbek"),
        ("Bazarbek Bakytzhan", "bazarbek"),
        ("депутат Куспан", "kuspan"),
        ("Қуспан", "kuspan"),
        ("А. Омаров", "omarov_a"),
        ("Б. Омаров", "omarov_b"),
        ("Карагнды", "karaganda"),
        ("усть каменогорск", "oskemen"),
        ("г. Семей", "semey"),
        ("в Семее", "semey"),
        ("Караг", "karaganda"),
        ("Akhu", "aksu"),
        ("Абай облысы", "abai"),
        ("Алматинская обл", "almaty_region"),
        ("алмматинская оласть", "almaty_region"),
    ],
)
def test_found(query: str, found: str) -> None:
    assert first(query) == found


@pytest.mark.parametrize(
    "query",
    [
        "",
        "!!!",
        "привет",
        "су жоқ",
        "когда починят дорогу",
        "help",
        "область",
        "я",
        "😀",
        "а" * 5000,
    ],
)
def test_nothing_found(query: str) -> None:
    assert INDEX.find(query) == []


def test_exact_is_told() -> None:
    assert [hit.exact for hit in INDEX.find("oskemen")] == [True]
    assert not INDEX.find("oskemem")[0].exact
    assert not INDEX.find("Базарбек")[0].exact


def test_two_people_of_one_surname_score_alike() -> None:
    a, b = INDEX.find("Омаров")
    assert a.score == b.score


def test_equal_names_stay_together_beyond_the_limit() -> None:
    hits = INDEX.find("Абай", limit=3)
    assert [hit.id for hit in hits] == [f"abai_{n}" for n in range(6)]
    assert len(INDEX.find("Омаров", limit=1)) == 2
    assert INDEX.find("Абай", limit=0) == []


def test_an_empty_index_finds_nothing() -> None:
    assert Index([]).find("Абай") == []


def test_short_keys_match_only_when_typed() -> None:
    index = Index([Entry("place", "short", ("Ой", "α"))])
    assert index.find("Ойыл") == []
    assert index.find("ой")[0].exact


@given(st.text(max_size=60))
def test_any_text_can_be_searched(text: str) -> None:
    hits = INDEX.find(text)
    assert all(0 < hit.score <= 100 for hit in hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_one_slip_is_forgiven() -> None:
    shipped = load(DATA)
    misses, queries, _ = measure(shipped or PEOPLE + PLACES, rounds=2 if shipped else 20, seed=7)
    assert len(misses) <= 0.03 * queries, misses


def test_measurement_does_not_depend_on_order() -> None:
    shuffled = random.Random(3).sample(PEOPLE + PLACES, len(PEOPLE + PLACES))
    assert Index(shuffled).find("Карагнды") == INDEX.find("Карагнды")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("8", 8),
        ("№8", 8),
        ("№ 8", 8),
        ("No 8", 8),
        ("N8", 8),
        ("#8", 8),
        ("08", 8),
        ("округ 1234", 1234),
        ("округ 12345", None),
        ("округ 8", 8),
        ("Округ № 8", 8),
        ("8 округ", 8),
        ("8-округ", 8),
        ("8-й округ", 8),
        ("по округу 8", 8),
        ("избирательный округ №28", 28),
        ("district 8", 8),
        ("8th district", 8),
        ("Constituency No. 8", 8),
        ("№ 8 сайлау округі", 8),
        ("8-ші округ", 8),
        ("9-шы сайлау округі", 9),
        ("8 нөмірлі округ", 8),
        ("0", None),
        ("", None),
        ("округ", None),
        ("8 марта", None),
        ("8 9", None),
        ("+8", None),
        ("8%", None),
        ("8.5", None),
        ("87011234567", None),
        ("Семей", None),
        ("восьмой", None),
    ],
)
def test_district_number(text: str, number: int | None) -> None:
    assert parse_district_number(text) == number
