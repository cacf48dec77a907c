"""The three kinds of records side by side: which table, and how its columns are called."""

from datetime import date
from typing import Any, Final

from domain.records import RecordKind
from models.records import DeputyRequest, Meeting, ProgrammeEvent

Row = Meeting | DeputyRequest | ProgrammeEvent
# Any: the three share their columns, which a union of classes cannot say.
MODELS: Final[dict[RecordKind, Any]] = {
    RecordKind.MEETING: Meeting,
    RecordKind.REQUEST: DeputyRequest,
    RecordKind.EVENT: ProgrammeEvent,
}
DEPUTY: Final = {
    RecordKind.MEETING: "mandate_id",
    RecordKind.REQUEST: "initiator_id",
    RecordKind.EVENT: "mandate_id",
}
DAY: Final = {
    RecordKind.MEETING: "held_on",
    RecordKind.REQUEST: "sent_on",
    RecordKind.EVENT: "happened_on",
}
LINK: Final = {  # of evidence and of touched promises
    RecordKind.MEETING: "meeting_id",
    RecordKind.REQUEST: "request_id",
    RecordKind.EVENT: "event_id",
}


def kind_of(row: Row) -> RecordKind:
    return next(kind for kind, model in MODELS.items() if isinstance(row, model))


def mandate_of(row: Row) -> int | None:
    found: int | None = getattr(row, DEPUTY[kind_of(row)])
    return found


def day_of(row: Row) -> date | None:
    found: date | None = getattr(row, DAY[kind_of(row)])
    return found


def period_of(row: Row) -> tuple[date | None, date | None]:
    """Where only a period is told."""
    if isinstance(row, ProgrammeEvent):
        return None, None
    return row.period_from, row.period_to
