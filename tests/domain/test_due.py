"""Due dates and the reasons they give."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import WorkCalendar
from domain.days import DayOffKind, Override, Reason
from domain.due import (
    RULES,
    Basis,
    DueDate,
    Lateness,
    Rule,
    RuleId,
    SourceId,
    days_left,
    due,
    lateness,
    latest_extension,
    rules_with,
)

KZ = WorkCalendar()
ANSWER = RULES[RuleId.ANSWER]
days = st.dates(date(2023, 1, 1), date(2028, 12, 31))
lengths = st.integers(1, 60)


def rule(working_days: int) -> Rule:
    return Rule(RuleId.ANSWER, working_days, SourceId.OWN)


def runs(found: DueDate) -> list[tuple[str, date, int]]:
    return [(run.key, run.first, run.days) for run in found.skipped]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2024, 4, 30), date(2024, 5, 24)),
        (date(2026, 3, 6), date(2026, 4, 2)),
        (date(2026, 11, 23), date(2026, 12, 14)),
        (date(2026, 12, 15), date(2027, 1, 11)),
    ],
)
def test_answer_is_due(start: date, end: date) -> None:
    assert due(start, ANSWER, KZ).due == end


def test_the_date_explains_itself() -> None:
    found = due(date(2024, 4, 30), ANSWER, KZ)
    assert runs(found) == [
        ("unity_day", date(2024, 5, 1), 1),
        ("weekend", date(2024, 5, 5), 1),
        ("defender_day", date(2024, 5, 7), 1),
        ("moved_day_off", date(2024, 5, 8), 1),
        ("victory_day", date(2024, 5, 9), 1),
        ("weekend", date(2024, 5, 11), 2),
        ("weekend", date(2024, 5, 18), 2),
    ]
    assert found.skipped[3].moved_from == date(2024, 5, 4)
    assert found.worked_weekends == (date(2024, 5, 4),)
    assert found.rule is ANSWER
    assert found.calendar_version == KZ.version
    assert not found.estimated


def test_a_holiday_and_its_observed_days_are_two_runs() -> None:
    found = due(date(2026, 3, 6), ANSWER, KZ)
    nauryz = [run for run in found.skipped if run.key == "nauryz"]
    assert [(run.days, run.observed) for run in nauryz] == [(3, False), (2, True)]


def test_an_unconfirmed_holiday_makes_the_date_estimated() -> None:
    assert due(date(2026, 5, 25), RULES[RuleId.ACKNOWLEDGEMENT], KZ).estimated


def test_a_later_order_moves_the_date() -> None:
    order = Override(date(2026, 11, 24), working=False, reason=Reason("kk", "ru", "en"))
    calendar = WorkCalendar(overrides=(order,))
    before, after = due(date(2026, 11, 23), ANSWER, KZ), due(date(2026, 11, 23), ANSWER, calendar)
    assert (before.due, after.due) == (date(2026, 12, 14), date(2026, 12, 15))
    assert before.calendar_version != after.calendar_version
    assert after.skipped[0].kind is DayOffKind.OVERRIDE
    assert after.skipped[0].reason == order.reason


def test_shipped_rules() -> None:
    assert {name.value: item.working_days for name, item in RULES.items()} == {
        "acknowledgement": 3,
        "answer": 15,
        "redirect": 3,
        "handover": 2,
        "dispute": 5,
        "reopened": 10,
        "clarification": 15,
        "held": 1,
        "extension_notice": 3,
        "state_answer": 15,
        "right_of_reply": 5,
    }
    by_law = [item.id for item in RULES.values() if item.basis is Basis.LAW]
    assert by_law == [RuleId.STATE_ANSWER], "only state bodies are bound"
    assert ANSWER.source is SourceId.CODE_ART_76


def test_a_changed_length_is_ours() -> None:
    rules = rules_with({RuleId.ANSWER: 10, RuleId.REDIRECT: 3})
    assert (rules[RuleId.ANSWER].working_days, rules[RuleId.ANSWER].source) == (10, SourceId.OWN)
    assert rules[RuleId.REDIRECT] is RULES[RuleId.REDIRECT]
    with pytest.raises(ValueError, match="at least one"):
        rules_with({RuleId.ANSWER: 0})


def test_the_clock_goes_on_after_a_pause() -> None:
    opened = due(date(2026, 11, 2), ANSWER, KZ)
    left = days_left(date(2026, 11, 10), opened.due, KZ)
    resumed = due(date(2026, 11, 25), ANSWER, KZ, days=left)
    assert left == 9
    assert (resumed.working_days, resumed.due) == (9, date(2026, 12, 8))
    assert due(date(2026, 11, 25), ANSWER, KZ, days=-4).working_days == 1


@given(days, lengths)
def test_due_is_a_working_day_after_the_start(start: date, n: int) -> None:
    found = due(start, rule(n), KZ)
    assert KZ.is_working(found.due)
    assert found.due > start
    assert KZ.count_working_days(start, found.due) == n


@given(days, lengths)
def test_the_explanation_is_complete(start: date, n: int) -> None:
    found = due(start, rule(n), KZ)
    skipped = sum(run.days for run in found.skipped)
    assert skipped + n == (found.due - start).days
    off = [run.first + timedelta(days=day) for run in found.skipped for day in range(run.days)]
    assert off == sorted(set(off))
    assert not any(map(KZ.is_working, off))


@given(days, lengths, st.integers(0, 30))
def test_due_grows_with_the_term_and_the_start(start: date, n: int, more: int) -> None:
    found = due(start, rule(n), KZ).due
    assert due(start, rule(n + more + 1), KZ).due > found
    assert due(start + timedelta(days=more), rule(n), KZ).due >= found


@given(days, days)
def test_days_left_and_lateness_agree(today: date, last: date) -> None:
    last = KZ.next_working(last)
    left, state = days_left(today, last, KZ), lateness(today, last, KZ)
    assert (left < 0) == (today > last) == (state in {Lateness.LATE, Lateness.VERY_LATE})
    assert (left == 0) == (today == last) == (state is Lateness.DUE_TODAY)
    assert (state is Lateness.VERY_LATE) == (left <= -15)


@pytest.mark.parametrize(
    ("today", "left", "state"),
    [
        (date(2026, 12, 9), 3, Lateness.IN_TIME),
        (date(2026, 12, 11), 1, Lateness.IN_TIME),
        (date(2026, 12, 13), 1, Lateness.IN_TIME),  # Sunday before
        (date(2026, 12, 14), 0, Lateness.DUE_TODAY),
        (date(2026, 12, 15), -1, Lateness.LATE),
        (date(2026, 12, 16), -2, Lateness.LATE),  # Independence Day counts as the 17th
        (date(2026, 12, 17), -2, Lateness.LATE),
        (date(2027, 1, 6), -14, Lateness.LATE),
        (date(2027, 1, 8), -15, Lateness.VERY_LATE),
    ],
)
def test_days_left(today: date, left: int, state: Lateness) -> None:
    last = date(2026, 12, 14)
    assert (days_left(today, last, KZ), lateness(today, last, KZ)) == (left, state)


@pytest.mark.parametrize(
    ("registered", "latest"),
    [
        (date(2026, 11, 23), date(2027, 1, 23)),
        (date(2026, 12, 31), date(2027, 2, 28)),
        (date(2027, 12, 30), date(2028, 2, 29)),
        (date(2026, 10, 31), date(2026, 12, 31)),
    ],
)
def test_latest_extension(registered: date, latest: date) -> None:
    assert latest_extension(registered) == latest
