"""Search keys, cleaning, lengths and parts."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.text import clean, fold, has_letters, split_message, utf16_length

words = st.text(
    st.sampled_from("абвәғқңөұүһіыйёэщьъюя abcçğhjkqsştuwxyzäöüñ 019-'’№.,!?\n\u200d\u200b😀👨👩é"),
    max_size=80,
)


@pytest.mark.parametrize(
    "same",
    [
        ("Өскемен", "Oskemen", "Öskemen", "ОСКЕМЕН", "оскемен"),
        ("Қарағанды", "Qarağandy", "Qaragandy", "Караганды", "Karagandy", "Qaraghandy"),
        ("Сабильянов", "Sabilyanov", "САБИЛЬЯНОВ", "Sabil'yanov"),
        ("Жаңасемей", "Zhanasemey", "Jañasemei", "Жанасемей"),
        ("Ақтөбе", "Aqtöbe", "Aktobe", "Актобе"),
        ("Есіл", "Esil", "Yesil", "есил"),
        ("Шымкент", "Shymkent", "Şymkent"),
        ("Үржар", "Urzhar", "Ürjar"),
        ("Щучинск", "Shchuchinsk"),
        ("Алма-Ата", "алма  ата", "Alma-Ata"),
        ("Ұлытау", "Ulytau", "Ūlytau", "Улытау"),
        ("Семёновка", "Семеновка"),
        ("Аягөз", "Ayagoz", "Аягоз"),
        ("Байқоңыр", "Bayqonyr", "Baikonyr"),
    ],
)
def test_spellings_that_meet(same: tuple[str, ...]) -> None:
    assert len(set(map(fold, same))) == 1


def test_fold_keeps_digits_and_splits_words() -> None:
    assert fold("Округ № 11") == "округ но 11"
    assert fold("😀 … !!!") == ""


@given(words | st.text(max_size=60))
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(words)
def test_fold_ignores_case_and_form(text: str) -> None:
    assert fold(text.upper()) == fold(text.upper().lower())
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Су жоқ\r\n\r\n\r\n\r\nКөшеде  ", "Су жоқ\n\nКөшеде"),
        ("a\x00b\x1bc\x7f", "abc"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("\u202eabc\u2066d\u200f", "abcd"),
        ("семья 👨\u200d👩\u200d👧", "семья 👨\u200d👩\u200d👧"),
        ("👍🏽 ❤️ 1️⃣ 🇰🇿", "👍🏽 ❤️ 1️⃣ 🇰🇿"),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"),
        ("a\u200db", "ab"),
        ("и\u0306", "й"),
        ("tab\tline\u2028next", "tab line\nnext"),
        ("half \ud83d", "half"),
        ("a \n  b", "a\n  b"),
        ("<b>&\"'</a>{x}%s", "<b>&\"'</a>{x}%s"),
        (" \u200b\n ", ""),
    ],
)
def test_clean(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@given(words | st.text(max_size=80))
def test_clean_is_idempotent_and_can_be_stored(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert "\n\n\n" not in cleaned
    assert "\x00" not in cleaned
    cleaned.encode()


def test_has_letters() -> None:
    assert has_letters("1 ә")
    assert not has_letters("123 …!😀")


@given(st.text())
def test_utf16_length(text: str) -> None:
    assert utf16_length(text) == len(text.encode("utf-16-le", "surrogatepass")) // 2


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One two. Three four.", ["One two.", "Three four."]),
        ("Alpha beta\ngamma delta", ["Alpha beta", "gamma delta"]),
        ("word word word", ["word word", "word"]),
        ("", []),
        (" \n ", []),
        ("short", ["short"]),
    ],
)
def test_split_at_borders(text: str, parts: list[str]) -> None:
    assert split_message(text, 13) == parts


def test_split_keeps_emoji_whole() -> None:
    assert split_message("👍🏽" * 4, 10) == ["👍🏽👍🏽", "👍🏽👍🏽"]
    parts = split_message("😀" * 5000)
    assert [utf16_length(part) for part in parts] == [4096, 4096, 1808]


def test_split_of_one_endless_word() -> None:
    assert list(map(len, split_message("ә" * 5000))) == [4096, 904]
    with pytest.raises(ValueError, match="room"):
        split_message("a", 1)


@given(st.text(st.sampled_from("абв. !?\n\t😀👨\u200d\u0301…"), max_size=400), st.integers(2, 50))
def test_split_keeps_all_text_in_order(text: str, limit: int) -> None:
    parts = split_message(text, limit)
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(part.strip() and utf16_length(part) <= limit for part in parts)
