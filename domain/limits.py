"""How much one person may send. Our own figures, oriented on nothing but patience."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from domain.errors import LimitReached

DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Limits:
    """For one person; zero switches a limit off."""

    apart: timedelta = timedelta(minutes=1)
    a_day: int = 5
    open_at_one: int = 3  # waiting for the answer of one deputy

    def check(self, now: datetime, sent: Sequence[datetime], open_here: int) -> None:
        """`sent` is when letters were sent, `open_here` those that this deputy has of the author.

        Raises LimitReached with the moment from which the next one may go, if time helps.
        """
        newest = sorted(sent, reverse=True)
        if newest and now < newest[0] + self.apart:
            raise LimitReached("letters_apart", newest[0] + self.apart)
        if self.a_day and len(newest) >= self.a_day and now < newest[self.a_day - 1] + DAY:
            raise LimitReached("letters_a_day", newest[self.a_day - 1] + DAY)
        if self.open_at_one and open_here >= self.open_at_one:
            raise LimitReached("letters_open")


LIMITS: Final = Limits()
