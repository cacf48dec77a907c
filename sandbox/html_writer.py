"""Text and entities back to HTML, for tests that look at formatting."""

from html import escape

from sandbox.codec import Json

_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}


def to_html(text: str, entities: list[Json]) -> str:
    """Write the message as Telegram's HTML; what Telegram finds by itself stays plain."""
    encoded = text.encode("utf-16-le", "surrogatepass")
    marks: list[tuple[int, int, int, str]] = []
    for order, entity in enumerate(entities):
        opening, closing = _tags(entity)
        if opening:
            start, end = entity["offset"], entity["offset"] + entity["length"]
            marks.append((start, 1, order - entity["length"] * len(entities), opening))
            marks.append((end, 0, entity["length"] * len(entities) - order, closing))
    parts: list[str] = []
    last = 0
    for at, _, _, tag in sorted(marks):
        parts.append(escape(encoded[last * 2 : at * 2].decode("utf-16-le", "replace"), quote=False))
        parts.append(tag)
        last = at
    parts.append(escape(encoded[last * 2 :].decode("utf-16-le", "replace"), quote=False))
    return "".join(parts)


def _tags(entity: Json) -> tuple[str, str]:
    kind = entity["type"]
    if kind == "text_link":
        return f'<a href="{escape(entity["url"])}">', "</a>"
    if kind == "text_mention":
        return f'<a href="tg://user?id={entity["user"]["id"]}">', "</a>"
    if kind == "expandable_blockquote":
        return "<blockquote expandable>", "</blockquote>"
    if kind == "custom_emoji":
        return f'<tg-emoji emoji-id="{escape(entity["custom_emoji_id"])}">', "</tg-emoji>"
    tag = _TAGS.get(kind, "")
    return (f"<{tag}>", f"</{tag}>") if tag else ("", "")
