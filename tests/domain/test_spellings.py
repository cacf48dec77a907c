"""Words of names as people write them."""

import pytest

from domain.spellings import forms, spellings, stem, telling
from domain.text import fold


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Усть-Каменогорск", [["уст", "каменогорск"], ["усть", "каменогорск"]]),
        ("г.Аксу №5", [["г", "аксу", "но5"], ["г", "аксу", "no5"]]),
        ("кент", [["кент"]]),
        ("!?", []),
        ("", []),
    ],
)
def test_as_a_key_and_as_typed(typed: str, words: list[list[str]]) -> None:
    assert spellings(typed) == words


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("город семеи", "семеи"),
        ("semey city", "semey"),
        ("абаи облысы", "абаи"),
        ("область", "область"),
        ("депутат города", "депутат города"),
        ("", ""),
    ],
)
def test_the_kind_of_a_thing_tells_nothing(words: str, told: str) -> None:
    assert telling(words.split()) == told.split()


def test_what_is_compared_as_a_whole() -> None:
    assert forms(["город", "усть", "каменогорск"]) == {
        "город усть каменогорск",
        "усть каменогорск",
        "каменогорск усть",
    }


@pytest.mark.parametrize(
    ("word", "bare"),
    [
        ("базарбектин", "базарбек"),
        ("омарова", "омаров"),
        ("омаровои", "омаров"),  # the longest ending that fits
        ("семее", "семе"),
        ("абаида", "абаи"),
        ("абаи", None),
        ("каладан", "кала"),
        ("аксу", None),
        ("аксуу", "аксу"),
        ("семк", None),
    ],
)
def test_a_case_ending_is_taken_off(word: str, bare: str | None) -> None:
    assert stem(word) == bare


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("a_b", "а б"),
        ("Max", "макс"),
        ("s-h", "с х"),
        ("Café Ωμέγα", "кафе омега"),
        ("北京 ქართული", "беижинг картули"),
        ("ab😀cd", "аб кд"),
    ],
)
def test_keys_of_other_scripts(text: str, key: str) -> None:
    assert fold(text) == key
