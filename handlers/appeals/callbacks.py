"""Taps of the author's side. They carry ids and choices, never state."""

from aiogram.filters.callback_data import CallbackData

from domain.appeals import Kind, Topic


class ChooseKind(CallbackData, prefix="a_kind"):
    draft_id: int
    kind: Kind


class ChooseTopic(CallbackData, prefix="a_topic"):
    draft_id: int
    topic: Topic


class Preview(CallbackData, prefix="a_prev"):
    """Shows the draft as the deputy will see it; also how a kept draft is taken up again."""

    draft_id: int


class Send(CallbackData, prefix="a_send"):
    draft_id: int


class Keep(CallbackData, prefix="a_keep"):
    """Not now: the draft stays."""

    draft_id: int


class Change(CallbackData, prefix="a_chg"):
    draft_id: int


class ChangeTopic(CallbackData, prefix="a_chgt"):
    draft_id: int


class RewriteText(CallbackData, prefix="a_text"):
    draft_id: int


class SignName(CallbackData, prefix="a_name"):
    draft_id: int


class SignPlace(CallbackData, prefix="a_place"):
    draft_id: int


class RemoveFiles(CallbackData, prefix="a_files"):
    draft_id: int


class Discard(CallbackData, prefix="a_drop"):
    draft_id: int


class DiscardAndStart(CallbackData, prefix="a_anew"):
    """Throws a draft away to begin another letter."""

    draft_id: int
    mandate_id: int


class AddCarried(CallbackData, prefix="a_add"):
    """Adds to a draft what was sent outside of any conversation."""

    draft_id: int


class WhyDates(CallbackData, prefix="a_why"):
    appeal_id: int


class History(CallbackData, prefix="a_hist"):
    appeal_id: int


class ShowLetter(CallbackData, prefix="a_let"):
    """The letter and the answers in full, with their files."""

    appeal_id: int


class Withdraw(CallbackData, prefix="a_wd"):
    appeal_id: int
    sure: bool = False


class Solved(CallbackData, prefix="a_ok"):
    appeal_id: int
    partly: bool = False


class NotSolved(CallbackData, prefix="a_no"):
    appeal_id: int


class WriteAgain(CallbackData, prefix="a_again"):
    """A second letter to a case that is solved in part."""

    appeal_id: int


class Reopen(CallbackData, prefix="a_open"):
    appeal_id: int


class SendWords(CallbackData, prefix="a_words"):
    """Sends what was typed for the case that was chosen."""

    appeal_id: int
