"""Calendar files as RFC 5545 wants them."""

from dataclasses import replace
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


WHOLE = """
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//deputat-bot//announcements//KK
METHOD:PUBLISH
BEGIN:VEVENT
UID:a-1@bot
SEQUENCE:0
DTSTAMP:20261124T050000Z
DTSTART:20261225T133000Z
DTEND:20261225T150000Z
SUMMARY:Кездесу: Сәуле
LOCATION:School 5\\, hall
DESCRIPTION:Roads
URL:https://t.me/bot?start=a-1
STATUS:CONFIRMED
END:VEVENT
END:VCALENDAR
"""
OPTIONAL = ("DTEND", "LOCATION", "DESCRIPTION", "URL")


def test_a_whole_file() -> None:
    found = rows(calendar_file(replace(event(), url="https://t.me/bot?start=a-1"), MADE))
    assert found == WHOLE.lstrip().split("\n")


def test_what_is_not_known_is_left_out() -> None:
    found = calendar_file(CalendarEvent("a-1@bot", 1, "Кездесу: Сәуле", START), MADE)
    left = [row for row in WHOLE.lstrip().split("\n") if not row.startswith(OPTIONAL)]
    assert rows(found) == left


def test_what_was_called_off_says_so() -> None:
    found = rows(calendar_file(replace(event(), cancelled=True), MADE))
    assert "STATUS:CANCELLED" in found
    assert "STATUS:CONFIRMED" not in found


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
