"""Taps that lead to facts, from any feature: records, promises, profiles, programmes."""

from aiogram.filters.callback_data import CallbackData

from domain.promises import ResponseKind, Subject
from domain.records import RecordKind


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
