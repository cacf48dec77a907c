"""Splits HTML into messages that Telegram takes, with every tag whole."""

import re
from html import unescape

LIMIT = 4096  # UTF-16 units after the entities are parsed
_TOKEN = re.compile(r"<[^>]+>|&[#\w]+;|[^<&]+|[<&]")
_BORDERS = ("\n\n", "\n", ". ", "! ", "? ", " ")


def visible_length(html: str) -> int:
    """How long Telegram counts it: without tags, in UTF-16 units."""
    return _units(unescape(re.sub(r"<[^>]+>", "", html)))


def split_html(html: str, limit: int = LIMIT) -> list[str]:
    """Parts of at most `limit`, cut at paragraphs, lines, sentences or words, in that order."""
    if visible_length(html) <= limit:
        return [html]
    parts: list[str] = []
    opened: list[str] = []
    current, used = "", 0
    for piece in _pieces(html, limit):
        token, size = piece, visible_length(piece)
        if used + size > limit:
            parts.append(current.rstrip() + _closing(opened))
            current, used = "".join(opened), 0
            token = piece if piece.startswith("<") else piece.lstrip()
            size = visible_length(token)
        _track(token, opened)
        current += token
        used += size
    return [part for part in [*parts, current] if visible_length(part)]


def _pieces(html: str, limit: int) -> list[str]:
    """Tags, entities, and text cut into pieces that end at a border."""
    pieces: list[str] = []
    for token in _TOKEN.findall(html):
        if token.startswith(("<", "&")) or _units(token) <= limit // 8:
            pieces.append(token)
        else:
            pieces.extend(_cut(token, limit))
    return pieces


def _cut(text: str, limit: int) -> list[str]:
    pieces = [text]
    for border in _BORDERS:
        pieces = [
            part
            for piece in pieces
            for part in (_after(piece, border) if _units(piece) > limit // 8 else [piece])
        ]
    return [part for piece in pieces for part in _hard(piece, limit // 8)]


def _after(text: str, border: str) -> list[str]:
    found = text.split(border)
    return [part + border for part in found[:-1]] + ([found[-1]] if found[-1] else [])


def _hard(text: str, size: int) -> list[str]:
    if _units(text) <= size:
        return [text]
    step = size // 2  # a character may take two units
    return [text[start : start + step] for start in range(0, len(text), step)]


def _track(token: str, opened: list[str]) -> None:
    if token.startswith("</"):
        opened.pop()
    elif token.startswith("<") and len(token) > 1:
        opened.append(token)


def _closing(opened: list[str]) -> str:
    return "".join(f"</{re.split(r'[ >]', tag[1:])[0]}>" for tag in reversed(opened))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
