"""The clock of an answer: it starts, stands while the author is asked, and can be given more time.

Every date of it can be told how it came about: the first due date with its days, then each change.
"""

from dataclasses import dataclass
from datetime import date

from domain.calendar import WorkCalendar
from domain.due import DueDate, due
from domain.terms import Rule


@dataclass(frozen=True, slots=True)
class Pause:
    """The author was asked on one day and replied on another; the days between do not count."""

    asked_on: date
    replied_on: date | None = None


@dataclass(frozen=True, slots=True)
class Extension:
    """A reasoned decision gave more time, up to a day that it names."""

    decided_on: date
    until: date


@dataclass(frozen=True, slots=True)
class Step:
    """A change and what became of the due date; `working_days` are those a pause has added."""

    change: Pause | Extension
    due: date
    working_days: int = 0


@dataclass(frozen=True, slots=True)
class AnswerDue:
    """`due` is where the clock would end; while it stands that day is not in force."""

    base: DueDate
    steps: tuple[Step, ...]
    due: date
    stands: bool


def answer_due(
    start: date, rule: Rule, changes: tuple[Pause | Extension, ...], calendar: WorkCalendar
) -> AnswerDue:
    """The due date of a clock that started on `start`; `changes` in the order they happened."""
    base = due(start, rule, calendar)
    day, stands, steps = base.due, False, []
    for change in changes:
        added = 0
        if isinstance(change, Extension):
            day = calendar.next_working(change.until)
        elif change.replied_on is None:
            stands = True
        else:
            added = max(0, calendar.count_working_days(change.asked_on, change.replied_on))
            day = calendar.add_working_days(day, added)
        steps.append(Step(change, day, added))
    return AnswerDue(base, tuple(steps), day, stands)
