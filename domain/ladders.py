"""When whom a running clock reminds: rungs counted in working days from the due date."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from domain.calendar import WorkCalendar

# A rung that was missed for longer is left out: the next one says more.
CATCH_UP: Final = 7  # working days


class Clock(StrEnum):
    ACK = "ack"
    ANSWER = "answer"
    HANDOVER = "handover"


@dataclass(frozen=True, slots=True)
class Rung:
    """`day` counts from the due date: -1 is the working day before it, 1 the one after."""

    day: int
    side: bool = True
    coordinators: bool = False


LADDERS: Final[Mapping[Clock, tuple[Rung, ...]]] = MappingProxyType(
    {
        Clock.ACK: (Rung(-1), Rung(0), Rung(1, side=False, coordinators=True)),
        Clock.ANSWER: (
            Rung(-3),
            Rung(-1),
            Rung(1),
            Rung(5, coordinators=True),
            Rung(15, coordinators=True),
        ),
        Clock.HANDOVER: (
            Rung(1, side=False, coordinators=True),
            Rung(5, side=False, coordinators=True),
        ),
    }
)


def window(clock: Clock, today: date, calendar: WorkCalendar) -> tuple[date, date]:
    """The first and the last due date at which a rung of this clock can be due today."""
    ladder = LADDERS[clock]
    oldest = calendar.add_working_days(today, -(ladder[-1].day + CATCH_UP))
    return oldest, calendar.add_working_days(today, max(0, -ladder[0].day))


def reached(clock: Clock, due: date, today: date, calendar: WorkCalendar) -> Rung | None:
    """The highest rung that was reached; None where it was missed for too long, or none was."""
    below = [rung for rung in LADDERS[clock] if calendar.add_working_days(due, rung.day) <= today]
    if not below:
        return None
    missed = calendar.count_working_days(calendar.add_working_days(due, below[-1].day), today)
    return below[-1] if missed <= CATCH_UP else None


def is_next(rung: Rung, done: Collection[int]) -> bool:
    """Whether it is to go out after those of the days `done`: what lies below it is left out."""
    return all(day < rung.day for day in done)
