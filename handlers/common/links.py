"""Taps that lead from one feature to another. They carry ids and nothing else."""

from aiogram.filters.callback_data import CallbackData

from domain.promises import ResponseKind, Subject
from domain.records import RecordKind


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


class OpenPromise(CallbackData, prefix="prm"):
    """A promise with its status and what touches it."""

    promise_id: int
    page: int = 0


class OpenChange(CallbackData, prefix="pr_chg"):
    """A proposed or public status of a promise."""

    change_id: int


class OpenStatuses(CallbackData, prefix="pr_queue"):
    """Proposed statuses that wait for a coordinator."""

    page: int = 0


class OpenLog(CallbackData, prefix="log"):
    """What an activist records."""


class LogAnnounced(CallbackData, prefix="lg_ann"):
    """Records what was announced and is over: the form is filled in from the announcement."""

    ident: int


class EditRecord(CallbackData, prefix="rec_edit"):
    """The fields of a record, for its recorder or a reviewer."""

    kind: RecordKind
    record_id: int


class OpenRecord(CallbackData, prefix="rec"):
    """An accepted record, for everybody."""

    kind: RecordKind
    record_id: int


class OpenRegister(CallbackData, prefix="recs"):
    """The accepted meetings or requests of a deputy."""

    kind: RecordKind
    mandate_id: int
    page: int = 0


class ReviewRecords(CallbackData, prefix="rv_list"):
    """Records that wait for a coordinator."""

    page: int = 0


class ReviewRecord(CallbackData, prefix="rv"):
    kind: RecordKind
    record_id: int


class OpenHistory(CallbackData, prefix="p_hist"):
    """How a programme was looked for and found."""

    mandate_id: int


class EditPromises(CallbackData, prefix="p_edit"):
    """A coordinator splits a programme into promises."""

    mandate_id: int
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


class OpenAbout(CallbackData, prefix="ab"):
    """What is recorded about a deputy, for the deputy's side; 0: about whom is to be asked."""

    mandate_id: int = 0


class Respond(CallbackData, prefix="ab_say"):
    """The deputy's side answers or disputes what is recorded."""

    mandate_id: int
    subject: Subject
    ident: int
    kind: ResponseKind


class OpenDisputes(CallbackData, prefix="ab_queue"):
    """Disputes of deputies that wait for a coordinator."""

    page: int = 0


class OpenProfile(CallbackData, prefix="prof"):
    """What is known about a deputy, from which source, and what is missing."""

    mandate_id: int


class OpenTable(CallbackData, prefix="prof_tab"):
    """The monitoring table of a convocation, for coordinators; 0: which one is asked."""

    convocation_id: int = 0
    page: int = 0


class OpenCopies(CallbackData, prefix="cp_all"):
    """The archived copies of a programme."""

    mandate_id: int
    page: int = 0


class OpenCopy(CallbackData, prefix="cp_one"):
    """The kept file itself."""

    mandate_id: int
    copy_id: int


class OpenTying(CallbackData, prefix="pr_of"):
    """Which promises of the deputy a letter is about."""

    appeal_id: int
    page: int = 0


# What leads away from a conversation, see handlers/common/router.py.
PREFIXES = tuple(
    one.__prefix__ for one in CallbackData.__subclasses__() if one.__module__ == __name__
)
