"""Taps of the deputy's side and of those who decide about disputes."""

from aiogram.filters.callback_data import CallbackData

from domain.promises import ResponseKind, Subject
from domain.records import ReturnReason


class ListFacts(CallbackData, prefix="ab_list"):
    mandate_id: int
    subject: Subject
    page: int = 0


class OpenFact(CallbackData, prefix="ab_fact"):
    mandate_id: int
    subject: Subject
    ident: int


class FactFiles(CallbackData, prefix="ab_file"):
    mandate_id: int
    subject: Subject
    ident: int


class SendResponse(CallbackData, prefix="ab_send"):
    mandate_id: int
    subject: Subject
    ident: int
    kind: ResponseKind


class OpenDispute(CallbackData, prefix="ab_disp"):
    response_id: int


class DisputeFiles(CallbackData, prefix="ab_dfl"):
    response_id: int


class AskUphold(CallbackData, prefix="ab_up"):
    response_id: int


class Uphold(CallbackData, prefix="ab_uph"):
    response_id: int
    reason: ReturnReason


class AskReject(CallbackData, prefix="ab_rej"):
    response_id: int
