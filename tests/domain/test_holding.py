"""Which letters a person looks at before they are registered."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.appeals import HoldReason
from domain.holding import HOLD_RULES, Earlier, HoldRule, hold_rules, reason_to_hold
from domain.similarity import ALIKE, SAME

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
HOUR, DAY, MOMENT = timedelta(hours=1), timedelta(days=1), timedelta(seconds=1)
LONG_AGO = NOW - timedelta(days=400)


def earlier(
    count: int,
    *,
    ago: timedelta = timedelta(minutes=5),
    likeness: float = 0.0,
    sameness: float = 0.0,
    since: datetime = LONG_AGO,
    author: int | None = None,
) -> list[Earlier]:
    """So many letters, each of another author if no one is named."""
    return [
        Earlier(100 + n if author is None else author, NOW - ago, since, likeness, sameness)
        for n in range(count)
    ]


def held(letters: list[Earlier], since: datetime = LONG_AGO) -> HoldReason | None:
    return reason_to_hold(letters, NOW, since, hold_rules())


def test_these_are_the_rules_in_use() -> None:
    assert hold_rules() == HOLD_RULES
    assert reason_to_hold(earlier(59), NOW, LONG_AGO) is HoldReason.FLOOD


def test_the_tenth_letter_about_one_matter_in_an_hour_is_held() -> None:
    assert held(earlier(9, likeness=ALIKE)) is HoldReason.BURST
    assert held(earlier(8, likeness=ALIKE)) is None
    assert held(earlier(9, likeness=ALIKE - 0.01)) is None
    assert held(earlier(9, likeness=ALIKE, ago=HOUR - MOMENT)) is HoldReason.BURST
    assert held(earlier(9, likeness=ALIKE, ago=HOUR)) is None


def test_one_person_alone_is_no_burst() -> None:
    assert held(earlier(30, likeness=1.0, author=5)) is None


def test_the_fourth_copy_from_accounts_of_today_is_held() -> None:
    young = NOW - HOUR
    copies = earlier(3, ago=DAY - MOMENT, sameness=SAME, since=young)
    assert held(copies, young) is HoldReason.BURST
    assert held(copies[:2], young) is None
    assert held(copies, NOW - DAY + MOMENT) is HoldReason.BURST
    assert held(copies, NOW - DAY) is None
    assert held(earlier(3, ago=DAY, sameness=SAME, since=young), young) is None
    assert held(earlier(3, sameness=SAME - 0.01, since=young), young) is None
    assert held(earlier(3, sameness=SAME, since=NOW - DAY), young) is None


def test_an_old_account_does_not_end_the_search() -> None:
    assert held(earlier(59), LONG_AGO) is HoldReason.FLOOD


def test_the_sixtieth_letter_of_any_kind_in_an_hour_is_held() -> None:
    assert held(earlier(59)) is HoldReason.FLOOD
    assert held(earlier(58)) is None
    assert held(earlier(59, ago=HOUR)) is None


@pytest.mark.parametrize(
    ("alike", "everything", "shown"),
    [
        (0, 0, []),
        (7, 0, [(HoldReason.BURST, 7), (HoldReason.BURST, 4)]),
        (0, 7, [(HoldReason.FLOOD, 7)]),
        (1, 1, [(HoldReason.BURST, 1), (HoldReason.BURST, 4), (HoldReason.FLOOD, 1)]),
    ],
)
def test_who_runs_the_bot_sets_the_counts(
    alike: int, everything: int, shown: list[tuple[HoldReason, int]]
) -> None:
    assert [(rule.reason, rule.count) for rule in hold_rules(alike, everything)] == shown


def test_the_first_rule_that_fits_gives_the_reason() -> None:
    rules = (
        HoldRule(HoldReason.THREAT, 3, HOUR),
        HoldRule(HoldReason.FLOOD, 2, HOUR),
        HoldRule(HoldReason.BURST, 2, HOUR),
    )
    assert reason_to_hold(earlier(1), NOW, LONG_AGO, rules) is HoldReason.FLOOD
    assert reason_to_hold(earlier(1), NOW, LONG_AGO, ()) is None
