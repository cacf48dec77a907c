"""Links as people send them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import BadInput
from domain.records import SourceKind
from domain.web_links import checked_link, day_in, link_key, links_in, source_of, words_in

LONG = "https://parlam.kz/" + "a" * 1982  # 2,000 characters


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://parlam.kz/kk", "https://parlam.kz/kk"),
        ("  http://parlam.kz \n", "http://parlam.kz"),
        ("www.parlam.kz/a?b=1", "https://www.parlam.kz/a?b=1"),
        ("WWW.parlam.kz", "https://WWW.parlam.kz"),
        ("HTTPS://Parlam.KZ:8443/Жаңалық", "HTTPS://Parlam.KZ:8443/Жаңалық"),
        ("https://сайт-1.қаз", "https://сайт-1.қаз"),
        ("https://a.kz", "https://a.kz"),
        (LONG, LONG),
    ],
)
def test_a_link_is_kept_as_it_is(typed: str, kept: str) -> None:
    assert checked_link(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "parlam.kz",
        "ftp://parlam.kz",
        "javascript:alert(1)",
        "https://",
        "https://localhost",
        "https://-a.kz",
        "https://a_.kz",
        "https://a.b",
        "https://parlam.kz/a b",
        "https://parlam.kz/<b>",
        "https://parlam.kz/>",
        "https://[parlam.kz",
        "https://parlam.kz:port",
        "wwwparlam.kz",
        LONG + "a",
    ],
)
def test_what_leads_nowhere_is_no_link(typed: str) -> None:
    with pytest.raises(BadInput) as bad:
        checked_link(typed)
    assert (bad.value.reason, bad.value.data) == ("not_a_link", {})


@given(st.text())
def test_any_text_is_a_link_or_is_refused(text: str) -> None:
    try:
        found = checked_link(text)
    except BadInput:
        return
    assert found.lower().startswith(("http://", "https://"))


@pytest.mark.parametrize(
    ("text", "links", "words"),
    [
        ("Міне: https://a.kz/1, www.b.kz.", ["https://a.kz/1", "www.b.kz"], "Міне:"),
        ("до (HTTP://a.kz) и   после", ["HTTP://a.kz"], "до ( и после"),
        ("«https://a.kz/1»!", ["https://a.kz/1"], "«"),
        ("слова", [], "слова"),
    ],
)
def test_links_among_words(text: str, links: list[str], words: str) -> None:
    assert links_in(text) == (links, words)


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www.Parlam.kz/News/5/", "parlam.kz/news/5"),
        ("http://m.parlam.kz/news/5", "parlam.kz/news/5"),
        ("https://parlam.kz", "parlam.kz"),
        ("https://parlam.kz/?utm_source=x&fbclid=1&UTM_medium=y", "parlam.kz"),
        ("https://parlam.kz/news?id=5&igshid=7&page=2#top", "parlam.kz/news?id=5&page=2"),
        ("https://parlam.kz/doX", "parlam.kz/dox"),
        ("https://parlam.kz/do?a=X", "parlam.kz/do?a=x"),
        ("https://[parlam", "https://[parlam"),
        ("mailto:a@b.kz", "a@b.kz"),
    ],
)
def test_links_to_one_page_have_one_key(url: str, key: str) -> None:
    assert link_key(url) == key


def test_different_pages_have_different_keys() -> None:
    assert link_key("https://a.kz/news?id=5") != link_key("https://a.kz/news?id=6")
    assert link_key("https://a.kz/news") != link_key("https://b.kz/news")


@pytest.mark.parametrize(
    ("url", "known"),
    [
        ("https://www.instagram.com/p/1", True),
        ("https://t.me/kanal/5", True),
        ("https://kk-kz.facebook.com/a", True),
        ("https://parlam.kz/t.me", False),
        ("https://notinstagram.com", False),
        ("https://com", False),
        ("mailto:t.me", False),
        ("https://[t.me", False),
    ],
)
def test_a_social_network_is_known_by_its_address(url: str, known: bool) -> None:  # noqa: FBT001
    assert source_of(url) is (SourceKind.SOCIAL if known else None)


TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.kz/2026/03/09/title", date(2026, 3, 9)),
        ("https://a.kz/2026-3-9", date(2026, 3, 9)),
        ("https://a.kz/09.03.2026/title", date(2026, 3, 9)),
        ("https://a.kz/20260309_title", date(2026, 3, 9)),
        ("https://a.kz/2026/13/40/2026/03/09", date(2026, 3, 9)),
        ("https://a.kz/2026/11/25/2026/11/24", TODAY),
        ("https://a.kz/2026/11/25", None),  # a day to come
        ("https://a.kz/2026/02/30", None),
        ("https://a.kz/12026/03/091", None),
        ("https://a.kz/1202603091", None),
        ("https://a.kz/title", None),
    ],
)
def test_the_day_in_an_address(url: str, day: date | None) -> None:
    assert day_in(url, TODAY) == day


@pytest.mark.parametrize(
    ("url", "words"),
    [
        (
            "https://a.kz/news/kuspan-abzal_2026?who=Құспан&id=abc",
            ["news", "kuspan", "abzal", "Құспан"],
        ),
        ("https://kuspan.kz/", []),
        ("https://[kuspan/abzal", []),
    ],
)
def test_words_that_may_name_somebody(url: str, words: list[str]) -> None:
    assert words_in(url) == words
