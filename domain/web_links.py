"""Links as people send them."""

import re
from datetime import date
from typing import Final
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit

from domain.errors import BadInput
from domain.records import SourceKind

LONGEST: Final = 2000
FOUND: Final = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_HOST: Final = re.compile(r"(?=.{4,253}\Z)[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)+")
_TRAILING: Final = ".,;:!?)»\"'"
_SOCIAL: Final = frozenset({
    "facebook.com", "fb.com", "instagram.com", "t.me", "telegram.me", "youtube.com", "youtu.be",
    "tiktok.com", "vk.com", "x.com", "twitter.com", "threads.net", "ok.ru", "linkedin.com",
})  # fmt: skip
_TRACKING: Final = ("utm_", "fbclid", "igsh", "igshid", "gclid")
_DAYS: Final = (
    re.compile(r"(?<!\d)(?P<y>20\d\d)[-/_.](?P<m>\d{1,2})[-/_.](?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<d>\d{1,2})[-/_.](?P<m>\d{1,2})[-/_.](?P<y>20\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>20\d\d)(?P<m>\d\d)(?P<d>\d\d)(?!\d)"),
)


def checked_link(text: str) -> str:
    """The link as it is kept. Raises BadInput("not_a_link") for anything that leads nowhere."""
    typed = text.strip()
    if typed.lower().startswith("www."):
        typed = f"https://{typed}"
    parts = _parts(typed)
    host = parts.hostname if parts else None
    if parts is None or parts.scheme not in {"http", "https"} or not host:
        raise BadInput("not_a_link")
    if len(typed) > LONGEST or not _HOST.fullmatch(host) or re.search(r"[\s<>]", typed):
        raise BadInput("not_a_link")
    return typed


def links_in(text: str) -> tuple[list[str], str]:
    """The links among words, and the words without them."""
    links = [found.rstrip(_TRAILING) for found in FOUND.findall(text)]
    return links, " ".join(FOUND.sub(" ", text).split())


def link_key(url: str) -> str:
    """Equal for links that lead to the same page."""
    parts = _parts(url)
    if parts is None:
        return url
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    kept = [(name, value) for name, value in parse_qsl(parts.query) if not _is_tracking(name)]
    return f"{host}{parts.path.rstrip('/')}?{urlencode(kept)}".rstrip("?").casefold()


def source_of(url: str) -> SourceKind | None:
    """A social network is known by its address; who runs any other site is not."""
    parts = _parts(url)
    labels = ((parts.hostname if parts else None) or "").split(".")
    return SourceKind.SOCIAL if ".".join(labels[-2:]) in _SOCIAL else None


def day_in(url: str, latest: date) -> date | None:
    """The day that many sites write into their addresses; only a guess."""
    for form in _DAYS:
        for found in form.finditer(url):
            day = _day(int(found["y"]), int(found["m"]), int(found["d"]))
            if day is not None and day <= latest:
                return day
    return None


def words_in(url: str) -> list[str]:
    """Words of the path and of the name of the page, which may name somebody."""
    parts = _parts(url)
    if parts is None:
        return []
    return re.findall(r"[^\W\d_]{4,}", f"{parts.path} {parts.query}")


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _is_tracking(name: str) -> bool:
    return name.lower().startswith(_TRACKING)


def _parts(url: str) -> SplitResult | None:
    """None for what cannot be read as an address, like a bracket without its pair."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return None
    return parts
