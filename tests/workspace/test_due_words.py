"""How a date was computed, in words: every day that was skipped has its name."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from domain.calendar import WorkCalendar
from domain.days import Override, Reason
from domain.due import RULES, RuleId, due
from domain.names import Language
from handlers.common.cases import days_left_words, explained
from handlers.common.due_words import HOLIDAYS
from handlers.common.texts import Texts

EN = Texts(Language.EN, ZoneInfo("Asia/Almaty"))
REASON = Reason("қар бораны", "снежная буря", "a <snow> storm")


def words(start: date, calendar: WorkCalendar | None = None, rule: RuleId = RuleId.ANSWER) -> str:
    return str(explained(EN, due(start, RULES[rule], calendar or WorkCalendar()), start))


def test_new_year() -> None:
    text = words(date(2026, 12, 24))
    assert "To be answered by Tuesday, January 19, 2027" in text
    assert "Thursday, December 24, 2026, is day zero and is not counted" in text
    assert "15 working days are counted" in text
    assert "Jan 1, 2027 to Jan 2, 2027: New Year" in text
    assert "Monday, January 4, 2027: New Year, moved because it fell on a day off" in text
    assert "Thursday, January 7, 2027: Orthodox Christmas" in text
    assert "Sunday, January 3, 2027: weekend" in text


def test_never_by_law() -> None:
    for rule in (RuleId.ANSWER, RuleId.ACKNOWLEDGEMENT, RuleId.HANDOVER, RuleId.REDIRECT):
        text = words(date(2026, 11, 24), rule=rule)
        assert "our" in text
        assert "by law" not in text
    assert "article 76" in words(date(2026, 11, 24))


def test_an_order_and_its_reason() -> None:
    off = Override(date(2026, 11, 26), working=False, reason=REASON)
    worked = Override(date(2026, 11, 28), working=True, reason=REASON)
    text = words(date(2026, 11, 24), WorkCalendar(overrides=(off, worked)))
    assert "Thursday, November 26, 2026: day off, a &lt;snow&gt; storm" in text
    assert "Saturday, November 28, 2026: a working day by a government order, counted." in text


def test_the_moon_is_not_sure() -> None:
    text = words(date(2030, 4, 5))
    assert "Kurban Ait, the date is expected" in text
    assert "the date may still move" in text


def test_a_clock_that_started_later_says_so() -> None:
    found = due(date(2026, 11, 26), RULES[RuleId.ANSWER], WorkCalendar())
    text = explained(EN, found, registered_on=date(2026, 11, 24))
    assert "Thursday, November 26, 2026, when it reached the deputy, is day zero" in text


def test_every_holiday_of_ten_years_has_a_name() -> None:
    calendar = WorkCalendar()
    keys = {
        off.key
        for ordinal in range(date(2024, 1, 1).toordinal(), date(2034, 1, 1).toordinal())
        if (off := calendar.why_off(date.fromordinal(ordinal))) and off.kind == "holiday"
    }
    assert keys <= HOLIDAYS.keys()


@pytest.mark.parametrize(
    ("left", "text"),
    [
        (None, None),
        (0, "due today"),
        (1, "1 working day left"),
        (3, "3 working days left"),
        (-1, "1 working day late"),
        (-2, "2 working days late"),
    ],
)
def test_days_left(left: int | None, text: str | None) -> None:
    assert days_left_words(EN, left) == text
