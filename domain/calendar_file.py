"""One event as a calendar file (RFC 5545): moments in UTC, text escaped, lines folded."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

_LINE: Final = 75  # octets, without the line end


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """`version` counts from one: a calendar puts a higher one in the place of a lower one."""

    uid: str
    version: int
    title: str
    start: datetime
    end: datetime | None = None
    place: str | None = None
    text: str | None = None
    url: str | None = None
    cancelled: bool = False


def calendar_file(event: CalendarEvent, made_at: datetime) -> bytes:
    """UTF-8; `made_at` is the moment of making."""
    rows = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//deputat-bot//announcements//KK",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{escaped(event.uid)}",
        f"SEQUENCE:{event.version - 1}",
        f"DTSTAMP:{_moment(made_at)}",
        f"DTSTART:{_moment(event.start)}",
        f"DTEND:{_moment(event.end)}" if event.end else None,
        f"SUMMARY:{escaped(event.title)}",
        f"LOCATION:{escaped(event.place)}" if event.place else None,
        f"DESCRIPTION:{escaped(event.text)}" if event.text else None,
        f"URL:{event.url}" if event.url else None,
        f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return b"".join(folded(row) + b"\r\n" for row in rows if row is not None)


def escaped(text: str) -> str:
    """As a TEXT value; control characters other than line ends have no place in one."""
    plain = "".join(sign for sign in text if sign == "\n" or ord(sign) >= ord(" "))
    for sign in ("\\", ";", ","):
        plain = plain.replace(sign, f"\\{sign}")
    return plain.replace("\n", "\\n")


def folded(row: str) -> bytes:
    """Pieces of at most 75 octets that break no letter; the later ones begin with a space."""
    pieces, piece = [], b""
    for sign in row:
        octets = sign.encode()
        if len(piece) + len(octets) > _LINE:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece])


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
