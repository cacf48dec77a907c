"""Taps of this feature."""

from aiogram.filters.callback_data import CallbackData

from domain.names import Language


class SetLanguage(CallbackData, prefix="lang"):
    language: Language


class OpenSettings(CallbackData, prefix="set"):
    """Language, districts, roles."""


class RemoveHome(CallbackData, prefix="set_rh"):
    """This is not my district any more."""

    assembly_id: int


class AskLeave(CallbackData, prefix="set_al"):
    """The question before a role is left."""

    grant_id: int


class LeaveRole(CallbackData, prefix="set_lr"):
    grant_id: int


class Privacy(CallbackData, prefix="priv"):
    """What is kept, for how long, who sees it."""


class MyData(CallbackData, prefix="mydata"):
    """Page 0 is about the person, each further one a letter."""

    page: int = 0


class Forget(CallbackData, prefix="forget"):
    """Explains; nothing is erased yet."""


class WithdrawAll(CallbackData, prefix="forget_w"):
    """Withdraws the open appeals, which stand in the way."""


class ForgetSure(CallbackData, prefix="forget_q"):
    """The second question."""


class ForgetNow(CallbackData, prefix="forget_x"):
    """Erases."""
