"""Borders of the rules, each found by a change of the code that no other test noticed."""

import hashlib
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain import calendar as module
from domain.appeals import State
from domain.calendar import (
    WorkCalendar,
    WorkingHours,
    check_time_zone,
    next_moment_within_hours,
    outside_quiet_hours,
    registration_day,
)
from domain.days import PACKAGE_VERSION, DayOff, DayOffKind, Override, Reason, fill_year
from domain.due import days_left
from domain.errors import CheckCharacterWrong, TimeZoneWrong, TransitionRefused
from domain.life_cycle import Action, target
from domain.numbers import AppealNumber, parse
from domain.roles import Role
from domain.terms import RULES, Basis, Rule, RuleId, SourceId, rules_with

ALMATY = ZoneInfo("Asia/Almaty")
KZ = WorkCalendar()  # kept by all: what is asked of the table itself asks a fresh one
HOURS = WorkingHours()
WHY = Reason("", "приказ", "")


def test_a_version_names_country_package_and_changed_days() -> None:
    assert KZ.version == f"KZ-{PACKAGE_VERSION}"
    assert WorkCalendar("RU").version == f"RU-{PACKAGE_VERSION}"
    days = (
        Override(date(2026, 12, 5), working=True, reason=WHY),
        Override(date(2026, 12, 4), working=False, reason=WHY),
    )
    digest = hashlib.sha256(b"2026-12-04:0\n2026-12-05:1").hexdigest()[:10]
    assert WorkCalendar(overrides=days).version == f"KZ-{PACKAGE_VERSION}-{digest}"


def test_hours_that_never_open_are_refused() -> None:
    with pytest.raises(ValueError, match=r"^working hours must open before they close$"):
        WorkingHours(time(9), time(9))


def test_old_zone_data_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHECKED_MOMENT", datetime(2023, 6, 1, 12, tzinfo=UTC))
    with pytest.raises(TimeZoneWrong) as wrong:
        check_time_zone()
    found = wrong.value
    assert (found.zone, found.expected, found.found) == (
        "Asia/Almaty",
        timedelta(hours=5),
        timedelta(hours=6),
    )


def test_a_zone_that_is_not_there_is_named() -> None:
    with pytest.raises(TimeZoneWrong) as wrong:
        check_time_zone("Asia/Nowhere")
    assert (wrong.value.zone, wrong.value.expected, wrong.value.found) == (
        "Asia/Nowhere",
        timedelta(hours=5),
        None,
    )


@pytest.mark.parametrize("hour", [1, 4, 5, 14])
def test_moments_come_back_in_the_zone(hour: int) -> None:
    moment = datetime(2026, 11, 24, hour, tzinfo=UTC)
    assert next_moment_within_hours(moment, ALMATY, HOURS, KZ).tzinfo is ALMATY
    assert outside_quiet_hours(moment, ALMATY).tzinfo is ALMATY


@pytest.mark.parametrize(
    ("moment", "found"),
    [("12:59", "12:59"), ("13:00", "14:00"), ("13:59", "14:00"), ("14:00", "14:00")],
)
def test_quiet_hours_within_a_day(moment: str, found: str) -> None:
    hour, minute = map(int, moment.split(":"))
    asked = datetime(2026, 11, 24, hour, minute, tzinfo=ALMATY)
    answered = outside_quiet_hours(asked, ALMATY, (time(13), time(14)))
    assert f"{answered:%H:%M}" == found
    assert answered.date() == asked.date()
    assert answered.tzinfo is ALMATY


def test_a_moment_without_a_zone_is_refused_in_words() -> None:
    naive = datetime(2026, 11, 24, 9)  # noqa: DTZ001
    with pytest.raises(ValueError, match=r"^a moment without a time zone cannot"):
        registration_day(naive, ALMATY, HOURS, KZ)


def test_who_is_due_on_a_day_that_became_free_is_not_late_on_it() -> None:
    sunday = date(2026, 11, 29)
    assert days_left(sunday, sunday, KZ) == 0
    assert days_left(sunday, date(2026, 11, 27), KZ) == -1


def test_a_length_changed_by_hand_is_not_by_law_any_more() -> None:
    rules = rules_with({RuleId.STATE_ANSWER: 10})
    assert RULES[RuleId.STATE_ANSWER].basis is Basis.LAW
    assert rules[RuleId.STATE_ANSWER].basis is Basis.STANDARD
    with pytest.raises(ValueError, match=r"^a term has at least one working day$"):
        Rule(RuleId.ANSWER, 0, SourceId.OWN)


def test_impossible_numbers_say_why() -> None:
    with pytest.raises(ValueError, match=r"^an assembly code is 2 to 8 capital Latin letters or"):
        AppealNumber("x", 2026, 1)
    with pytest.raises(ValueError, match=r"^a number needs a year from 2000 to 2099 and a serial"):
        AppealNumber("MZH", 1999, 1)


def test_a_sign_glued_to_a_code_that_begins_like_it() -> None:
    number = AppealNumber("OBL", 2026, 1)
    assert parse(f"N{number}") == number
    wrong = "0" if number.check != "0" else "1"
    with pytest.raises(CheckCharacterWrong) as error:
        parse(f"NOBL-2026-000001-{wrong}")
    assert error.value.number == f"NOBL-2026-000001-{wrong}"


def test_a_role_that_may_not_is_told_of_what() -> None:
    with pytest.raises(TransitionRefused) as refused:
        target(State.DRAFT, Action.SEND, Role.DEPUTY)
    assert (refused.value.state, refused.value.action, refused.value.reason) == (
        State.DRAFT,
        Action.SEND,
        "role",
    )


OFF = DayOffKind
FIRST_WEEK_OF_2027 = [
    DayOff(date(2027, 1, 1), OFF.HOLIDAY, "new_year"),
    DayOff(date(2027, 1, 2), OFF.HOLIDAY, "new_year"),
    DayOff(date(2027, 1, 3), OFF.WEEKEND, "weekend"),
    DayOff(date(2027, 1, 4), OFF.HOLIDAY, "new_year", observed=True),
    None,
    None,
    DayOff(date(2027, 1, 7), OFF.HOLIDAY, "orthodox_christmas"),
]


def test_a_fresh_calendar_names_every_day_of_a_week() -> None:
    fresh = WorkCalendar()
    week = [fresh.why_off(date(2027, 1, day)) for day in range(1, 8)]
    assert week == FIRST_WEEK_OF_2027
    assert [fresh.is_working(date(2027, 1, day)) for day in range(1, 8)] == [
        off is None for off in week
    ]


@pytest.mark.parametrize(
    "off",
    [
        DayOff(date(2024, 5, 8), OFF.TRANSFERRED, "moved_day_off", moved_from=date(2024, 5, 4)),
        DayOff(date(2026, 5, 27), OFF.HOLIDAY, "kurban_ait", estimated=True),
        DayOff(date(2023, 6, 28), OFF.HOLIDAY, "kurban_ait"),
        DayOff(date(2026, 12, 16), OFF.HOLIDAY, "independence_day"),
        DayOff(date(2026, 12, 31), OFF.OVERRIDE, "override", reason=WHY),
    ],
)
def test_a_fresh_calendar_tells_why(off: DayOff) -> None:
    days = (Override(date(2026, 12, 31), working=False, reason=WHY),)
    assert WorkCalendar(overrides=days).why_off(off.day) == off


def test_a_fresh_year_begins_and_ends_where_it_does() -> None:
    days = tuple(
        Override(date(2026, month, day), working=True, reason=WHY)
        for month, day in ((1, 1), (12, 27))
    )
    year = fill_year("KZ", days, 2026)
    assert (year.working[0], year.working[-1]) == (date(2026, 1, 1), date(2026, 12, 31))
    assert len(year.working) == 249
    assert len(year.working) + len(year.off) == 365
    assert date(2026, 12, 27) in year.working


def test_orders_of_the_next_year_reach_back_and_of_the_last_one_forward() -> None:
    assert WorkCalendar().is_working(date(2013, 12, 28))
    assert WorkCalendar().count_working_days(date(2026, 12, 31), date(2027, 12, 31)) == 247
    assert WorkCalendar().add_working_days(date(2026, 12, 30), -2) == date(2026, 12, 28)


def test_a_holiday_that_a_newer_package_invents_has_a_plain_name() -> None:
    found = WorkCalendar("RU").why_off(date(2026, 6, 12))
    assert found == DayOff(date(2026, 6, 12), OFF.HOLIDAY, "public_holiday")


def test_a_year_is_worked_out_once() -> None:
    fresh = WorkCalendar()
    assert fresh.why_off(date(2026, 12, 16)) is fresh.why_off(date(2026, 12, 16))
