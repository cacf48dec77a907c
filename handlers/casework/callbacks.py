"""Taps of what is done with an appeal on its way."""

from aiogram.filters.callback_data import CallbackData


class AskAuthor(CallbackData, prefix="k_ask"):
    """To writing a question to the author."""

    appeal_id: int


class SendQuestion(CallbackData, prefix="k_asks"):
    appeal_id: int


class SendReply(CallbackData, prefix="k_reps"):
    appeal_id: int


class ReplyAnew(CallbackData, prefix="k_repa"):
    """Throws away what was written of a reply."""

    appeal_id: int
