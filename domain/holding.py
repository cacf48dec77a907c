"""When a person looks at a letter before it is registered: rules as data. None is dropped."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from domain.appeals import HoldReason
from domain.similarity import ALIKE, SAME


@dataclass(frozen=True, slots=True)
class Earlier:
    """A letter of somebody else to the same deputy, compared with the one that is sent."""

    author_id: int
    at: datetime
    author_since: datetime
    likeness: float
    sameness: float


@dataclass(frozen=True, slots=True)
class HoldRule:
    """Held is the `count`th letter of its kind by different people `within` a time."""

    reason: HoldReason
    count: int
    within: timedelta
    likeness: float = 0.0
    sameness: float = 0.0
    accounts_younger: timedelta | None = None

    def counts(self, letter: Earlier, now: datetime) -> bool:
        young = self.accounts_younger
        return (
            letter.at > now - self.within
            and letter.likeness >= self.likeness
            and letter.sameness >= self.sameness
            and (young is None or letter.author_since > now - young)
        )


HOUR: Final = timedelta(hours=1)
DAY: Final = timedelta(days=1)
ALIKE_AN_HOUR: Final = 10
ALL_AN_HOUR: Final = 60


def hold_rules(alike: int = ALIKE_AN_HOUR, everything: int = ALL_AN_HOUR) -> tuple[HoldRule, ...]:
    """The rules with these counts; zero switches them off."""
    rules: tuple[HoldRule, ...] = ()
    if alike:
        rules += (
            # Many people about one matter at once: a real calamity, or somebody who sends them all.
            HoldRule(HoldReason.BURST, alike, HOUR, likeness=ALIKE),
            # One text from accounts that were made for it.
            HoldRule(HoldReason.BURST, 4, DAY, sameness=SAME, accounts_younger=DAY),
        )
    if everything:
        rules += (HoldRule(HoldReason.FLOOD, everything, HOUR),)
    return rules


HOLD_RULES: Final = hold_rules()


def reason_to_hold(
    letters: Sequence[Earlier],
    now: datetime,
    author_since: datetime,
    rules: Iterable[HoldRule] = HOLD_RULES,
) -> HoldReason | None:
    """The first rule that the letter meets together with those before it."""
    for rule in rules:
        young = rule.accounts_younger
        if young is not None and author_since <= now - young:
            continue
        authors = {letter.author_id for letter in letters if rule.counts(letter, now)}
        if len(authors) + 1 >= rule.count:
            return rule.reason
    return None
