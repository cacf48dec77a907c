"""Words that can be said and typed in all three languages."""

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.names import Language
from domain.secret_words import (
    SYLLABLES,
    SYLLABLES_OF_A_WORD,
    WORDS,
    folded,
    new_words,
    written,
)

seeds = st.integers(0, 10**9).map(lambda seed: new_words(random.Random(seed).choice))


def test_forty_bits_and_more() -> None:
    assert len(set(SYLLABLES)) == 65
    assert WORDS * SYLLABLES_OF_A_WORD * math.log2(len(SYLLABLES)) > 48


@given(seeds, st.sampled_from(Language))
def test_what_is_shown_can_be_typed(words: str, language: Language) -> None:
    shown = written(words, language)
    assert folded(shown) == folded(words) == words.replace("-", "")
    assert folded(shown.upper().replace("-", "  ")) == folded(words)
    assert shown.isascii() == (language is Language.EN)
    assert len(shown) == 17


@given(seeds)
def test_two_words_of_four_syllables(words: str) -> None:
    for word in words.split("-"):
        assert len(word) == 8
        assert {word[at : at + 2] for at in range(0, 8, 2)} <= set(SYLLABLES)


def test_rude_words_are_drawn_again() -> None:
    draws = iter([*["su", "ka", "ba", "ba"], *["ba"] * 4, *["lo"] * 8])
    assert new_words(lambda _: next(draws)) == "lolololo-lolololo"


@pytest.mark.parametrize(("typed", "plain"), [("", ""), ("123 -!", ""), ("Бадо kite", "badokite")])
def test_folded(typed: str, plain: str) -> None:
    assert folded(typed) == plain
