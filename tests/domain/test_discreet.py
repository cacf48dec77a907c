"""A letter shown to others does not carry the name of its author."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.discreet import HIDDEN, without_name


@pytest.mark.parametrize(
    ("text", "name", "shown"),
    [
        ("С уважением, Айгүл Серікова", "Айгүл Серікова", "С уважением, … …"),
        ("АЙГҮЛ пишет вам. айгүл", "Айгүл", "… пишет вам. …"),
        ("Ян Ли пишет", "Ян Ли", "Ян Ли пишет"),  # too short: "ли" is also a word
        ("Али не алиби", "Али", "… не алиби"),
        ("Анна-Мария и Анна", "Анна Анна-Мария", "…-… и …"),
        ("Мен Айгүл Серікова, айгүл.", "Айгүл Серікова", "Мен … …, …."),
        ("Li and Lima", "Li", "Li and Lima"),
        ("Ann annexed", "Ann", "… annexed"),
        ("Nobody", None, "Nobody"),
        ("Су жоқ", None, "Су жоқ"),
        ("Су жоқ", "", "Су жоқ"),
        ("Су жоқ", "*** 😀", "Су жоқ"),
    ],
)
def test_every_word_of_the_name_is_left_out(text: str, name: str | None, shown: str) -> None:
    assert without_name(text, name) == shown


def test_what_stands_for_a_name_is_no_word() -> None:
    assert HIDDEN == "…"


@given(st.text(), st.from_regex(r"[а-я]{3,9}", fullmatch=True), st.text())
def test_no_name_is_left_as_a_word(before: str, name: str, after: str) -> None:
    shown = without_name(f"{before} {name.title()} {after}", name)
    assert name not in shown.lower().split()
