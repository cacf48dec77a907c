"""Text as Telegram counts and cleans it: lengths in UTF-16 units, links found by themselves."""

import re
from urllib.parse import urlsplit

from sandbox.codec import Json

_CONTROL = {code: " " for code in range(32) if code not in (10, 13)} | {13: None}
_FOUND = re.compile(
    r"(?P<email>(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]*\w)"
    r"|(?P<url>(?:https?|tg)://[^\s<>\"]*[^\s<>\".,;:!?)\]'»]|(?<![\w@/.])t\.me/[\w/?=&%+-]*[\w/])"
    r"|(?P<bot_command>(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/@]))"
    r"|(?P<mention>(?<![\w@])@[A-Za-z][A-Za-z0-9_]{3,31}\b)"
    r"|(?P<hashtag>(?<!\w)#\w*[^\W\d]\w*)"
)
_OPAQUE = {"code", "pre", "text_link", "text_mention"}


def utf16_length(text: str) -> int:
    """Count UTF-16 units: a character beyond the basic plane counts twice."""
    return len(text) + sum(char > "\uffff" for char in text)


def utf16_slice(text: str, offset: int, length: int) -> str:
    """Cut by UTF-16 units."""
    encoded = text.encode("utf-16-le", "surrogatepass")
    return encoded[offset * 2 : (offset + length) * 2].decode("utf-16-le", "replace")


def clean(text: str) -> str:
    """Replace control characters as Telegram does before it looks at a text."""
    return text.translate(_CONTROL)


def trim(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Strip white space at both ends and move the entities along."""
    left = len(text) - len(text.lstrip())
    stripped = text.strip()
    lead, total = utf16_length(text[:left]), utf16_length(stripped)
    kept: list[Json] = []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        end = min(entity["offset"] + entity["length"] - lead, total)
        if end > start:
            kept.append({**entity, "offset": start, "length": end - start})
    return stripped, kept


def find_entities(text: str, known: list[Json] | None = None) -> list[Json]:
    """Add what Telegram finds by itself, links and commands, to the `known` entities."""
    entities = list(known or [])
    taken = [(e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] in _OPAQUE]
    for match in _FOUND.finditer(text):
        offset = utf16_length(text[: match.start()])
        end = offset + utf16_length(match.group())
        if not any(start < end and offset < stop for start, stop in taken):
            entities.append(
                {"type": str(match.lastgroup), "offset": offset, "length": end - offset}
            )
    return sorted(entities, key=lambda e: (e["offset"], -e["length"]))


def checked_url(url: str) -> str:
    """Return the link in full; `ValueError` in Telegram's words when it cannot be opened."""
    url = url.strip()
    if "://" not in url:
        url = f"http://{url}"
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        raise ValueError("Wrong HTTP URL") from None
    if parts.scheme in {"tg", "ton", "tonsite"}:
        return url
    if parts.scheme not in {"http", "https"}:
        raise ValueError("Unsupported URL protocol")
    if not host:
        raise ValueError("URL host is empty")
    if ("." not in host and ":" not in host) or " " in url:
        raise ValueError("Wrong HTTP URL")
    return url
