"""A day with hours, and a link, as people type them."""

import re
from datetime import datetime, time
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from domain.errors import BadInput
from handlers.common.typed_day import typed_day

Span = tuple[datetime, datetime | None]
_CLOCK = r"([01]?\d|2[0-3])[:.]([0-5]\d)"
_HOURS = re.compile(rf"{_CLOCK}(?:\s*[-–—]\s*{_CLOCK})?")
_FORM = re.compile(rf"(?P<day>\S+?),?\s+(?:\D{{1,10}}\s)?\s*(?P<hours>{_HOURS.pattern})")
_HOST = re.compile(r"[^\W_](?:[\w-]*\.)+[^\W\d_]{2,}", re.ASCII)
LINK_LIMIT = 500


def typed_moment(text: str, now: datetime, zone: ZoneInfo) -> Span:
    """Reads "25.12 18:30", "25.12.2026 18:30-20:00" and the like, in local time.

    Raises BadInput("not_a_moment").
    """
    found = _FORM.fullmatch(text.strip())
    if found is None:
        raise BadInput("not_a_moment")
    try:
        day = typed_day(found["day"], now.astimezone(zone).date(), ahead=True)
    except BadInput:
        raise BadInput("not_a_moment") from None
    start, end = typed_hours(found["hours"])
    return (
        datetime.combine(day, start, zone),
        datetime.combine(day, end, zone) if end is not None else None,
    )


def typed_hours(text: str) -> tuple[time, time | None]:
    """Reads "18:30" and "18.30 - 20.00". Raises BadInput("not_a_moment")."""
    found = _HOURS.fullmatch(text.strip())
    if found is None:
        raise BadInput("not_a_moment")
    end = time(int(found[3]), int(found[4])) if found[3] else None
    return time(int(found[1]), int(found[2])), end


def typed_link(text: str) -> str:
    """A web address; what has no scheme gets https. Raises BadInput("not_a_link")."""
    typed = text.strip()
    if "://" not in typed:
        typed = f"https://{typed}"
    try:
        parts = urlsplit(typed)
        host = parts.hostname or ""
    except ValueError:
        raise BadInput("not_a_link") from None
    clean = not any(sign.isspace() or sign in "<>\"'@\\" for sign in typed)
    known = parts.scheme in {"http", "https"} and _HOST.fullmatch(host) is not None
    if not (clean and known and typed.isprintable() and len(typed) <= LINK_LIMIT):
        raise BadInput("not_a_link")
    return typed
