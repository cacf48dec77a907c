"""Text for a comparison that a database makes too."""

from hypothesis import given
from hypothesis import strategies as st

from domain.plain import SOURCE, TARGET, plain


def test_capitals_and_kazakh_letters_make_no_difference() -> None:
    assert plain("ҚАЛА") == plain("Қала") == plain("кала") == "кала"
    assert plain("Әлем, Ғалым, Ңұсқа, Өнер, Үй, Һәм, Іс, Ёлка") == (
        "алем, галым, нуска, онер, уй, хам, ис, елка"
    )
    assert plain("Zhasyl JÓL 15") == "zhasyl jÓl 15"


@given(st.text())
def test_it_changes_single_letters_and_once(text: str) -> None:
    """So that `translate` of a database gives the same."""
    assert len(plain(text)) == len(text)
    assert plain(plain(text)) == plain(text)
    assert len(SOURCE) == len(TARGET) == len(set(SOURCE))
