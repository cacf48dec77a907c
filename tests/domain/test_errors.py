"""An error carries facts, and shows them to who reads the log."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.errors import (
    BadInput,
    CheckCharacterWrong,
    DomainError,
    ElectionTime,
    LimitReached,
    NotAllowed,
    NotFound,
    TimeZoneWrong,
    TransitionRefused,
)

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
HOURS = timedelta(hours=5)


@pytest.mark.parametrize(
    ("kind", "told", "facts"),
    [
        (NotFound, ("appeal", 7), {"kind": "appeal", "key": 7}),
        (NotFound, ("appeal",), {"kind": "appeal", "key": None}),
        (NotAllowed, ("answer", "late"), {"action": "answer", "reason": "late"}),
        (NotAllowed, ("answer",), {"action": "answer", "reason": None}),
        (BadInput, ("empty",), {"reason": "empty", "data": {}}),
        (
            TransitionRefused,
            ("closed", "answer", "state"),
            {"state": "closed", "action": "answer", "reason": "state"},
        ),
        (LimitReached, ("letters_a_day", NOON), {"limit": "letters_a_day", "until": NOON}),
        (LimitReached, ("letters_open",), {"limit": "letters_open", "until": None}),
        (ElectionTime, (NOON.date(),), {"last": NOON.date()}),
        (
            CheckCharacterWrong,
            ("MZH-2026-000001-0",),
            {
                "reason": "check_character_wrong",
                "data": {"number": "MZH-2026-000001-0"},
                "number": "MZH-2026-000001-0",
            },
        ),
        (
            TimeZoneWrong,
            ("Asia/Almaty", HOURS, None),
            {"zone": "Asia/Almaty", "expected": HOURS, "found": None},
        ),
    ],
)
def test_the_facts(
    kind: type[DomainError], told: tuple[object, ...], facts: dict[str, object]
) -> None:
    assert vars(kind(*told)) == facts


def test_what_the_words_are_filled_with() -> None:
    assert BadInput("too_long", limit=9).data == {"limit": 9}


def test_the_log_shows_class_and_facts() -> None:
    error = TransitionRefused("closed", "answer", "state")
    assert repr(error) == "TransitionRefused(state='closed', action='answer', reason='state')"
    assert str(error) == repr(error)
