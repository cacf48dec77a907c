"""What can go wrong in the domain, as data.

Errors carry facts and identifiers, never a sentence for people: one place in the handlers turns
them into translated answers. Raise the most specific class; catch `DomainError` only at the edge.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta


class DomainError(Exception):
    """A rule of the domain was not met. The facts are attributes of the subclass."""

    def __repr__(self) -> str:
        facts = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({facts})"

    def __str__(self) -> str:
        """For logs only; attributes hold identifiers, so callers must not put letters in them."""
        return repr(self)


class NotFound(DomainError):
    """There is no such thing, or it is not for this person: both look the same from outside.

    `kind` is a term of the glossary in lower case ("appeal", "deputy"); `key` is what was asked
    for, or None where it must not be repeated.
    """

    def __init__(self, kind: str, key: object = None) -> None:
        self.kind = kind
        self.key = key


class NotAllowed(DomainError):
    """The person is known and the thing is visible to them, but this action is not theirs."""

    def __init__(self, action: str, reason: str | None = None) -> None:
        self.action = action
        self.reason = reason


class BadInput(DomainError):
    """What a person typed or sent cannot be used; their draft stays as it was.

    `reason` is an identifier that the catalog translates; `data` are its placeholders.
    """

    def __init__(self, reason: str, **data: object) -> None:
        self.reason = reason
        self.data = data


class TransitionRefused(DomainError):
    """The life cycle has no such step: `action` is not listed for `state`, or its condition failed.

    `reason` is an identifier that tells which of both.
    """

    def __init__(self, state: str, action: str, reason: str) -> None:
        self.state = state
        self.action = action
        self.reason = reason


class LimitReached(DomainError):
    """A limit of use is exhausted. `until` is when to try again, None when no time helps."""

    def __init__(self, limit: str, until: datetime | None = None) -> None:
        self.limit = limit
        self.until = until


class ElectionTime(DomainError):
    """An election is near: the law leaves this to others until `last` is over."""

    def __init__(self, last: date) -> None:
        self.last = last


class CheckCharacterWrong(BadInput):
    """A number has the right form, but its check character does not fit: a slip of the pen.

    `number` is the number as it was understood. The right character is deliberately not told:
    it would turn a guess into a valid number.
    """

    def __init__(self, number: str) -> None:
        super().__init__("check_character_wrong", number=number)
        self.number = number


class TimeZoneWrong(DomainError):
    """The time-zone data of this machine are missing or too old to compute due dates.

    `found` is the offset from UTC of `zone` on the day of the check, None when the zone is unknown.
    """

    def __init__(self, zone: str, expected: timedelta, found: timedelta | None) -> None:
        self.zone = zone
        self.expected = expected
        self.found = found
