"""The author goes on with a case: words are asked for, shown, and what follows is said."""

from markupsafe import Markup

from domain.life_cycle import Action
from handlers.appeals.callbacks import Reopen, SendWords, WriteAgain
from handlers.common.cases import dates, number
from handlers.common.links import OpenAppeal
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts, marked
from services.appeals.additions import LETTER_LIMIT, REASON_LIMIT
from services.appeals.reading import Case

_QUESTIONS = {
    Action.DISPUTE: marked(
        "What is still not solved? Please write it in one message, up to {limit} characters; "
        "the deputy's side and a coordinator will read it."
    ),
    Action.WRITE_AGAIN: marked(
        "<b>A second letter</b> goes on with this case, once: the deputy's side sees both and has "
        "10 new working days. What is still to be done? Please write it in one message or several, "
        "up to {limit} characters; photos and documents can be added."
    ),
    Action.REOPEN: marked(
        "<b>A closed letter can be opened again once.</b> The deputy's side has 10 new working "
        "days then. Why is it needed? Please write it in one message or several, "
        "up to {limit} characters."
    ),
}
_SENT = {
    Action.DISPUTE: marked("<b>The deputy's side and a coordinator are told.</b>"),
    Action.WRITE_AGAIN: marked("<b>Your second letter is on its way.</b>"),
    Action.REOPEN: marked("<b>The letter is open again.</b>"),
}


def ask(_: Texts, case: Case, action: Action, note: Markup | None = None) -> Screen:
    limit = LETTER_LIMIT if action is Action.WRITE_AGAIN else REASON_LIMIT
    return Screen(
        lines(note, number(case), _(_QUESTIONS[action], limit=_.number(limit))),
        rows=(home_row(_, back=OpenAppeal(appeal_id=case.id)),),
    )


def preview(
    _: Texts, case: Case, action: Action, text: str, files: int, note: Markup | None = None
) -> Screen:
    """Nothing has gone yet: it can be done once, so it is looked at first."""
    anew = WriteAgain if action is Action.WRITE_AGAIN else Reopen
    return Screen(
        lines(
            note,
            _("<b>This will be added to {number}</b>", number=number(case)),
            "",
            Markup("{}").format(text),
            _.n("{n} file is attached.", "{n} files are attached.", files) if files else None,
            "",
            _("More can follow. A message that you edit replaces its part."),
        ),
        rows=(
            (Button(_.label("Send"), tap=SendWords(appeal_id=case.id)),),
            (Button(_.label("Start over"), tap=anew(appeal_id=case.id)),),
            home_row(_, back=OpenAppeal(appeal_id=case.id)),
        ),
    )


def sent(_: Texts, case: Case, action: Action) -> Screen:
    """What was done, and by when the answer is due now."""
    return Screen(
        lines(_(_SENT[action]), number(case), dates(_, case)),
        rows=((Button(_.label("Open"), tap=OpenAppeal(appeal_id=case.id)),), home_row(_)),
        fresh=True,
    )
