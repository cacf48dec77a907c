"""Working days and hours: when an appeal is registered, when the bot may write to whom.

Days come from `domain.days`. The whole country keeps one time, UTC+5, since 1 March 2024; before,
Almaty was at UTC+6, and machines with old time-zone data still believe so.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from domain.days import ONE_DAY, PACKAGE_VERSION, DayOff, Override, Year, fill_year
from domain.errors import TimeZoneWrong

# On this day old time-zone data still say UTC+6.
CHECKED_ZONE: Final = "Asia/Almaty"
CHECKED_MOMENT: Final = datetime(2024, 6, 1, 12, tzinfo=UTC)
EXPECTED_OFFSET: Final = timedelta(hours=5)

QUIET: Final = (time(22), time(8))


@dataclass(frozen=True)
class WorkCalendar:
    """The working days of one country, with overrides on top. Immutable: a change is a new one.

    `country` is an ISO 3166 code that `holidays` knows. Two calendars with the same `version` give
    the same dates; store it beside a due date and recompute open ones when it differs.
    """

    country: str = "KZ"
    overrides: tuple[Override, ...] = ()
    version: str = field(init=False)
    _years: dict[int, Year] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "version", _version(self.country, self.overrides))

    def is_working(self, day: date) -> bool:
        """Tell whether `day` is worked; a Saturday may be, by an order."""
        return day not in self._year(day.year).off

    def why_off(self, day: date) -> DayOff | None:
        """Tell what makes `day` a day off, the holiday first; None for a working day."""
        return self._year(day.year).off.get(day)

    def next_working(self, day: date) -> date:
        """Find the first working day at or after `day`."""
        while not self.is_working(day):
            day += ONE_DAY
        return day

    def add_working_days(self, day: date, n: int) -> date:
        """Go to the n-th working day after `day` (before it for negative n); stay there for 0.

        `day` is day zero, worked or not: it never counts.
        """
        step = ONE_DAY if n > 0 else -ONE_DAY
        left = abs(n)
        while left:
            day += step
            left -= self.is_working(day)
        return day

    def count_working_days(self, a: date, b: date) -> int:
        """Count the working days after `a`, up to and with `b`; negative when `b` is earlier."""
        if b < a:
            return -self.count_working_days(b, a)
        total = -bisect_right(self._year(a.year).working, a)
        total += sum(len(self._year(year).working) for year in range(a.year, b.year))
        return total + bisect_right(self._year(b.year).working, b)

    def _year(self, year: int) -> Year:
        known = self._years.get(year)
        if known is None:
            known = self._years[year] = fill_year(self.country, self.overrides, year)
        return known


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """Local hours of a working day: from `opens` (included) to `closes` (excluded)."""

    opens: time = time(9)
    closes: time = time(18)

    def __post_init__(self) -> None:
        if self.opens >= self.closes:
            raise ValueError("working hours must open before they close")


def check_time_zone(zone: str = CHECKED_ZONE) -> ZoneInfo:
    """Give the zone after a check that this machine knows UTC+5 in Almaty on 1 June 2024.

    The check is always made on Asia/Almaty: it tells how old the data are, whatever zone is set.

    Raises:
        TimeZoneWrong: the data are older than 2024a, or there is no such zone.
    """
    found = CHECKED_MOMENT.astimezone(_load(CHECKED_ZONE)).utcoffset()
    if found != EXPECTED_OFFSET:
        raise TimeZoneWrong(CHECKED_ZONE, EXPECTED_OFFSET, found)
    return _load(zone)


def registration_day(
    received_at: datetime, zone: ZoneInfo, hours: WorkingHours, calendar: WorkCalendar
) -> date:
    """Find the local day on which an appeal received at `received_at` (aware) is registered.

    The same day, before the opening hour too; after the closing hour or on a day off the next
    working day (Administrative Procedural and Process-Related Code, art. 64).
    """
    local = _local(received_at, zone)
    day = local.date()
    if local.time() >= hours.closes:
        day += ONE_DAY
    return calendar.next_working(day)


def within_hours(
    moment: datetime, zone: ZoneInfo, hours: WorkingHours, calendar: WorkCalendar
) -> bool:
    """Tell whether the aware `moment` is inside the working hours of a working day."""
    local = _local(moment, zone)
    return hours.opens <= local.time() < hours.closes and calendar.is_working(local.date())


def next_moment_within_hours(
    moment: datetime, zone: ZoneInfo, hours: WorkingHours, calendar: WorkCalendar
) -> datetime:
    """Find the first moment at or after `moment` (aware) within working hours, in `zone`."""
    if within_hours(moment, zone, hours, calendar):
        return _local(moment, zone)
    local = _local(moment, zone)
    day = local.date() if local.time() < hours.opens else local.date() + ONE_DAY
    return datetime.combine(calendar.next_working(day), hours.opens, zone)


def outside_quiet_hours(
    moment: datetime, zone: ZoneInfo, quiet: tuple[time, time] = QUIET
) -> datetime:
    """Find the first moment at or after `moment` (aware) that is not quiet, in `zone`.

    `quiet` runs from its first time (included) to its second (excluded), over midnight when the
    second is earlier; two equal times mean no quiet hours.
    """
    local = _local(moment, zone)
    begin, end = quiet
    now = local.time()
    if begin <= end:
        return datetime.combine(local.date(), end, zone) if begin <= now < end else local
    if now >= begin:
        return datetime.combine(local.date() + ONE_DAY, end, zone)
    return datetime.combine(local.date(), end, zone) if now < end else local


def _local(moment: datetime, zone: ZoneInfo) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone cannot be placed in a day")
    return moment.astimezone(zone)


def _load(zone: str) -> ZoneInfo:
    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as fault:
        raise TimeZoneWrong(zone, EXPECTED_OFFSET, None) from fault


def _version(country: str, overrides: Iterable[Override]) -> str:
    """Name the package and the days changed, not the wording of reasons: that moves no date."""
    lines = sorted(f"{item.day}:{item.working:d}" for item in overrides)
    digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()[:10]
    return f"{country}-{PACKAGE_VERSION}" + (f"-{digest}" if lines else "")
