"""Taps of the author's side. They carry ids and choices, never state."""

from aiogram.filters.callback_data import CallbackData

from domain.appeals import Kind, Topic, Visibility


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


class SendOwn(CallbackData, prefix="a_own"):
    """Sends although others ask the same."""

    draft_id: int


class WhoSees(CallbackData, prefix="a_who"):
    """To the choice of who may read the letter."""

    draft_id: int


class PickVisibility(CallbackData, prefix="a_vis"):
    draft_id: int
    visibility: Visibility


class WriteSummary(CallbackData, prefix="a_sum"):
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


class WhoReads(CallbackData, prefix="a_see"):
    """Who may read a letter that was sent."""

    appeal_id: int


class CloseToAll(CallbackData, prefix="a_priv"):
    appeal_id: int


class AskPublic(CallbackData, prefix="a_pub"):
    """To the summary for all."""

    appeal_id: int


class OpenToAll(CallbackData, prefix="a_publ"):
    """As it was looked at."""

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


class Join(CallbackData, prefix="a_join"):
    """Joins the appeal instead of sending this draft or held letter."""

    letter_id: int
    appeal_id: int


class OpenJoined(CallbackData, prefix="a_jo"):
    appeal_id: int


class JoinedLetters(CallbackData, prefix="a_jl"):
    page: int = 0


class Leave(CallbackData, prefix="a_jx"):
    appeal_id: int
    sure: bool = False


class OpenUnregistered(CallbackData, prefix="a_un"):
    """One's own letter that is looked at first, or was returned."""

    letter_id: int


class ShowAlike(CallbackData, prefix="a_al"):
    """Letters that can be joined while this one is looked at."""

    letter_id: int


class MoreLetters(CallbackData, prefix="a_more"):
    """One's letters that have no number of their own."""


class Rewrite(CallbackData, prefix="a_rw"):
    letter_id: int


class TakeBack(CallbackData, prefix="a_tb"):
    letter_id: int
    sure: bool = False
