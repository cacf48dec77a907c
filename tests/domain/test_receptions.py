"""A reception is cut into times of one visit each."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import BadInput
from domain.receptions import LENGTHS, Hours, cut, told_at, without_clashes

ALMATY, LONDON = ZoneInfo("Asia/Almaty"), ZoneInfo("Europe/London")


def at(clock: str, zone: ZoneInfo = ALMATY) -> datetime:
    return datetime.fromisoformat(f"2026-11-24 {clock}").replace(tzinfo=zone)


def hours(text: str) -> list[Hours]:
    """Read "10:00-10:30 11:00-11:30"."""
    pairs = [one.split("-") for one in text.split()]
    return [(at(start), at(end)) for start, end in pairs]


@pytest.mark.parametrize(
    ("start", "end", "minutes", "found"),
    [
        ("10:00", "11:00", 30, "10:00-10:30 10:30-11:00"),
        ("10:00", "11:14", 30, "10:00-10:30 10:30-11:00"),
        ("10:05", "10:50", 15, "10:05-10:20 10:20-10:35 10:35-10:50"),
        ("10:00", "11:00", 60, "10:00-11:00"),
    ],
)
def test_whole_times_only(start: str, end: str, minutes: int, found: str) -> None:
    assert cut(at(start), at(end), minutes) == hours(found)


def refused(start: str, end: str, minutes: int) -> tuple[str, dict[str, object]]:
    with pytest.raises(BadInput) as bad:
        cut(at(start), at(end), minutes)
    return bad.value.reason, bad.value.data


def test_what_cannot_be_cut() -> None:
    assert refused("10:00", "11:00", 7) == ("visit_length", {})
    assert refused("10:00", "10:29", 30) == ("visits_do_not_fit", {"limit": 40})
    assert refused("10:00", "09:00", 30) == ("visits_do_not_fit", {"limit": 40})
    assert refused("10:00", "16:50", 10) == ("visits_do_not_fit", {"limit": 40})
    assert len(cut(at("10:00"), at("16:40"), 10)) == 40


@given(st.integers(0, 400), st.sampled_from(LENGTHS))
def test_times_follow_each_other_within_the_reception(minutes: int, length: int) -> None:
    start, end = at("08:00"), at("08:00") + timedelta(minutes=minutes)
    try:
        found = cut(start, end, length)
    except BadInput:
        assert minutes < length
        return
    edges = [start, *(until for _, until in found)]
    assert [since for since, _ in found] == edges[:-1]
    assert timedelta(0) <= end - edges[-1] < timedelta(minutes=length)


@pytest.mark.parametrize(
    ("wanted", "taken", "left"),
    [
        ("10:00-10:30 10:30-11:00", "10:00-10:30", "10:30-11:00"),
        ("10:00-10:30 10:30-11:00", "10:15-10:45", ""),
        ("10:00-11:00", "10:20-10:30", ""),
        ("10:20-10:30", "10:00-11:00", ""),
        ("10:00-10:30", "10:30-11:00 09:30-10:00", "10:00-10:30"),
        ("10:00-10:30", "", "10:00-10:30"),
    ],
)
def test_no_time_is_opened_twice(wanted: str, taken: str, left: str) -> None:
    assert without_clashes(hours(wanted), hours(taken)) == hours(left)


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ("10:00:00", "2026-11-24 10:15"),
        ("10:14:59.999999", "2026-11-24 10:15"),
        ("10:15:00", "2026-11-24 10:30"),
        ("10:59:01.000007", "2026-11-24 11:00"),
        ("21:44:00", "2026-11-24 21:45"),
        ("21:45:00", "2026-11-25 08:00"),
        ("23:59:59", "2026-11-25 08:00"),
        ("00:00:01", "2026-11-24 08:00"),
        ("07:44:00", "2026-11-24 08:00"),
    ],
)
def test_changes_are_told_with_all_of_the_quarter(now: str, told: str) -> None:
    expected = datetime.fromisoformat(told).replace(tzinfo=ALMATY)
    assert told_at(at(now), ALMATY) == expected
    assert told_at(at(now).astimezone(LONDON), ALMATY) == expected
