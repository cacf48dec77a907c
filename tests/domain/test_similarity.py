"""Letters that ask the same are found, those that only sound so are told apart."""

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.similarity import Pair, pairs, quality
from domain.similarity import ALIKE, SAME, features, likeness, sameness

KNOWN = list(pairs())
WITHIN = [pair for pair in KNOWN if not pair.crosses]


def test_at_least_two_hundred_pairs_in_every_language() -> None:
    assert len(WITHIN) >= 200
    assert {pair.one[0] for pair in WITHIN} == {"kk", "ru", "en", "mix"}


def test_precision_and_recall() -> None:
    found = quality(WITHIN)
    assert found.precision >= 0.95
    assert found.recall >= 0.88


def test_on_pairs_that_did_not_shape_the_measure() -> None:
    found = quality([pair for pair in WITHIN if pair.held_back])
    assert found.pairs >= 80
    assert found.precision >= 0.9
    assert found.recall >= 0.78


def test_across_languages() -> None:
    found = quality([pair for pair in KNOWN if pair.crosses])
    assert found.precision >= 0.9
    assert found.recall >= 0.9


def test_letters_of_different_matters_are_never_alike() -> None:
    """Every letter against those of the other groups."""
    texts: dict[str, set[str]] = {}
    for pair in KNOWN:
        texts.setdefault(pair.one[1], set()).update({pair.one[1], pair.other[1]})
        texts.setdefault(pair.other[1], set()).update({pair.one[1], pair.other[1]})
    strangers = [
        Pair(("", one), ("", other), alike=False, held_back=False)
        for one, family in texts.items()
        for other in texts
        if one < other and other not in family
    ]
    wrong = [pair for pair in strangers if not pair.right]
    assert len(wrong) < 0.01 * len(strangers)


LETTERS = st.text(max_size=300) | st.sampled_from([pair.one[1] for pair in KNOWN])


@given(LETTERS, LETTERS)
def test_likeness_is_symmetric_and_bounded(one: str, other: str) -> None:
    found = likeness(one, other)
    assert 0.0 <= found <= 1.0
    assert abs(found - likeness(other, one)) < 1e-9


@given(st.sampled_from([pair.one[1] for pair in KNOWN]))
def test_a_letter_is_like_itself_and_copied_with_a_greeting(text: str) -> None:
    assert likeness(text, text) >= ALIKE
    assert sameness(features(text), features(f"Салем! {text}")) >= SAME


def test_what_tells_nothing_is_like_nothing() -> None:
    assert likeness("", "") == 0.0
    assert likeness("👍", "👍") == 0.0
    assert likeness("Помогите пожалуйста", "Здравствуйте, помогите") == 0.0
