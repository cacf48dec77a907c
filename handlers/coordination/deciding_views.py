"""Screens of a decision: what it means, the reason, a few words, done."""

from collections.abc import Iterable
from enum import StrEnum

from markupsafe import Markup

from domain.decisions import CloseReason, GiveUpReason, SendBackReason
from domain.life_cycle import Action
from handlers.common.additions import REASONS
from handlers.common.cases import number
from handlers.common.links import OpenReview, OpenWaiting
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts, marked
from handlers.coordination.callbacks import Decide, PickReason, WithoutWords
from services.appeals.additions import REASON_LIMIT
from services.appeals.reading import Case

LABELS = {
    Action.SEND_BACK: marked("Send it back to be answered"),
    Action.CLOSE_DISPUTED: marked("Close the disagreement"),
    Action.GIVE_UP: marked("It cannot be passed on"),
}
LISTS: dict[Action, Iterable[StrEnum]] = {
    Action.SEND_BACK: SendBackReason,
    Action.CLOSE_DISPUTED: CloseReason,
    Action.GIVE_UP: GiveUpReason,
}
_QUESTIONS = {
    Action.SEND_BACK: marked(
        "<b>Why shall it be answered again?</b> The deputy's side gets 10 new working days; "
        "this is possible once in a case."
    ),
    Action.CLOSE_DISPUTED: marked(
        "<b>Why does the answer stand?</b> The case is closed as disputed; both sides are told why."
    ),
    Action.GIVE_UP: marked(
        "<b>Why can it not be passed on?</b> The case is closed; "
        "the voter is told why and which ways are left."
    ),
}
_DONE = {
    Action.SEND_BACK: marked("<b>Sent back.</b> The voter and the deputy's side are told."),
    Action.CLOSE_DISPUTED: marked("<b>Closed.</b> The voter and the deputy's side are told."),
    Action.GIVE_UP: marked("<b>Closed.</b> The voter is told, with the ways that are left."),
}


def decisions(_: Texts, case: Case) -> Rows:
    """A button for each decision that is possible now."""
    return tuple(
        (Button(_.label(label), tap=Decide(appeal_id=case.id, action=action)),)
        for action, label in LABELS.items()
        if action in case.able
    )


def reasons(_: Texts, case: Case, action: Action) -> Screen:
    rows = tuple(
        (
            Button(
                _.label(REASONS[reason]),
                tap=PickReason(appeal_id=case.id, action=action, reason=reason),
                choice=index,
            ),
        )
        for index, reason in enumerate(LISTS[action], start=1)
    )
    return Screen(
        lines(number(case), _(_QUESTIONS[action])),
        rows=(*rows, home_row(_, back=OpenWaiting(appeal_id=case.id))),
    )


def words(_: Texts, case: Case, action: Action, reason: StrEnum) -> Screen:
    """Own words are read by both sides."""
    without = WithoutWords(appeal_id=case.id, action=action, reason=reason)
    return Screen(
        lines(
            number(case),
            _("Reason: {reason}.", reason=_(REASONS[reason])),
            _("Add a few words of your own: type them, up to {limit} characters. "
              "They are shown to those who are told.", limit=REASON_LIMIT),
        ),
        rows=(
            (Button(_.label("Without more words"), tap=without),),
            home_row(_, back=Decide(appeal_id=case.id, action=action)),
        ),
    )  # fmt: skip


def done(_: Texts, shown: str, action: Action) -> Screen:
    return Screen(
        lines(_(_DONE[action]), Markup("<code>№ {}</code>").format(shown)),
        rows=((Button(_.label("What waits for me"), tap=OpenReview()),), home_row(_)),
    )


def left(_: Texts, appeal_id: int) -> Screen:
    return Screen(
        _("Nothing was decided. The case stands as it was."),
        rows=(home_row(_, back=OpenWaiting(appeal_id=appeal_id)),),
    )


def refused(_: Texts, case: Case, why: Markup) -> Screen:
    return Screen(
        lines(number(case), why),
        rows=(*decisions(_, case), home_row(_, back=OpenWaiting(appeal_id=case.id))),
    )
