"""Taps that lead from one feature to another. They carry ids and nothing else."""

from aiogram.filters.callback_data import CallbackData


class FindDeputy(CallbackData, prefix="find"):
    """To the search for a deputy."""


class OpenCard(CallbackData, prefix="card"):
    mandate_id: int


class OpenProgramme(CallbackData, prefix="prog"):
    mandate_id: int


class WriteAppeal(CallbackData, prefix="write"):
    """Starts an appeal; 0 where the deputy is still to be chosen."""

    mandate_id: int = 0


class WriteThis(CallbackData, prefix="write_it"):
    """Makes a letter of the long text that was just sent."""


class AskProgramme(CallbackData, prefix="askp"):
    """Asks a deputy for the election programme."""

    mandate_id: int


class MyAppeals(CallbackData, prefix="mine"):
    page: int = 0


class OpenAppeal(CallbackData, prefix="appeal"):
    """The author's own view of an appeal."""

    appeal_id: int


class OpenInbox(CallbackData, prefix="inbox"):
    page: int = 0


class OpenCase(CallbackData, prefix="case"):
    """The same appeal as the deputy's side sees it."""

    appeal_id: int


class OpenReview(CallbackData, prefix="review"):
    """A coordinator's queue."""

    page: int = 0


class OpenWaiting(CallbackData, prefix="c_case"):
    """The same appeal as its coordinator sees it."""

    appeal_id: int


class OpenSteps(CallbackData, prefix="steps"):
    """What else the deputy's side or a coordinator can do with an appeal."""

    appeal_id: int


class OpenTimeRequest(CallbackData, prefix="k_time"):
    """A request for more time, for the coordinator who decides."""

    request_id: int


class ReplyToQuestion(CallbackData, prefix="reply"):
    """The author replies to what the deputy's side asked."""

    appeal_id: int


class FollowDeputy(CallbackData, prefix="fol_d"):
    """Follows a deputy, or shows how they are followed."""

    mandate_id: int


class FollowPromise(CallbackData, prefix="fol_p"):
    promise_id: int


class OpenFollowing(CallbackData, prefix="fol"):
    """All that a person follows."""

    page: int = 0


class StopFollowing(CallbackData, prefix="fol_x"):
    """One tap in each message: no more of it."""

    subscription_id: int


class OpenDigest(CallbackData, prefix="dig"):
    """When the weekly digest comes."""


class SwitchDigest(CallbackData, prefix="dig_s"):
    on: bool


class ChooseLanguage(CallbackData, prefix="langs"):
    """To the choice of a language."""


class OpenReceipt(CallbackData, prefix="receipt"):
    """What proves an own appeal to others."""

    appeal_id: int


class ToEOtinish(CallbackData, prefix="eotinish"):
    """An own appeal as a text for the state's service."""

    appeal_id: int


class VerifyReceipt(CallbackData, prefix="verify"):
    """Asks for the number and the secret words of a receipt."""


class OpenCalendar(CallbackData, prefix="cal"):
    """Working days: what is a day off, and what was changed."""

    page: int = 0


class OpenAnnouncements(CallbackData, prefix="e_list"):
    """What a deputy's side announces."""

    mandate_id: int
    page: int = 0


class OpenAnnouncement(CallbackData, prefix="e_one"):
    ident: int


class NewAnnouncement(CallbackData, prefix="e_new"):
    """To announce something; 0 where the deputy is still to be chosen."""

    mandate_id: int = 0


class OpenReception(CallbackData, prefix="e_rec"):
    """Times for visits, one by one; 0 where the deputy is still to be chosen."""

    mandate_id: int = 0
    page: int = 0
