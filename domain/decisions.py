"""Fixed lists of reasons: a decision about somebody's letter is never a whim."""

from enum import StrEnum


class SendBackReason(StrEnum):
    """Why a coordinator has a disputed case answered again."""

    BESIDE_THE_POINT = "beside_the_point"
    INCOMPLETE = "incomplete"
    UNFOUNDED = "unfounded"  # refused without saying why
    NOT_DONE = "not_done"  # what was promised has not happened


class CloseReason(StrEnum):
    """Why a coordinator closes a disputed case."""

    ANSWERED = "answered"
    OUTSIDE = "outside"  # another body decides
    NOTHING_NEW = "nothing_new"  # the dispute repeats what was answered
    IN_COURT = "in_court"


class GiveUpReason(StrEnum):
    """Why a letter cannot be passed on by any way."""

    NO_CONTACT = "no_contact"
    NOT_ACCEPTED = "not_accepted"
    NO_SIGN = "no_sign"  # several tries, no sign that it arrived
    MANDATE_ENDED = "mandate_ended"
