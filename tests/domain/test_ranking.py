"""How high a hit ranks: what is nearer to a whole name, typed plainly, comes first."""

import pytest

from domain.search import Entry, Hit, Index


def index(*names: str) -> Index:
    """Entries numbered from one; "a|b": two spellings of one."""
    return Index(
        Entry("place", str(number), tuple(name.split("|"))) for number, name in enumerate(names, 1)
    )


@pytest.mark.parametrize(
    ("names", "typed", "score"),
    [
        ("Кентау", "кентау", 100.0),
        ("Кентау|Кентай", "город Кентау", 99.0),
        ("Кентау Кентай", "Кентау", 97.0),
        ("Нурлан Кентай", "Кентау", 80.83),  # five letters of six
        ("Кентау", "Бентау", 82.5),
        ("Базарбек Бақытжан", "Базарбектің", 93.12),
        ("Базарбек Бақытжан", "База", 77.5),  # half of a word
        ("Бек Нұрлан", "Беки", 72.75),
        ("Бек", "Беки", 74.25),
        ("Абек Нұрлан", "бек", 72.75),
    ],
)
def test_the_score(names: str, typed: str, score: float) -> None:
    hits = index(names).find(typed)
    assert hits == [Hit("place", "1", score, exact=score == 100.0)]


def test_an_initial_tells_two_people_apart() -> None:
    people = index("Омаров Асқар", "Омаров Болат", "Омаров Омар")
    assert [(hit.id, hit.score) for hit in people.find("Омаров Б.")] == [
        ("2", 98.0),
        ("1", 93.0),
        ("3", 93.0),
    ]
    assert [hit.score for hit in people.find("О. Омаров")] == [98.0, 98.0, 98.0]
    assert people.find("О. Б.") == []


def test_an_initial_that_is_all_a_name_has() -> None:
    assert [hit.score for hit in index("Омар Омаров Оқас").find("О. Омаров")] == [98.0]


def test_two_words_need_both_to_be_alike_three_need_two() -> None:
    people = index("Базарбек Бақытжан")
    assert people.find("Базарбек Мырза") == []
    assert [hit.id for hit in people.find("Базарбек Бақытжан Арманұлы")] == ["1"]


def test_every_name_that_is_alike_is_found() -> None:
    towns = index(*(f"{letter}ентау" for letter in "бвгджзлмнр"))
    assert len(towns.find("Кентау", limit=20)) == 10


def test_the_list_ends_where_it_should() -> None:
    towns = index("Кента", "Кентау", "Кентауа", "Кентауаб", "Кентауабв", "Кентауабвг", "Кентаубвгд")
    assert [hit.id for hit in towns.find("Кента")] == ["1", "2", "3", "4", "5"]
    assert [hit.id for hit in towns.find("Кента", limit=2)] == ["1", "2"]
    assert [hit.id for hit in towns.find("Кента", limit=1)] == ["1"]


def test_more_letters_than_a_name_has_are_no_search() -> None:
    name = "абвгд" * 16
    assert [hit.exact for hit in index(name).find(name)] == [True]
    assert index(name + "а").find(name + "а") == []
