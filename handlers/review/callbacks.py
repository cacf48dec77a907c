"""Taps of a reviewer."""

from aiogram.filters.callback_data import CallbackData

from domain.records import RecordKind, ReturnReason


class Accept(CallbackData, prefix="rv_yes"):
    kind: RecordKind
    record_id: int


class AskReturn(CallbackData, prefix="rv_back"):
    kind: RecordKind
    record_id: int


class Return(CallbackData, prefix="rv_rsn"):
    """`final`: without words of one's own."""

    kind: RecordKind
    record_id: int
    reason: ReturnReason
    final: bool = False


class Merge(CallbackData, prefix="rv_join"):
    kind: RecordKind
    record_id: int
    into: int


class ShowFiles(CallbackData, prefix="rv_file"):
    kind: RecordKind
    record_id: int


class ShowChanges(CallbackData, prefix="rv_hist"):
    """The corrections, with the old values."""

    kind: RecordKind
    record_id: int
