"""Working days, holidays by name, registration day, hours of writing."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, reset_tzpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import calendar as module
from domain.calendar import (
    WorkCalendar,
    WorkingHours,
    check_time_zone,
    next_moment_within_hours,
    outside_quiet_hours,
    registration_day,
    within_hours,
)
from domain.days import HOLIDAY_KEYS, DayOff, DayOffKind, Override, Reason
from domain.errors import TimeZoneWrong

KZ = WorkCalendar()
ALMATY = ZoneInfo("Asia/Almaty")
HOURS = WorkingHours()
STRIKE = Reason("боран", "буран", "snowstorm")

days = st.dates(date(2023, 1, 1), date(2028, 12, 31))
moments = st.integers(0, 5 * 365 * 24 * 60).map(
    lambda minutes: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


def key(day: date) -> str | None:
    off = KZ.why_off(day)
    return off.key if off else None


@pytest.mark.parametrize(
    ("year", "number"), [(2023, 246), (2024, 249), (2025, 246), (2026, 247), (2027, 247)]
)
def test_working_days_of_a_year(year: int, number: int) -> None:
    assert KZ.count_working_days(date(year - 1, 12, 31), date(year, 12, 31)) == number


@pytest.mark.parametrize(
    "day", [date(2023, 7, 1), date(2024, 5, 4), date(2025, 1, 5), date(2022, 3, 5)]
)
def test_weekend_days_worked_by_order(day: date) -> None:
    assert day.weekday() >= 5
    assert KZ.is_working(day)
    assert KZ.why_off(day) is None


def test_a_worked_day_is_known_though_its_order_belongs_to_the_next_year() -> None:
    assert KZ.is_working(date(2013, 12, 28))


@pytest.mark.parametrize(
    ("day", "source"),
    [
        (date(2023, 7, 7), date(2023, 7, 1)),
        (date(2024, 5, 8), date(2024, 5, 4)),
        (date(2025, 1, 3), date(2025, 1, 5)),
    ],
)
def test_moved_days_off(day: date, source: date) -> None:
    assert KZ.why_off(day) == DayOff(
        day, DayOffKind.TRANSFERRED, "moved_day_off", moved_from=source
    )


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 1, 1), "new_year"),
        (date(2026, 1, 7), "orthodox_christmas"),
        (date(2024, 3, 8), "womens_day"),
        (date(2024, 3, 22), "nauryz"),
        (date(2024, 5, 1), "unity_day"),
        (date(2024, 5, 7), "defender_day"),
        (date(2024, 5, 9), "victory_day"),
        (date(2023, 6, 28), "kurban_ait"),
        (date(2025, 6, 6), "kurban_ait"),
        (date(2026, 5, 27), "kurban_ait"),
        (date(2026, 7, 6), "capital_day"),
        (date(2025, 8, 30), "constitution_day"),
        (date(2026, 8, 30), "weekend"),  # a Sunday, and no holiday any more
        (date(2026, 8, 31), None),
        (date(2027, 3, 15), "constitution_day"),
        (date(2026, 3, 16), None),
        (date(2026, 10, 26), "republic_day"),
        (date(2026, 12, 16), "independence_day"),
        (date(2027, 5, 17), None),  # Kurban Ait on a Sunday does not move
        (date(2023, 1, 9), None),  # nor does 7 January
    ],
)
def test_holidays_by_key(day: date, expected: str | None) -> None:
    assert key(day) == expected


def test_observed_and_estimated_are_told() -> None:
    observed, estimated = KZ.why_off(date(2026, 10, 26)), KZ.why_off(date(2026, 5, 27))
    assert observed is not None
    assert observed.observed
    assert not observed.estimated
    assert estimated is not None
    assert estimated.estimated
    assert not estimated.observed


@pytest.mark.parametrize("year", range(2018, 2036))
def test_every_holiday_of_the_package_has_a_name_of_ours(year: int) -> None:
    day = date(year, 1, 1)
    known = {*HOLIDAY_KEYS["KZ"].values(), "weekend", "moved_day_off", None}
    while day.year == year:
        assert key(day) in known, day
        day += timedelta(days=1)


def test_override_makes_a_day_off_with_its_reason() -> None:
    day = date(2026, 11, 23)
    calendar = WorkCalendar(overrides=(Override(day, working=False, reason=STRIKE),))
    assert KZ.is_working(day)
    assert calendar.why_off(day) == DayOff(day, DayOffKind.OVERRIDE, "override", reason=STRIKE)
    assert calendar.next_working(day) == date(2026, 11, 24)


def test_override_makes_a_holiday_worked() -> None:
    day = date(2026, 12, 16)
    calendar = WorkCalendar(overrides=(Override(day, working=True, reason=STRIKE),))
    assert calendar.is_working(day)
    assert calendar.count_working_days(date(2026, 12, 15), day) == 1


def test_version_tells_overrides_apart_but_not_their_wording() -> None:
    day = date(2026, 11, 23)
    one = WorkCalendar(overrides=(Override(day, working=False, reason=STRIKE),))
    other = WorkCalendar(overrides=(Override(day, working=False, reason=Reason("", "", "")),))
    worked = WorkCalendar(overrides=(Override(day, working=True, reason=STRIKE),))
    assert one.version == other.version
    assert len({KZ.version, one.version, worked.version}) == 3
    assert KZ.version.startswith("KZ-")


def test_add_backwards_and_zero() -> None:
    assert KZ.add_working_days(date(2026, 3, 10), -1) == date(2026, 3, 6)
    assert KZ.add_working_days(date(2026, 3, 8), 0) == date(2026, 3, 8)


@given(days, st.integers(1, 60))
def test_count_is_the_inverse_of_add(day: date, n: int) -> None:
    end = KZ.add_working_days(day, n)
    assert KZ.count_working_days(day, end) == n
    assert KZ.count_working_days(end, day) == -n
    back = KZ.add_working_days(end, -n)
    # n days back from the n-th working day: the start, or the working day before a day off.
    assert back == day if KZ.is_working(day) else back < day
    assert KZ.count_working_days(back, day) == 0


@given(days, days, days)
def test_counts_add_up(a: date, b: date, c: date) -> None:
    count = KZ.count_working_days
    assert count(a, b) + count(b, c) == count(a, c)


@given(days, st.integers(0, 800))
def test_count_agrees_with_counting_one_by_one(a: date, length: int) -> None:
    following = [a + timedelta(days=n) for n in range(1, length + 1)]
    expected = sum(map(KZ.is_working, following))
    assert KZ.count_working_days(a, a + timedelta(days=length)) == expected


@pytest.mark.parametrize(
    ("received", "registered"),
    [
        ("2026-11-23T07:30+05:00", date(2026, 11, 23)),
        ("2026-11-23T17:59:59+05:00", date(2026, 11, 23)),
        ("2026-11-23T18:00+05:00", date(2026, 11, 24)),
        ("2026-11-23T12:59+00:00", date(2026, 11, 23)),
        ("2026-11-22T19:00+00:00", date(2026, 11, 23)),  # midnight in Almaty
        ("2026-11-22T18:59:59+00:00", date(2026, 11, 23)),  # a Sunday
        ("2026-11-20T18:30+05:00", date(2026, 11, 23)),
        ("2024-05-03T20:00+05:00", date(2024, 5, 4)),  # a worked Saturday
        ("2026-12-15T18:00+05:00", date(2026, 12, 17)),
    ],
)
def test_registration_day(received: str, registered: date) -> None:
    moment = datetime.fromisoformat(received)
    assert registration_day(moment, ALMATY, HOURS, KZ) == registered


@given(moments)
def test_registration_is_on_a_working_day_never_before_receipt(moment: datetime) -> None:
    day = registration_day(moment, ALMATY, HOURS, KZ)
    assert KZ.is_working(day)
    assert day >= moment.astimezone(ALMATY).date()


@given(moments)
def test_next_moment_within_hours(moment: datetime) -> None:
    found = next_moment_within_hours(moment, ALMATY, HOURS, KZ)
    assert found >= moment
    assert within_hours(found, ALMATY, HOURS, KZ)
    assert (found == moment) == within_hours(moment, ALMATY, HOURS, KZ)
    assert next_moment_within_hours(found, ALMATY, HOURS, KZ) == found


@pytest.mark.parametrize(
    ("moment", "found"),
    [
        ("2026-11-23T08:59+05:00", "2026-11-23T09:00+05:00"),
        ("2026-11-23T18:00+05:00", "2026-11-24T09:00+05:00"),
        ("2026-12-15T18:00+05:00", "2026-12-17T09:00+05:00"),
        ("2026-11-23T17:59+05:00", "2026-11-23T17:59+05:00"),
    ],
)
def test_next_moment_examples(moment: str, found: str) -> None:
    result = next_moment_within_hours(datetime.fromisoformat(moment), ALMATY, HOURS, KZ)
    assert result == datetime.fromisoformat(found)


@pytest.mark.parametrize(
    ("moment", "found"),
    [
        ("2026-11-23T21:59:59+05:00", "2026-11-23T21:59:59+05:00"),
        ("2026-11-23T22:00+05:00", "2026-11-24T08:00+05:00"),
        ("2026-11-24T00:00+05:00", "2026-11-24T08:00+05:00"),
        ("2026-11-24T08:00+05:00", "2026-11-24T08:00+05:00"),
        ("2026-11-23T20:00+00:00", "2026-11-24T08:00+05:00"),
    ],
)
def test_quiet_hours(moment: str, found: str) -> None:
    result = outside_quiet_hours(datetime.fromisoformat(moment), ALMATY)
    assert result == datetime.fromisoformat(found)


def test_quiet_hours_within_one_day_and_none() -> None:
    noon = datetime(2026, 11, 23, 13, tzinfo=ALMATY)
    assert outside_quiet_hours(noon, ALMATY, (time(12), time(14))).hour == 14
    assert outside_quiet_hours(noon, ALMATY, (time(13), time(13))) == noon


def test_naive_moments_and_hours_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        registration_day(datetime(2026, 11, 23), ALMATY, HOURS, KZ)  # noqa: DTZ001
    with pytest.raises(ValueError, match="open"):
        WorkingHours(time(18), time(9))


def test_time_zone_is_checked() -> None:
    assert check_time_zone("Asia/Almaty").key == "Asia/Almaty"
    with pytest.raises(TimeZoneWrong) as caught:
        check_time_zone("Asia/Atlantis")
    assert caught.value.zone == "Asia/Atlantis"
    assert caught.value.found is None


def test_old_time_zone_data_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    # Asia/Omsk is what Asia/Almaty was before 2024: UTC+6.
    monkeypatch.setattr(module, "_load", lambda _zone: ZoneInfo("Asia/Omsk"))
    with pytest.raises(TimeZoneWrong) as caught:
        check_time_zone()
    assert caught.value.found == timedelta(hours=6)


@pytest.fixture
def _no_system_zones() -> Iterator[None]:
    reset_tzpath(to=())
    yield
    reset_tzpath()


@pytest.mark.usefixtures("_no_system_zones")
def test_the_packaged_time_zone_data_are_new_enough() -> None:
    ZoneInfo.clear_cache()
    assert check_time_zone().key == "Asia/Almaty"


def test_local_time_of_the_machine_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    moment = datetime(2026, 11, 23, 12, 59, tzinfo=UTC)
    for zone in ("UTC", "America/New_York", "Pacific/Kiritimati"):
        monkeypatch.setenv("TZ", zone)
        assert registration_day(moment, ALMATY, HOURS, KZ) == date(2026, 11, 23)


def test_the_module_takes_no_clock() -> None:
    source = Path(module.__file__).read_text(encoding="utf-8")
    assert ".now(" not in source
    assert ".today(" not in source
