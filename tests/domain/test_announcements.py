"""When those who come to a meeting are reminded of it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.announcements import Before, remind_at
from domain.calendar import outside_quiet_hours

ALMATY = ZoneInfo("Asia/Almaty")
LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("start", "before", "reminded"),
    [
        ("2026-11-25 18:00", Before.DAY, "2026-11-24 18:00"),
        ("2026-11-25 18:00", Before.HOUR, "2026-11-25 17:00"),
        ("2026-11-25 09:00", Before.HOUR, "2026-11-25 08:00"),
        # An hour before would be at night: the evening before, when people still look.
        ("2026-11-25 08:59", Before.HOUR, "2026-11-24 21:30"),
        ("2026-11-25 07:00", Before.DAY, "2026-11-23 21:30"),
        ("2026-11-25 22:59", Before.HOUR, "2026-11-25 21:59"),
        ("2026-11-25 23:00", Before.HOUR, "2026-11-25 21:30"),
        ("2026-11-25 23:30", Before.DAY, "2026-11-24 21:30"),
        ("2026-11-26 00:30", Before.HOUR, "2026-11-25 21:30"),
    ],
)
def test_nobody_is_reminded_at_night(start: str, before: Before, reminded: str) -> None:
    moment = datetime.fromisoformat(start).replace(tzinfo=ALMATY)
    found = remind_at(moment, before, ALMATY)
    assert found == datetime.fromisoformat(reminded).replace(tzinfo=ALMATY)


def test_night_is_where_the_voters_are() -> None:
    start = datetime(2026, 11, 25, 4, tzinfo=LONDON)  # nine in the morning in Almaty
    assert remind_at(start, Before.HOUR, ALMATY) == datetime(2026, 11, 25, 3, tzinfo=LONDON)
    early = datetime(2026, 11, 25, 3, tzinfo=LONDON)
    found = remind_at(early, Before.HOUR, ALMATY)
    assert found == datetime(2026, 11, 24, 21, 30, tzinfo=ALMATY)
    assert found.tzinfo is ALMATY


@given(st.timedeltas(timedelta(0), timedelta(days=1000)), st.sampled_from(Before))
def test_a_reminder_comes_by_day_and_in_time(later: timedelta, before: Before) -> None:
    start = datetime(2025, 1, 1, tzinfo=ALMATY) + later
    found = remind_at(start, before, ALMATY)
    assert found < start
    assert outside_quiet_hours(found, ALMATY) == found
