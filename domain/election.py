"""When elections are near, the law leaves opinions about candidates to others. Appeals go on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ElectionPeriod:
    """From the first day to the last one, both included. `source`: who set the dates, and where."""

    first: date
    last: date
    source: str
    assembly: str | None = None  # its code; empty: all of them

    def __post_init__(self) -> None:
        if self.last < self.first:
            message = "an election period ends before it begins"
            raise ValueError(message)


def election_on(
    day: date, periods: Iterable[ElectionPeriod], assembly: str | None = None
) -> ElectionPeriod | None:
    """The period that `day` lies in, the longest if several; None: everything is open.

    Without `assembly` any period counts: what is not of one assembly could be about each.
    """
    found = [
        one
        for one in periods
        if one.first <= day <= one.last
        and (assembly is None or one.assembly is None or one.assembly == assembly)
    ]
    return max(found, key=lambda one: one.last, default=None)
