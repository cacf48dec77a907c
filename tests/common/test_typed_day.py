"""Days as people type them."""

from datetime import date

import pytest

from domain.errors import BadInput
from handlers.common.typed_day import typed_day

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("21.11.2026", date(2026, 11, 21)),
        (" 1.2.2026 ", date(2026, 2, 1)),
        ("21/11/26", date(2026, 11, 21)),
        ("21-11-2026", date(2026, 11, 21)),
        ("2026-11-21", date(2026, 11, 21)),
        ("24.11", date(2026, 11, 24)),
        ("25.11", date(2025, 11, 25)),
        ("21 11 2026", date(2026, 11, 21)),
    ],
)
def test_forms(text: str, day: date) -> None:
    assert typed_day(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("24.11", date(2026, 11, 24)),
        ("23.11", date(2027, 11, 23)),
        ("25.11", date(2026, 11, 25)),
        ("23.11.2026", date(2026, 11, 23)),
    ],
)
def test_a_day_to_come(text: str, day: date) -> None:
    assert typed_day(text, TODAY, ahead=True) == day


@pytest.mark.parametrize(
    "text", ["", "31.02.2026", "soon", "21", "21.13.2026", "0.0", "1.1.0", "²"]
)
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(BadInput):
        typed_day(text, TODAY)
