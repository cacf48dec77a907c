"""More time for an answer: until when it can be given, and why not."""

from datetime import date
from typing import Final

from domain.calendar import WorkCalendar
from domain.days import ONE_DAY
from domain.due import latest_extension

OFFERS: Final = (5, 10, 15)  # working days after the due date


def latest(registered: date, calendar: WorkCalendar) -> date:
    """The last working day that an extension may name."""
    day = latest_extension(registered)
    while not calendar.is_working(day):
        day -= ONE_DAY
    return day


def offers(due: date, registered: date, calendar: WorkCalendar) -> tuple[date, ...]:
    """Days that can be chosen with one tap, the latest one last; none when nothing is left."""
    last = latest(registered, calendar)
    days = [calendar.add_working_days(due, step) for step in OFFERS]
    found = [day for day in days if day < last]
    return (*found, last) if last > due else ()


def refusal(
    today: date, due: date, until: date, registered: date, calendar: WorkCalendar
) -> str | None:
    """Why this day cannot be given; None when it can."""
    if today > due:
        return "extend_late"
    if until <= due:
        return "extend_not_later"
    if until > latest_extension(registered):
        return "extend_too_far"
    if not calendar.is_working(until):
        return "extend_day_off"
    return None
