"""More time: only a working day after the due date, two months from the registration at most."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import WorkCalendar
from domain.due import RULES, RuleId, due, latest_extension
from domain.extensions import latest, offers, refusal

CALENDAR = WorkCalendar()
REGISTERED = date(2026, 11, 24)
DUE = date(2026, 12, 15)
days = st.dates(date(2023, 1, 1), date(2028, 12, 31))


def test_what_is_offered() -> None:
    assert offers(DUE, REGISTERED, CALENDAR) == (
        date(2026, 12, 23),
        date(2026, 12, 30),
        date(2027, 1, 11),
        date(2027, 1, 22),
    )


def test_the_latest_day_is_a_working_day() -> None:
    assert latest_extension(REGISTERED) == date(2027, 1, 24)  # a Sunday
    assert latest(REGISTERED, CALENDAR) == date(2027, 1, 22)


def test_offers_never_go_beyond_the_limit() -> None:
    assert offers(date(2027, 1, 15), REGISTERED, CALENDAR) == (date(2027, 1, 22),)
    assert offers(date(2027, 1, 22), REGISTERED, CALENDAR) == ()


@pytest.mark.parametrize(
    ("today", "until", "reason"),
    [
        (DUE, date(2026, 12, 17), None),
        (date(2026, 12, 17), date(2026, 12, 21), "extend_late"),
        (REGISTERED, DUE, "extend_not_later"),
        (REGISTERED, date(2026, 11, 1), "extend_not_later"),
        (REGISTERED, date(2026, 12, 16), "extend_day_off"),
        (REGISTERED, date(2027, 1, 22), None),
        (REGISTERED, date(2027, 1, 24), "extend_day_off"),
        (REGISTERED, date(2027, 1, 25), "extend_too_far"),
    ],
)
def test_refusals(today: date, until: date, reason: str | None) -> None:
    assert refusal(today, DUE, until, REGISTERED, CALENDAR) == reason


@given(days)
def test_whatever_is_offered_is_taken(registered: date) -> None:
    start = due(registered, RULES[RuleId.ANSWER], CALENDAR).due
    found = offers(start, registered, CALENDAR)
    assert found == tuple(sorted(set(found)))
    for day in found:
        assert refusal(registered, start, day, registered, CALENDAR) is None
