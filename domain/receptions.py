"""Hours of a reception, cut into times for one visit each."""

from datetime import datetime, timedelta
from typing import Final

from domain.errors import BadInput

LENGTHS: Final = (10, 15, 20, 30, 60)  # minutes
MOST: Final = 40  # at once

Hours = tuple[datetime, datetime]


def cut(start: datetime, end: datetime, minutes: int) -> list[Hours]:
    """Whole times only; what is left at the end stays free. Raises BadInput."""
    if minutes not in LENGTHS:
        raise BadInput("visit_length")
    length = timedelta(minutes=minutes)
    count = (end - start) // length
    if not 0 < count <= MOST:
        raise BadInput("visits_do_not_fit", limit=MOST)
    return [(start + index * length, start + (index + 1) * length) for index in range(count)]


def without_clashes(wanted: list[Hours], taken: list[Hours]) -> list[Hours]:
    """Those that overlap none that are open already."""
    return [
        (start, end)
        for start, end in wanted
        if not any(start < other_end and other < end for other, other_end in taken)
    ]
