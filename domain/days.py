"""Days off of a country: the public calendar plus the orders that a coordinator typed in.

Sources: the package `holidays` (Kazakhstan: Law on Holidays, Labour Code art. 84 and 85, yearly
government orders about moved days) and a table of overrides, because orders appear in mid-year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

import holidays
from holidays.version import __version__

PACKAGE_VERSION: Final = __version__
ONE_DAY: Final = timedelta(days=1)
WEEKEND: Final = (5, 6)

# English names of the package -> identifiers of the catalogs. A name that a newer package invents
# becomes "public_holiday": still a day off, only named less exactly.
HOLIDAY_KEYS: Final[Mapping[str, Mapping[str, str]]] = {
    "KZ": {
        "New Year's Day": "new_year",
        "Orthodox Christmas": "orthodox_christmas",
        "International Women's Day": "womens_day",
        "Nowruz Holiday": "nauryz",
        "Kazakhstan's People Solidarity Holiday": "unity_day",
        "Defender of the Fatherland Day": "defender_day",
        "Victory Day": "victory_day",
        "Eid al-Adha": "kurban_ait",
        "Capital Day": "capital_day",
        "Constitution Day": "constitution_day",
        "Republic Day": "republic_day",
        "First President Day": "first_president_day",
        "Independence Day": "independence_day",
    }
}
_MOVED: Final = re.compile(r"substituted from (\d{2})/(\d{2})/(\d{4})")


class DayOffKind(StrEnum):
    """Why nobody works: plain weekend, public holiday, day moved by an order, own override."""

    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    TRANSFERRED = "transferred"
    OVERRIDE = "override"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a coordinator changed a day, in the three languages: data, shown as it is."""

    kk: str
    ru: str
    en: str


@dataclass(frozen=True, slots=True)
class Override:
    """One line of the override table: `day` is worked (True) or off (False), whatever else says."""

    day: date
    working: bool
    reason: Reason


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day without work. `key` names it for the catalogs ("nauryz", "weekend", ...).

    `observed`: the holiday fell on a day off and moved here. `estimated`: the moon decides and
    nobody has confirmed the date yet. `moved_from`: the weekend day that is worked instead.
    """

    day: date
    kind: DayOffKind
    key: str
    observed: bool = False
    estimated: bool = False
    moved_from: date | None = None
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Year:
    """All days off of one calendar year, and its working days in order."""

    off: Mapping[date, DayOff]
    working: tuple[date, ...]


def fill_year(country: str, overrides: Iterable[Override], year: int) -> Year:
    """Sort every day of `year` into worked and off, for a country code that `holidays` knows."""
    # The neighbours too: an order for January may make a day of the December before it worked.
    table = holidays.country_holidays(
        country, years=range(year - 1, year + 2), expand=False, language="en_US"
    )
    changed = {item.day: item for item in overrides}
    off: dict[date, DayOff] = {}
    working: list[date] = []
    for ordinal in range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1):
        day = date.fromordinal(ordinal)
        override = changed.get(day)
        if override is not None and not override.working:
            off[day] = DayOff(day, DayOffKind.OVERRIDE, "override", reason=override.reason)
        elif override is not None or table.is_working_day(day):
            working.append(day)
        else:
            off[day] = _day_off(country, day, table.get_list(day))
    return Year(off, tuple(working))


def _day_off(country: str, day: date, names: list[str]) -> DayOff:
    if not names:
        return DayOff(day, DayOffKind.WEEKEND, "weekend")
    # Two holidays on one day: the certain one is the better reason.
    name = min(names, key=lambda label: "estimated" in label)
    if moved := _MOVED.search(name):
        month, number, year = map(int, moved.groups())
        source = date(year, month, number)
        return DayOff(day, DayOffKind.TRANSFERRED, "moved_day_off", moved_from=source)
    plain, _, marks = name.partition(" (")
    key = HOLIDAY_KEYS.get(country, {}).get(plain, "public_holiday")
    observed, estimated = "observed" in marks, "estimated" in marks
    return DayOff(day, DayOffKind.HOLIDAY, key, observed=observed, estimated=estimated)
