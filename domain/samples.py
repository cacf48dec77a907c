"""How much is needed before numbers may be compared."""

from typing import Final

SMALLEST_SAMPLE: Final = 10  # cases; below that nothing is said about a person
SMALLEST_CELL: Final = 5  # people behind a count of a survey; smaller cells are not shown


def enough(cases: float) -> bool:
    return cases >= SMALLEST_SAMPLE
