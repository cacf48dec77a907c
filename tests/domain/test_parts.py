"""Long texts are cut where a reader would cut them; what one sees as one sign stays whole."""

import pytest

from domain.text import clean, split_message, utf16_length

FAMILY = "👨\u200d👩\u200d👧"  # five characters, eight units
SOUTH = "नि"  # a letter with a vowel sign that takes room
LATER = "\U0001fffd"  # kept by Unicode for pictures to come


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        # A blank line before a line, the last line before an earlier one.
        ("aaaaaaa\n\nb\ncccccc", ["aaaaaaa", "b\ncccccc"]),
        ("aaaaaaa\nbb\nccccc", ["aaaaaaa\nbb", "ccccc"]),
        # Nothing in the first half: a short part is worse than a cut at a space.
        ("aaaaaa\nbbbbb ccccc", ["aaaaaa\nbbbbb", "ccccc"]),
        ("aaaaa\nbbbbbb ccccc", ["aaaaa\nbbbbbb", "ccccc"]),
        ("aaaa. bbbbbb ccccc", ["aaaa. bbbbbb", "ccccc"]),
        ("aaaaaa bbbbbbbbbbb", ["aaaaaa bbbbbb", "bbbbb"]),
        # What just fits, fits; what is one sign too long does not.
        ("aaaaaaa bbbbb\nccc", ["aaaaaaa bbbbb", "ccc"]),
        ("aaaaaaa bbbbbb\nccc", ["aaaaaaa", "bbbbbb\nccc"]),
        ("aaaaa. bbbb. ccccc", ["aaaaa. bbbb.", "ccccc"]),
        ("aaaaaaaa\tbb\tccccc", ["aaaaaaaa\tbb", "ccccc"]),
    ],
)
def test_borders_of_thirteen(text: str, parts: list[str]) -> None:
    assert split_message(text, 13) == parts


@pytest.mark.parametrize("limit", range(8, 16))
def test_a_family_stays_together(limit: int) -> None:
    assert split_message(FAMILY * 3, limit) == [FAMILY] * 3


@pytest.mark.parametrize(
    ("sign", "limit"), [("❤\ufe0f", 3), ("é", 3), ("1\ufe0f\u20e3", 5), (SOUTH, 3), ("👍🏽", 7)]
)
def test_marks_stay_with_what_they_mark(sign: str, limit: int) -> None:
    sign = "e\u0301" if sign == "é" else sign
    assert split_message(sign * 3, limit) == [sign] * 3


def test_a_sign_without_an_end_is_cut_all_the_same() -> None:
    assert list(map(len, split_message("ab" + "\u0301" * 20, 10))) == [10, 10, 2]


def test_no_room_is_told() -> None:
    with pytest.raises(ValueError, match=r"^a part must have room for one character$"):
        split_message("a", 1)
    assert split_message("😀😀", 2) == ["😀", "😀"]


def test_the_last_of_the_small_signs_counts_once() -> None:
    assert utf16_length("\uffff\U00010000") == 3
    assert split_message("\uffff\uffff", 2) == ["\uffff\uffff"]


@pytest.mark.parametrize(
    "text",
    [
        "XXL",
        FAMILY,
        "👩🏽\u200d🚀",
        "❤\ufe0f\u200d🔥",
        f"{LATER}\u200d{LATER}",
        "🏴\U000e0020\U000e007f",
    ],
)
def test_what_is_one_picture_is_not_taken_apart(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("👨\u200da", "👨a"),
        ("a\u200d👨", "a👨"),
        ("👨\u200d", "👨"),
        ("a\U000e0041", "a"),
        ("a\ufffeb\uffff", "ab"),
    ],
)
def test_a_joiner_that_joins_nothing_goes(typed: str, kept: str) -> None:
    assert clean(typed) == kept
