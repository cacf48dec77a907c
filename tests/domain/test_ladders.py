"""When whom a clock reminds."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import WorkCalendar
from domain.ladders import CATCH_UP, LADDERS, Clock, Rung, is_next, reached, window

KZ = WorkCalendar()
DUE = date(2026, 12, 15)  # a Tuesday; Wednesday the 16th is a holiday
days = st.dates(date(2023, 1, 1), date(2028, 12, 31))
SIDE, BOTH, COORDINATORS = (True, False), (True, True), (False, True)


def test_the_ladders_are_those_agreed_on() -> None:
    assert {
        str(clock): [(rung.day, (rung.side, rung.coordinators)) for rung in ladder]
        for clock, ladder in LADDERS.items()
    } == {
        "ack": [(-1, SIDE), (0, SIDE), (1, COORDINATORS)],
        "answer": [(-3, SIDE), (-1, SIDE), (1, SIDE), (5, BOTH), (15, BOTH)],
        "handover": [(1, COORDINATORS), (5, COORDINATORS)],
    }


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (date(2026, 12, 9), None),
        (date(2026, 12, 10), -3),
        (date(2026, 12, 13), -3),
        (date(2026, 12, 14), -1),
        (DUE, -1),
        (date(2026, 12, 16), -1),
        (date(2026, 12, 17), 1),
        (date(2026, 12, 22), 1),
        (date(2026, 12, 23), 5),
        (date(2027, 1, 5), 5),
        (date(2027, 1, 6), None),  # nobody ticked for longer than is caught up
        (date(2027, 1, 11), 15),
        (date(2027, 1, 20), 15),
        (date(2027, 1, 21), None),
    ],
)
def test_the_highest_rung_that_was_reached(today: date, day: int | None) -> None:
    found = reached(Clock.ANSWER, DUE, today, KZ)
    assert (found.day if found else None) == day


@pytest.mark.parametrize(
    ("done", "expected"), [((), True), ((-3,), True), ((-1,), False), ((-3, 1), False)]
)
def test_each_rung_once_and_none_below(done: tuple[int, ...], expected: bool) -> None:  # noqa: FBT001
    assert is_next(Rung(-1), done) is expected


@given(days, st.integers(-60, 60), st.sampled_from(Clock))
def test_what_is_due_lies_in_the_window(today: date, shift: int, clock: Clock) -> None:
    today = KZ.next_working(today)  # nobody is reminded on a day off
    due = KZ.next_working(today + timedelta(days=shift))
    first, last = window(clock, today, KZ)
    if reached(clock, due, today, KZ) is not None:
        assert first <= due <= last


def test_the_window_is_narrow() -> None:
    first, last = window(Clock.ANSWER, DUE, KZ)
    assert KZ.count_working_days(first, DUE) == 15 + CATCH_UP
    assert KZ.count_working_days(DUE, last) == 3
    assert window(Clock.HANDOVER, DUE, KZ)[1] == DUE
    assert window(Clock.ACK, DUE, KZ) == (date(2026, 12, 3), date(2026, 12, 17))
