"""The clock of an answer: pauses, extensions, and how each of them moved the date."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import WorkCalendar
from domain.clock import Extension, Pause, Step, answer_due
from domain.days import Override, Reason
from domain.due import RULES, RuleId

KZ = WorkCalendar()
RULE = RULES[RuleId.ANSWER]
START = date(2026, 11, 24)
DUE = date(2026, 12, 15)
days = st.dates(date(2023, 1, 1), date(2028, 12, 31))


def test_nothing_happened() -> None:
    found = answer_due(START, RULE, (), KZ)
    assert (found.due, found.stands, found.steps) == (DUE, False, ())
    assert found.base.due == DUE
    assert found.base.start == START


def test_while_the_author_is_asked_it_stands() -> None:
    pause = Pause(date(2026, 12, 1))
    found = answer_due(START, RULE, (pause,), KZ)
    assert (found.due, found.stands) == (DUE, True)
    assert found.steps == (Step(pause, DUE, 0),)


@pytest.mark.parametrize(
    ("asked", "replied", "added", "due"),
    [
        (date(2026, 12, 1), date(2026, 12, 1), 0, DUE),
        (date(2026, 12, 1), date(2026, 12, 2), 1, date(2026, 12, 17)),  # over Independence Day
        (date(2026, 12, 4), date(2026, 12, 6), 0, DUE),  # a weekend
        (date(2026, 12, 1), date(2026, 12, 8), 5, date(2026, 12, 23)),
        (date(2026, 12, 2), date(2026, 12, 1), 0, DUE),  # a clock that jumped back
    ],
)
def test_a_pause_adds_its_working_days(asked: date, replied: date, added: int, due: date) -> None:
    pause = Pause(asked, replied)
    found = answer_due(START, RULE, (pause,), KZ)
    assert (found.due, found.stands) == (due, False)
    assert found.steps == (Step(pause, due, added),)


def test_an_extension_names_the_day() -> None:
    until = date(2027, 1, 20)
    found = answer_due(START, RULE, (Extension(date(2026, 12, 10), until),), KZ)
    assert (found.due, found.stands) == (until, False)
    assert found.steps[0].working_days == 0


def test_an_extension_to_a_day_off_ends_on_the_next_working_day() -> None:
    found = answer_due(START, RULE, (Extension(date(2026, 12, 10), date(2027, 1, 16)),), KZ)
    assert found.due == date(2027, 1, 18)


def test_changes_follow_one_another() -> None:
    changes = (
        Pause(date(2026, 12, 1), date(2026, 12, 2)),
        Extension(date(2026, 12, 10), date(2027, 1, 20)),
        Pause(date(2027, 1, 11), date(2027, 1, 13)),
        Pause(date(2027, 1, 14)),
    )
    found = answer_due(START, RULE, changes, KZ)
    assert [step.due for step in found.steps] == [
        date(2026, 12, 17),
        date(2027, 1, 20),
        date(2027, 1, 22),
        date(2027, 1, 22),
    ]
    assert found.stands


@given(days, st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=4))
def test_pauses_never_shorten(start: date, pauses: list[tuple[int, int]]) -> None:
    changes, day = [], start
    for gap, length in pauses:
        asked = day + timedelta(days=gap)
        day = asked + timedelta(days=length)
        changes.append(Pause(asked, day))
    found = answer_due(start, RULE, tuple(changes), KZ)
    assert KZ.is_working(found.due)
    given_days = KZ.count_working_days(start, found.due)
    stood = sum(KZ.count_working_days(one.asked_on, one.replied_on or day) for one in changes)
    assert given_days == RULE.working_days + stood


@given(days, st.sets(st.integers(1, 40), max_size=5), st.booleans())
def test_a_changed_calendar_keeps_the_number_of_working_days(
    start: date,
    changed: set[int],
    working: bool,  # noqa: FBT001
) -> None:
    reason = Reason("бұйрық", "приказ", "order")
    overrides = tuple(
        Override(start + timedelta(days=n), working=working, reason=reason) for n in sorted(changed)
    )
    calendar = WorkCalendar(overrides=overrides)
    found = answer_due(start, RULE, (), calendar)
    assert calendar.is_working(found.due)
    assert calendar.count_working_days(start, found.due) == RULE.working_days
    before = answer_due(start, RULE, (), KZ).due
    assert found.due <= before if working else found.due >= before
