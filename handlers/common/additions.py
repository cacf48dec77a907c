"""What followed the letter: answers, and what was said to them, each with its day."""

from enum import StrEnum
from typing import Final

from markupsafe import Markup

from domain.decisions import CloseReason, GiveUpReason, SendBackReason
from domain.life_cycle import Action
from handlers.common.case_history import answer_letter
from handlers.common.screen import lines
from handlers.common.texts import Texts, marked
from services.appeals.reading import Addition, Case

HEADINGS = {
    Action.DISPUTE: marked("<b>Why the answer is disputed.</b> {day}"),
    Action.WRITE_AGAIN: marked("<b>The second letter.</b> {day}"),
    Action.REOPEN: marked("<b>Why the letter was opened again.</b> {day}"),
    Action.SEND_BACK: marked("<b>A coordinator sent it back to be answered again.</b> {day}"),
    Action.CLOSE_DISPUTED: marked("<b>A coordinator closed the disagreement.</b> {day}"),
    Action.GIVE_UP: marked("<b>A coordinator closed it: it cannot be passed on.</b> {day}"),
}
REASONS: Final[dict[StrEnum, str]] = {
    SendBackReason.BESIDE_THE_POINT: marked("The answer does not deal with what was asked"),
    SendBackReason.INCOMPLETE: marked("A part of what was asked is not answered"),
    SendBackReason.UNFOUNDED: marked("A refusal without its reason"),
    SendBackReason.NOT_DONE: marked("What the answer promised has not been done"),
    CloseReason.ANSWERED: marked("Everything that was asked is answered"),
    CloseReason.OUTSIDE: marked("Another body decides this, not the deputy"),
    CloseReason.NOTHING_NEW: marked("The disagreement repeats what was answered"),
    CloseReason.IN_COURT: marked("A court or a prosecutor deals with it"),
    GiveUpReason.NO_CONTACT: marked("No address or contact of the deputy is known"),
    GiveUpReason.NOT_ACCEPTED: marked("The deputy's office did not take the letter"),
    GiveUpReason.NO_SIGN: marked("Several tries, and no sign that it arrived"),
    GiveUpReason.MANDATE_ENDED: marked("The mandate has ended and nobody has taken over"),
}
_BY_NAME = {str(reason): words for reason, words in REASONS.items()}
BY_AUTHOR = frozenset({Action.DISPUTE, Action.WRITE_AGAIN, Action.REOPEN})


def addition(_: Texts, found: Addition) -> Markup:
    """The heading, the reason of the list, and the words as they were written."""
    day = _.day(found.at)
    return lines(
        _(HEADINGS[found.action], day=day),
        _("Reason: {reason}.", reason=_(_BY_NAME[found.reason])) if found.reason else None,
        Markup("{}").format(found.text) if found.text else None,
    )


def additions(_: Texts, case: Case, *, by_author: bool = False) -> Markup | None:
    """All of them, the oldest first; None where there is none."""
    told = [one for one in case.additions if not by_author or one.action in BY_AUTHOR]
    return lines(*(lines("", addition(_, one)) for one in told)) if told else None


def after_letter(_: Texts, case: Case) -> Markup | None:
    """Answers and additions in the order they came; None where there is none."""
    told = [
        *((one.sent_at, answer_letter(_, case, one)) for one in case.answers),
        *((one.at, addition(_, one)) for one in case.additions),
    ]
    in_order = sorted(told, key=lambda item: item[0])
    return lines(*(lines("", words) for _at, words in in_order)) if told else None


def newest(_: Texts, case: Case, action: Action) -> Markup | None:
    """What was said with the latest step of this kind."""
    found = next((one for one in reversed(case.additions) if one.action is action), None)
    return lines("", addition(_, found)) if found else None
