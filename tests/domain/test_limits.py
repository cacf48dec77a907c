"""How much one person may send, and from when on the next letter may go."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.errors import LimitReached
from domain.limits import LIMITS, Limits

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
MOMENT = timedelta(microseconds=1)
NONE = Limits(timedelta(0), 0, 0)


def refused(
    *ago: timedelta, open_here: int = 0, limits: Limits = LIMITS
) -> tuple[str, datetime | None] | None:
    try:
        limits.check(NOW, [NOW - one for one in ago], open_here)
    except LimitReached as reached:
        return reached.limit, reached.until
    return None


def test_a_first_letter_goes() -> None:
    assert refused() is None


def test_letters_are_a_minute_apart() -> None:
    assert refused(MINUTE - MOMENT) == ("letters_apart", NOW + MOMENT)
    assert refused(MINUTE) is None
    assert refused(HOUR, 10 * MINUTE, MINUTE / 2) == ("letters_apart", NOW + MINUTE / 2)


def test_five_letters_a_day() -> None:
    four = (HOUR, 2 * HOUR, 3 * HOUR, 4 * HOUR)
    assert refused(*four) is None
    assert refused(*four, 5 * HOUR) == ("letters_a_day", NOW + 19 * HOUR)
    assert refused(5 * HOUR, *four, 30 * HOUR) == ("letters_a_day", NOW + 19 * HOUR)
    assert refused(*four, DAY - MOMENT) == ("letters_a_day", NOW + MOMENT)
    assert refused(*four, DAY) is None


@pytest.mark.parametrize(("open_here", "found"), [(2, None), (3, ("letters_open", None))])
def test_three_open_at_one_deputy(open_here: int, found: tuple[str, None] | None) -> None:
    assert refused(open_here=open_here) == found


def test_zero_switches_a_limit_off() -> None:
    assert refused(timedelta(0), *[HOUR] * 50, open_here=50, limits=NONE) is None


def test_one_is_a_limit() -> None:
    assert refused(HOUR, limits=Limits(a_day=1)) == ("letters_a_day", NOW + 23 * HOUR)
    assert refused(open_here=1, limits=Limits(open_at_one=1)) == ("letters_open", None)
