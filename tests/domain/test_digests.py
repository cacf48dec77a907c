"""A digest comes once a week, at the hour that its reader chose."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.digests import next_digest

ALMATY = ZoneInfo("Asia/Almaty")
MONDAY, WEDNESDAY, SUNDAY = 0, 2, 6
TUESDAY_NOON = datetime(2026, 11, 24, 12, tzinfo=ALMATY)


@pytest.mark.parametrize(
    ("after", "weekday", "hour", "found"),
    [
        (TUESDAY_NOON, WEDNESDAY, 9, "2026-11-25 09:00"),
        (TUESDAY_NOON, MONDAY, 9, "2026-11-30 09:00"),
        (TUESDAY_NOON, SUNDAY, 21, "2026-11-29 21:00"),
        (TUESDAY_NOON, 1, 13, "2026-11-24 13:00"),
        (TUESDAY_NOON, 1, 12, "2026-12-01 12:00"),
        (TUESDAY_NOON, 1, 8, "2026-12-01 08:00"),
        (datetime(2026, 11, 23, 12, tzinfo=UTC), MONDAY, 21, "2026-11-23 21:00"),
        # Still Monday in London, Tuesday already where the reader is.
        (datetime(2026, 11, 23, 20, tzinfo=UTC), MONDAY, 9, "2026-11-30 09:00"),
    ],
)
def test_the_next_one(after: datetime, weekday: int, hour: int, found: str) -> None:
    expected = datetime.fromisoformat(found).replace(tzinfo=ALMATY)
    digest = next_digest(after, weekday, hour, ALMATY)
    assert digest == expected
    assert digest.tzinfo is ALMATY


@pytest.mark.parametrize(("weekday", "hour"), [(-1, 9), (7, 9), (0, 7), (0, 22)])
def test_no_digest_at_night_or_on_an_eighth_day(weekday: int, hour: int) -> None:
    with pytest.raises(ValueError, match=r"^a digest has a weekday and an hour by day$"):
        next_digest(TUESDAY_NOON, weekday, hour, ALMATY)


@given(st.timedeltas(timedelta(0), timedelta(days=1000)), st.integers(0, 6), st.integers(8, 21))
def test_one_in_every_week(later: timedelta, weekday: int, hour: int) -> None:
    after = datetime(2025, 1, 1, tzinfo=UTC) + later
    first = next_digest(after, weekday, hour, ALMATY)
    assert timedelta(0) < first - after <= timedelta(days=7)
    assert (first.weekday(), first.hour, first.minute) == (weekday, hour, 0)
    assert next_digest(first, weekday, hour, ALMATY) == first + timedelta(days=7)
