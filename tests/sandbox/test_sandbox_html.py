"""Telegram's HTML, with its own complaints."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.errors import ApiError
from sandbox.html_reader import parse_html
from sandbox.html_writer import to_html
from sandbox.text import find_entities, utf16_length


def kinds(source: str) -> list[tuple[str, int, int]]:
    return [(e["type"], e["offset"], e["length"]) for e in parse_html(source)[1]]


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>a</b> b", "a b", [("bold", 0, 1)]),
        ("<strong>a<em>b</em></strong>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("🏛 <u>x</u>", "🏛 x", [("underline", 3, 1)]),
        ("&lt;b&gt; &amp; &quot;&#1179;&#x49b;", '<b> & "ққ', []),
        ("&copy; & &amp", "&copy; & &", []),
        ("<S>a</s>", "a", [("strikethrough", 0, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
        ("<code>a<b>b</b></code>", "ab", [("code", 0, 2)]),
        ("<b></b>a", "a", []),
        ("<a href='https://a.kz/?x=1&amp;y=2'>a</a>", "a", [("text_link", 0, 1)]),
        ('<a href="localhost">a</a>', "a", []),
    ],
)
def test_reads_what_telegram_reads(
    source: str, text: str, entities: list[tuple[str, int, int]]
) -> None:
    assert parse_html(source)[0] == text
    assert kinds(source) == entities


def test_link_and_language_are_kept() -> None:
    assert (
        parse_html('<a href="https://a.kz/?x=1&amp;y=2">a</a>')[1][0]["url"]
        == "https://a.kz/?x=1&y=2"
    )
    block = parse_html('<pre><code class="language-python">a</code></pre>')[1]
    assert block == [{"type": "pre", "language": "python", "offset": 0, "length": 1}]


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("a <x>b</x>", 'Unsupported start tag "x" at byte offset 2'),
        ("қ<x>", 'Unsupported start tag "x" at byte offset 2'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("1 <", "Unclosed start tag at byte offset 2"),
        ("5 < 6 and 7 > 3", 'Unsupported start tag "" at byte offset 2'),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<a href="x>a</a>', "Unclosed start tag at byte offset 0"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        (
            "<a href>a</a>",
            'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0',
        ),
    ],
)
def test_complains_in_telegrams_words(source: str, complaint: str) -> None:
    with pytest.raises(ApiError) as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {complaint}"


@settings(deadline=None)
@given(st.text())
def test_never_fails_but_by_refusing(source: str) -> None:
    try:
        text, entities = parse_html(source)
    except ApiError:
        return
    assert all(0 <= e["offset"] < e["offset"] + e["length"] <= utf16_length(text) for e in entities)


@settings(deadline=None)
@given(st.recursive(st.text(alphabet="ab<>&қ🏛 "), lambda inner: st.lists(inner, max_size=3)))
def test_writing_and_reading_agree(tree: object) -> None:
    def write(node: object, depth: int) -> str:
        if isinstance(node, list):
            tag = "bius"[depth % 4]
            return f"<{tag}>" + "".join(write(part, depth + 1) for part in node) + f"</{tag}>"
        return str(node).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    text, entities = parse_html(write(tree, 0))
    assert parse_html(to_html(text, entities)) == (text, entities)


def test_finds_commands_and_links_by_itself() -> None:
    found = find_entities("/start abc, t.me/town_bot a@b.kz #тег @someone https://a.kz/x. 1/2 a/b")
    assert [e["type"] for e in found] == [
        "bot_command",
        "url",
        "email",
        "hashtag",
        "mention",
        "url",
    ]
    assert found[0] == {"type": "bot_command", "offset": 0, "length": 6}
    assert found[-1]["length"] == len("https://a.kz/x")
