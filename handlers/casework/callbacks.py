"""Taps of what is done with an appeal on its way."""

from datetime import date

from aiogram.filters.callback_data import CallbackData

from domain.errors import BadInput


class AskAuthor(CallbackData, prefix="k_ask"):
    """To writing a question to the author."""

    appeal_id: int


class SendQuestion(CallbackData, prefix="k_asks"):
    appeal_id: int


class Redirect(CallbackData, prefix="k_red"):
    """To the choice of the competent body; a page of the frequent ones."""

    appeal_id: int
    page: int = 0


class PickBody(CallbackData, prefix="k_body"):
    appeal_id: int
    slug: str


class ToDeputy(CallbackData, prefix="k_dep"):
    """To the search for another deputy in the bot."""

    appeal_id: int


class PickDeputy(CallbackData, prefix="k_pick"):
    appeal_id: int
    mandate_id: int


class SendOn(CallbackData, prefix="k_on"):
    """Redirects as it was looked at."""

    appeal_id: int


class Extend(CallbackData, prefix="k_ext"):
    """To more time for the answer."""

    appeal_id: int


class PickUntil(CallbackData, prefix="k_day"):
    appeal_id: int
    day: str  # YYYY-MM-DD


class SureExtend(CallbackData, prefix="k_exts"):
    appeal_id: int


class DecideTime(CallbackData, prefix="k_dec"):
    request_id: int
    granted: bool


class Merge(CallbackData, prefix="k_mrg"):
    """To the choice of the appeal that it is merged into."""

    appeal_id: int
    page: int = 0


class PickTarget(CallbackData, prefix="k_into"):
    appeal_id: int
    into_id: int


class SureMerge(CallbackData, prefix="k_mrgs"):
    appeal_id: int
    into_id: int


class Succeed(CallbackData, prefix="k_suc"):
    """The author agrees that the successor has it."""

    appeal_id: int
    mandate_id: int


class Stay(CallbackData, prefix="k_stay"):
    appeal_id: int


class SendReply(CallbackData, prefix="k_reps"):
    appeal_id: int


class ReplyAnew(CallbackData, prefix="k_repa"):
    """Throws away what was written of a reply."""

    appeal_id: int


def day_of(text: str) -> date:
    """The day in a tap. Raises BadInput for what no button of ours carries."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput("not_a_date") from None
