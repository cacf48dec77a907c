"""What a letter is compared by: its matter, its place, its numbers. Pairs: `test_similarity.py`."""

from types import ModuleType

import pytest

from domain import similarity
from tests.domain.fresh import fresh


@pytest.fixture(scope="module", name="found")
def _found() -> ModuleType:
    """It remembers no word from before."""
    return fresh(similarity)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Beside a street or a village, on the side where the language puts it.
        ("темно на улице абая", {"абаи"}),
        ("абай көшесінде жарық жоқ", {"абаи"}),
        ("улица улица абая", {"абаи"}),
        ("темно на улице", set()),
        ("көшесінде сосед", set()),
        # With a capital that no sentence begins with.
        ("Живу в Аксу", {"аксу"}),
        ("Соседи шумят", set()),
        ("Темно! Соседи шумят", set()),
        ("Не едет МЧС", set()),
        ("Живу на Улице", set()),
        ("живу тут", set()),
        # A Kazakh sentence often begins with its place.
        ("Семейде шам жоқ", {"семе"}),
        ("Аксуда шам жоқ", {"аксу"}),
        ("Ояда шам жоқ", set()),
        ("Көпірде шам жоқ", set()),
        ("Ауылда шам жоқ", set()),
        ("Мектепте шам жоқ", set()),
    ],
)
def test_the_place(found: ModuleType, text: str, names: set[str]) -> None:
    assert found.features(text).names == names


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("су", {"вода": 2.0}),  # short, and a matter all the same
        ("суға", {"вода": 2.0}),
        ("сурет", {"сурет": 1.0}),
        ("вода", {"вода": 2.0}),
        ("водители", {"води": 1.0}),
        ("дороги", {"дорога": 2.0}),
        ("трубопроводный", {"труба": 2.0}),
        ("школа", {"школа": 0.3}),
        ("народу", {"народ": 0.3}),
        ("сосед", {"сосед": 1.0}),
        ("яма вода яма", {"яма": 2.0, "вода": 2.0}),
        ("здравствуйте, мы и он 5 55 555", {}),
        ("аб вг", {}),
    ],
)
def test_the_matter(found: ModuleType, text: str, matter: dict[str, float]) -> None:
    assert found.features(text).matter == matter


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("дом 5", {"5"}),
        ("школа 100, свет", {"100"}),
        ("с 2026 года", set()),
        ("12 дней", set()),
        ("5 и 12 дней", {"5"}),
        ("7 12 дней", {"7"}),
        ("", set()),
    ],
)
def test_the_numbers(found: ModuleType, text: str, numbers: set[str]) -> None:
    assert found.features(text).numbers == numbers


@pytest.mark.parametrize(
    ("word", "bare"),
    [
        ("дорогами", "дорог"),
        ("домами", "домам"),
        ("мама", "мама"),
        ("абаида", "абаи"),
        ("сосед", "сосед"),
        ("колдарынан", "колдары"),
        ("балалардагилар", "балалар"),  # never more than two
    ],
)
def test_endings_come_off(found: ModuleType, word: str, bare: str) -> None:
    assert found.stem(word) == bare


def test_only_the_beginning_of_a_long_letter_counts(found: ModuleType) -> None:
    start = "сосед " * 119
    assert found.features(start + "яма вода").matter == {"сосед": 1.0, "яма": 2.0}
    assert "яма" in found.features(f"{start}. яма").matter


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("яма", "яма", 1.0),
        ("яма", "вода", 0.0),
        ("Семейде су жоқ", "В Семее нет воды", 1.0),
        # What the longer one says besides.
        ("яма", "яма вода", 0.787),
        ("яма", "яма вода дым", 0.713),
        ("яма сосед", "яма", 0.825),
        ("завод дым", "завод зарплата", 0.168),
        # The same place, another, or one that only one of them names.
        ("яма на улице Абая", "яма на улице Абая", 1.0),
        ("яма на улице Абая", "яма на улице Сатпаева", 0.45),
        ("яма на улице Абая", "яма", 0.9),
        ("яма на улице Сатпаева", "яма сат", 0.758),
        # The same number, or another.
        ("яма дом 5", "яма дом 6", 0.45),
        ("яма дом 5", "яма дом", 1.0),
        ("яма вода дым: улица Абая 5", "яма: улица Сатпаева 5", 0.369),
        ("яма вода дым: улица Абая 5", "яма 5", 0.899),
        ("яма вода дым 5", "яма 5", 0.999),
    ],
)
def test_how_alike(found: ModuleType, one: str, other: str, likeness: float) -> None:
    assert found.likeness(one, other) == pytest.approx(likeness, abs=0.001)
    pair = found.features(other), found.features(one)
    assert found.likeness(*pair) == pytest.approx(likeness, abs=0.001)


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("яма вода", "яма вода", 1.0),
        ("яма вода", "яма вода дым свет", 0.5),
        ("яма", "яма", 1.0),
        ("яма", "вода", 0.0),
        ("яма", "", 0.0),
        ("", "", 0.0),
    ],
)
def test_how_much_was_copied(found: ModuleType, one: str, other: str, share: float) -> None:
    assert found.sameness(found.features(one), found.features(other)) == share
