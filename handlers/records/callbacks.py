"""Taps of those who record facts. What is chosen is read again and checked by the services."""

from aiogram.filters.callback_data import CallbackData

from domain.record_fields import Field
from domain.records import RecordKind


class BeginRecord(CallbackData, prefix="lg_new"):
    kind: RecordKind


class OpenMine(CallbackData, prefix="lg_own"):
    """A record of one's own, whatever became of it."""

    kind: RecordKind
    record_id: int


class MoreFields(CallbackData, prefix="lg_more"):
    """What can wait."""

    kind: RecordKind
    record_id: int


class AskField(CallbackData, prefix="lg_ask"):
    kind: RecordKind
    record_id: int
    field: Field
    page: int = 0


class Guessed(CallbackData, prefix="lg_yes"):
    """The deputy and the day that were guessed are right; 0 and "" where nothing was guessed."""

    kind: RecordKind
    record_id: int
    mandate_id: int
    day: str  # YYYY-MM-DD


class PickDeputy(CallbackData, prefix="lg_dep"):
    kind: RecordKind
    record_id: int
    field: Field  # the deputy, or a signatory
    mandate_id: int


class PickPlace(CallbackData, prefix="lg_plc"):
    record_id: int
    place_id: int


class PickDay(CallbackData, prefix="lg_day"):
    kind: RecordKind
    record_id: int
    field: Field
    day: str


class Choose(CallbackData, prefix="lg_set"):
    kind: RecordKind
    record_id: int
    field: Field
    value: str


class ClearField(CallbackData, prefix="lg_clr"):
    kind: RecordKind
    record_id: int
    field: Field


class Touch(CallbackData, prefix="lg_tch"):
    kind: RecordKind
    record_id: int
    promise_id: int
    page: int


class RemoveEvidence(CallbackData, prefix="lg_rme"):
    kind: RecordKind
    record_id: int
    evidence_id: int


class ShowFiles(CallbackData, prefix="lg_file"):
    kind: RecordKind
    record_id: int


class Discard(CallbackData, prefix="lg_drop"):
    kind: RecordKind
    record_id: int
    sure: bool = False


class Send(CallbackData, prefix="lg_send"):
    """`sure`: it was compared with those that look alike."""

    kind: RecordKind
    record_id: int
    sure: bool = False


class SendAsSame(CallbackData, prefix="lg_same"):
    kind: RecordKind
    record_id: int
    other_id: int


class Another(CallbackData, prefix="lg_again"):
    """One more from the same post."""

    kind: RecordKind
    record_id: int


class AddReply(CallbackData, prefix="lg_rply"):
    """A reply to a request that was accepted."""

    record_id: int


class ShowRecordFiles(CallbackData, prefix="rec_file"):
    """Of an accepted record."""

    kind: RecordKind
    record_id: int
