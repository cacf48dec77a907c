"""On which days, and for which assembly, an election is on."""

from datetime import date

import pytest

from domain.election import ElectionPeriod, election_on

SPRING = ElectionPeriod(date(2027, 1, 15), date(2027, 3, 20), "decision", "MZH")
ALL = ElectionPeriod(date(2027, 3, 1), date(2027, 3, 31), "decision")


@pytest.mark.parametrize(
    ("day", "assembly", "found"),
    [
        (date(2027, 1, 14), "MZH", None),
        (date(2027, 1, 15), "MZH", SPRING),
        (date(2027, 2, 28), "ABA00", None),
        (date(2027, 2, 28), None, SPRING),
        (date(2027, 3, 1), "ABA00", ALL),
        (date(2027, 3, 20), "MZH", ALL),
        (date(2027, 3, 31), "MZH", ALL),
        (date(2027, 4, 1), "MZH", None),
    ],
)
def test_the_first_and_the_last_day_belong_to_it(
    day: date, assembly: str | None, found: ElectionPeriod | None
) -> None:
    assert election_on(day, (SPRING, ALL), assembly) == found


def test_none_is_on_without_periods() -> None:
    assert election_on(date(2027, 2, 1), ()) is None


def test_a_period_may_be_a_single_day() -> None:
    vote = ElectionPeriod(date(2027, 2, 2), date(2027, 2, 2), "decision")
    assert election_on(date(2027, 2, 2), [vote]) == vote


def test_a_period_ends_after_it_begins() -> None:
    with pytest.raises(ValueError, match=r"^an election period ends before it begins$"):
        ElectionPeriod(date(2027, 2, 2), date(2027, 2, 1), "decision")
