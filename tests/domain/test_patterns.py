"""Patterns over the words of a letter, and words in which they mean nothing."""

import pytest

from domain.danger import Danger, Patterns, dangers_in
from domain.text import fold


def told(patterns: Patterns, text: str) -> bool:
    return patterns.found_in(fold(text))


def fire(text: str) -> bool:
    words = ("пожар", "горит .. дом*", "на пожаре .. тушат")
    return told(Patterns(words, ("пожар в сердце", "горит .. жёлтый дом", "учебный пожар*")), text)


@pytest.mark.parametrize(
    "text",
    [
        "Пожар!",
        "у нас ПОЖАР во дворе",
        "горит дом",
        "горит соседний дом",
        "горит наш старый кирпичный дом",
        "горит уже второй домик",
        "на пожаре до сих пор тушат",
        "Был учебный пожар, а теперь настоящий пожар",
        "Пожар, а учебный пожар был вчера",
    ],
)
def test_danger_is_heard(text: str) -> None:
    assert fire(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "пожарная",
        "непожар",
        "горит наш очень старый кирпичный дом",  # four words between
        "домик горит",
        "горит",
        "на пожаре",
        "пожар в сердце",
        "учебный пожар",
        "у соседей горит новый жёлтый дом",
    ],
)
def test_words_that_only_sound_like_it(text: str) -> None:
    assert not fire(text)


def test_a_pattern_may_end_with_words_between() -> None:
    assert told(Patterns(["дом .. .. горит"]), "дом раз два три четыре пять шесть горит")
    assert not told(Patterns(["дом .. .. горит"]), "дом 1 2 3 4 5 6 7 горит")


def test_without_words_nothing_is_found() -> None:
    assert not told(Patterns(()), "пожар")
    assert not told(Patterns((), ("пожар",)), "")
    assert told(Patterns(("пожар",), ()), "пожар")


def test_kinds_come_in_the_order_of_the_list() -> None:
    burning = Danger("fire", Patterns(["пожар"]), ("101", "112"))
    gas = Danger("gas", Patterns(["газ*"]), ("104",))
    assert dangers_in("Газом пахнет, пожар", [burning, gas]) == [burning, gas]
    assert dangers_in("Пахнет газом", [burning, gas]) == [gas]
    assert dangers_in("Пахнет весной", [burning, gas]) == []
