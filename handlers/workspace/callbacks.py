"""Taps of the deputy's side."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from handlers.common.answer_desk import AnswerTap
from services.desk.inbox import Only


class TakeIntoWork(CallbackData, prefix="w_take"):
    appeal_id: int


class ShowFiles(CallbackData, prefix="w_files"):
    appeal_id: int


class WhyDates(CallbackData, prefix="w_why"):
    appeal_id: int


class Answer(AnswerTap, prefix="w_ans"):
    """A step of the answer."""


class TakeIt(CallbackData, prefix="w_mine"):
    """I work on it from now on."""

    appeal_id: int


class ChooseColleague(CallbackData, prefix="w_who"):
    appeal_id: int


class GiveTo(CallbackData, prefix="w_give"):
    appeal_id: int
    user_id: int


class CallMe(CallbackData, prefix="w_name"):
    """How colleagues call me."""

    mandate_id: int


class OpenNotes(CallbackData, prefix="w_notes"):
    appeal_id: int
    page: int = 0


class AddNote(CallbackData, prefix="w_note"):
    appeal_id: int


class OpenTemplates(CallbackData, prefix="w_tpls"):
    mandate_id: int
    page: int = 0


class OpenTemplate(CallbackData, prefix="w_tpl"):
    template_id: int


class NewTemplate(CallbackData, prefix="w_tnew"):
    mandate_id: int


class ChangeTemplate(CallbackData, prefix="w_tedit"):
    template_id: int


class TurnTemplate(CallbackData, prefix="w_tkind"):
    template_id: int
    interim: bool


class DropTemplate(CallbackData, prefix="w_tdel"):
    template_id: int
    sure: bool = False


class PickTemplate(CallbackData, prefix="w_tpick"):
    """For the answer that is being written."""

    appeal_id: int
    page: int = 0


class UseTemplate(CallbackData, prefix="w_tuse"):
    appeal_id: int
    template_id: int


class SendInterim(CallbackData, prefix="w_word"):
    """A word on the way; without a template: what is written so far."""

    appeal_id: int
    template_id: int = 0
    sure: bool = False


class FilterInbox(CallbackData, prefix="w_only"):
    only: Only
    page: int = 0


class ChooseFilter(CallbackData, prefix="w_flt"):
    """To the filters and the search."""


class AskSearch(CallbackData, prefix="w_find"):
    """Search in the workspace's appeals."""


class OpenTools(CallbackData, prefix="w_more"):
    """The brief, the templates, my name for colleagues; 0 where the deputy is not chosen."""

    mandate_id: int = 0


class OpenBrief(CallbackData, prefix="w_brief"):
    mandate_id: int


class GroupAct(StrEnum):
    ACKNOWLEDGE = "ack"
    TAKE = "take"


class GroupTap(CallbackData, prefix="w_grp"):
    """On a card in the group; whoever taps acts by their own rights."""

    appeal_id: int
    act: GroupAct


class GroupNames(CallbackData, prefix="w_gnm"):
    """Whether cards in the group tell who signed."""

    shown: bool
