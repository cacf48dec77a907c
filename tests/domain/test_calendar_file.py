"""Calendar files as RFC 5545 wants them."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from domain.calendar_file import CalendarEvent, calendar_file, escaped, folded

START = datetime(2026, 12, 25, 18, 30, tzinfo=ZoneInfo("Asia/Almaty"))
MADE = datetime(2026, 11, 24, 5, tzinfo=UTC)


def event(text: str = "Roads", version: int = 1) -> CalendarEvent:
    end = START + timedelta(minutes=90)
    return CalendarEvent("a-1@bot", version, "Кездесу: Сәуле", START, end, "School 5, hall", text)


def rows(content: bytes) -> list[str]:
    return content.replace(b"\r\n ", b"").decode().split("\r\n")


def test_moments_are_in_utc() -> None:
    found = rows(calendar_file(event(), MADE))
    assert "DTSTART:20261225T133000Z" in found
    assert "DTEND:20261225T150000Z" in found
    assert "DTSTAMP:20261124T050000Z" in found


def test_text_is_escaped() -> None:
    assert escaped("a; b, c\\d\ne\r\x07") == "a\\; b\\, c\\\\d\\ne"
    assert "LOCATION:School 5\\, hall" in rows(calendar_file(event(), MADE))


def test_a_later_version_takes_the_place_of_an_earlier_one() -> None:
    assert "SEQUENCE:0" in rows(calendar_file(event(), MADE))
    assert "SEQUENCE:2" in rows(calendar_file(event(version=3), MADE))


@given(st.text(st.characters(blacklist_categories=["Cs"]), max_size=400))
def test_any_text_survives_folding_and_adds_no_line(text: str) -> None:
    content = calendar_file(event(text), MADE)
    assert content.endswith(b"END:VCALENDAR\r\n")
    lines = content.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    unfolded = [line for line in rows(content) if line.startswith("DESCRIPTION:")]
    assert unfolded == ([f"DESCRIPTION:{escaped(text)}"] if text else [])


def test_letters_are_not_broken_by_folding() -> None:
    pieces = folded("ә" * 100).split(b"\r\n")
    assert [piece.decode().strip() for piece in pieces] == ["ә" * 37, "ә" * 37, "ә" * 26]
