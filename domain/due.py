"""Due dates that explain themselves.

One pure function gives the date for the voter's receipt, the deputy's inbox and the reminder.
"""

from __future__ import annotations

import calendar as months
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby
from typing import Final

from domain.calendar import WorkCalendar
from domain.days import ONE_DAY, WEEKEND, DayOff, DayOffKind, Reason
from domain.terms import RULES, Basis, Rule, RuleId, SourceId, rules_with

__all__ = [
    "RULES",
    "Basis",
    "DueDate",
    "Lateness",
    "Rule",
    "RuleId",
    "SkippedRun",
    "SourceId",
    "days_left",
    "due",
    "lateness",
    "latest_extension",
    "rules_with",
]

VERY_LATE_AFTER: Final = 15  # working days after the due date
EXTENSION_MONTHS: Final = 2  # Code art. 76: a reasonable term, not more than two months


@dataclass(frozen=True, slots=True)
class SkippedRun:
    """Neighbouring days off for one reason, `first` to `last`; the rest as in `DayOff`."""

    first: date
    last: date
    kind: DayOffKind
    key: str
    observed: bool
    estimated: bool
    moved_from: date | None
    reason: Reason | None

    @property
    def days(self) -> int:
        """Calendar days in the run."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class DueDate:
    """A due date and how it came about.

    `start` is day zero; `working_days` were counted (fewer than the rule's after a pause);
    `skipped` are the days off between, in order; `worked_weekends` are Saturdays and Sundays that
    counted because an order made them working days.
    """

    start: date
    due: date
    rule: Rule
    working_days: int
    skipped: tuple[SkippedRun, ...]
    worked_weekends: tuple[date, ...]
    calendar_version: str

    @property
    def estimated(self) -> bool:
        """Whether the date rests on a holiday that is not confirmed yet."""
        return any(run.estimated for run in self.skipped)


def due(start: date, rule: Rule, calendar: WorkCalendar, days: int | None = None) -> DueDate:
    """Find the last working day of the term that `rule` opens on `start`.

    `days` replaces the rule's length after a pause: what `days_left` gave when the clock stopped.
    At least one day is given, so that nobody is late at the moment the clock goes on.
    """
    length = rule.working_days if days is None else max(days, 1)
    end = calendar.add_working_days(start, length)
    between = tuple(_days(start, end))
    worked = (day for day in between if day.weekday() in WEEKEND and calendar.is_working(day))
    off = (calendar.why_off(day) for day in between)
    skipped = _runs(day for day in off if day is not None)
    return DueDate(start, end, rule, length, skipped, tuple(worked), calendar.version)


def days_left(today: date, due: date, calendar: WorkCalendar) -> int:
    """Count working days after `today` up to `due`: 0 on the day itself, negative when late.

    Late on a day off counts as the working day that follows: the day after the due date is -1.
    """
    if today <= due:
        return calendar.count_working_days(today, due)
    return -calendar.count_working_days(due, calendar.next_working(today))


class Lateness(StrEnum):
    """Where a day stands to a due date."""

    IN_TIME = "in_time"
    DUE_TODAY = "due_today"
    LATE = "late"
    VERY_LATE = "very_late"


def lateness(
    today: date, due: date, calendar: WorkCalendar, very_late_after: int = VERY_LATE_AFTER
) -> Lateness:
    """Compare a day with a due date; very late is `very_late_after` working days or more."""
    if today < due:
        return Lateness.IN_TIME
    if today == due:
        return Lateness.DUE_TODAY
    late = -days_left(today, due, calendar)
    return Lateness.VERY_LATE if late >= very_late_after else Lateness.LATE


def latest_extension(registered: date, limit: int = EXTENSION_MONTHS) -> date:
    """Find the last day to which a term may be extended: `limit` months after registration.

    A month without that day ends earlier: 31 December + 2 months is the end of February.
    """
    year, month = divmod(registered.year * 12 + registered.month - 1 + limit, 12)
    last = months.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(registered.day, last))


def _days(after: date, until: date) -> Iterator[date]:
    while after < until:
        after += ONE_DAY
        yield after


def _runs(off: Iterable[DayOff]) -> tuple[SkippedRun, ...]:
    # The ordinal minus the position is the same for neighbours: the usual trick to find runs.
    numbered = enumerate(off)
    groups = groupby(numbered, lambda item: (item[1].day.toordinal() - item[0], _cause(item[1])))
    return tuple(_run([day for _, day in group]) for _, group in groups)


def _cause(day: DayOff) -> tuple[object, ...]:
    return day.kind, day.key, day.observed, day.estimated, day.moved_from, day.reason


def _run(days: list[DayOff]) -> SkippedRun:
    a = days[0]
    return SkippedRun(
        a.day, days[-1].day, a.kind, a.key, a.observed, a.estimated, a.moved_from, a.reason
    )
