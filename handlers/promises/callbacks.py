"""Taps of promises and their statuses."""

from aiogram.filters.callback_data import CallbackData

from domain.promises import PromiseStatus
from domain.records import ReturnReason


class StatusHistory(CallbackData, prefix="pr_his"):
    promise_id: int
    page: int = 0


class ShowProofs(CallbackData, prefix="pr_prf"):
    """The files behind a status."""

    change_id: int


class WhyDay(CallbackData, prefix="pr_why"):
    """How the last day of the right of reply was counted."""

    change_id: int


class HowStatuses(CallbackData, prefix="pr_how"):
    """The method."""

    promise_id: int


class Propose(CallbackData, prefix="pr_new"):
    promise_id: int


class PickStatus(CallbackData, prefix="pr_st"):
    promise_id: int
    status: PromiseStatus


class LookOver(CallbackData, prefix="pr_look"):
    promise_id: int


class SendChange(CallbackData, prefix="pr_send"):
    promise_id: int


class Withdraw(CallbackData, prefix="pr_wd"):
    change_id: int


class Confirm(CallbackData, prefix="pr_yes"):
    change_id: int


class AskReturn(CallbackData, prefix="pr_ret"):
    change_id: int


class Tie(CallbackData, prefix="pr_tie"):
    """The letter is about this promise, or not any more."""

    appeal_id: int
    promise_id: int
    page: int


class GiveBack(CallbackData, prefix="pr_back"):
    change_id: int
    reason: ReturnReason
