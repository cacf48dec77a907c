"""What can be said in a record of each kind, and what must be said before it is sent."""

from collections.abc import Collection
from enum import StrEnum
from typing import Final

from domain.records import ProgrammeEventKind, RecordKind


class Field(StrEnum):
    DEPUTY = "deputy"
    DAY = "day"
    PLACE = "place"
    EVIDENCE = "evidence"
    FORMAT = "format"
    INSIDE = "inside"
    PEOPLE = "people"
    TOPICS = "topics"
    PROMISES = "promises"
    WISHES = "wishes"
    SOURCE = "source"
    SIGNATORIES = "signatories"
    ADDRESSEE = "addressee"
    TEXT = "text"
    ISSUES = "issues"
    REPLY = "reply"
    REPLY_DAY = "reply_day"
    STEP = "step"
    NOTE = "note"


_F = Field
# What is asked first, and what can wait.
MAIN: Final = {
    RecordKind.MEETING: (_F.DEPUTY, _F.DAY, _F.PLACE, _F.EVIDENCE),
    RecordKind.REQUEST: (_F.DEPUTY, _F.DAY, _F.TEXT, _F.EVIDENCE),
    RecordKind.EVENT: (_F.DEPUTY, _F.STEP, _F.DAY, _F.EVIDENCE, _F.NOTE),
}
MORE: Final = {
    RecordKind.MEETING: (
        _F.FORMAT, _F.INSIDE, _F.PEOPLE, _F.TOPICS, _F.PROMISES, _F.WISHES, _F.SOURCE,
    ),
    RecordKind.REQUEST: (
        _F.ADDRESSEE, _F.SIGNATORIES, _F.TOPICS, _F.ISSUES, _F.PROMISES, _F.REPLY, _F.REPLY_DAY,
        _F.SOURCE,
    ),
    RecordKind.EVENT: (),
}  # fmt: skip
# What happened between people leaves nothing to link to; the rest can be shown.
UNPROVEN: Final = frozenset({ProgrammeEventKind.ASKED, ProgrammeEventKind.REFUSED})


def missing(
    kind: RecordKind,
    said: Collection[Field],
    *,
    present: bool = False,
    step: ProgrammeEventKind | None = None,
) -> tuple[Field, ...]:
    """What is still needed before the record can be sent, in the order in which it is asked.

    `present`: the recorder was there, which is a source of its own.
    """
    needed = [_F.DEPUTY, _F.STEP, _F.DAY] if kind is RecordKind.EVENT else [_F.DEPUTY, _F.DAY]
    proven = (
        present if kind is RecordKind.MEETING
        else _F.TEXT in said if kind is RecordKind.REQUEST
        else step in UNPROVEN
    )  # fmt: skip
    if not proven:
        needed.append(_F.EVIDENCE)
    return tuple(one for one in needed if one not in said)
