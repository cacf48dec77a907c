"""A day as people type it."""

import re
from datetime import date

from domain.errors import BadInput

_FORM = re.compile(r"(\d{1,2})[./\- ](\d{1,2})(?:[./\- ](\d{4}|\d{2}))?\.?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_CENTURY = 100


def typed_day(text: str, today: date, *, ahead: bool = False) -> date:
    """Reads "21.11.2026", "21/11/26", "2026-11-21" and "21.11".

    Without a year it is the last such day that was, or with `ahead` the next one that comes.
    Raises BadInput("not_a_date").
    """
    typed = text.strip()
    if iso := _ISO.fullmatch(typed):
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    found = _FORM.fullmatch(typed)
    if found is None:
        raise BadInput("not_a_date")
    day, month = int(found[1]), int(found[2])
    if found[3] is None:
        this_year = _day(today.year, month, day)
        if ahead:
            return this_year if this_year >= today else _day(today.year + 1, month, day)
        return this_year if this_year <= today else _day(today.year - 1, month, day)
    year = int(found[3])
    return _day(year + 2000 if year < _CENTURY else year, month, day)


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise BadInput("not_a_date") from None
