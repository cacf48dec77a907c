"""Long messages: parts that Telegram takes, nothing lost, every tag whole."""

from html import unescape
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from handlers.common.split import split_html, visible_length

WORDS = st.text(min_size=1, max_size=60)
PIECES = st.lists(
    st.tuples(st.sampled_from(["", "b", "i", "code"]), WORDS), min_size=1, max_size=60
)


def html_of(pieces: list[tuple[str, str]]) -> str:
    return " ".join(f"<{t}>{escape(w)}</{t}>" if t else str(escape(w)) for t, w in pieces)


class Balanced(HTMLParser):
    """Fails where a tag is not closed in its own part."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.opened: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def read(html: str) -> str:
    reader = Balanced()
    reader.feed(html)
    reader.close()
    assert not reader.opened
    return reader.text


@given(PIECES)
def test_parts_fit_and_lose_nothing(pieces: list[tuple[str, str]]) -> None:
    html = html_of(pieces)
    parts = split_html(html, limit=100)
    assert all(visible_length(part) <= 100 for part in parts)
    whole = "".join(read(part) for part in parts)
    assert "".join(whole.split()) == "".join(unescape(read(html)).split())


def test_a_short_text_is_one_part() -> None:
    assert split_html("<b>short</b>") == ["<b>short</b>"]


def test_a_word_of_5000_letters_is_cut() -> None:
    parts = split_html("а" * 5000)
    assert "".join(parts) == "а" * 5000
    assert all(visible_length(part) <= 4096 for part in parts)


def test_emoji_count_as_telegram_counts_them() -> None:
    assert visible_length("😀") == 2
    assert all(visible_length(part) <= 4096 for part in split_html("😀" * 3000))


def test_it_cuts_between_sentences() -> None:
    text = "A sentence of some words. " * 40
    assert split_html(text, limit=800)[0].endswith(".")
