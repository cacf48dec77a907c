"""Screens of a question to the author."""

from markupsafe import Markup

from domain.roles import Role
from handlers.casework.callbacks import AskAuthor, SendQuestion
from handlers.casework.steps_views import back_to_steps, onward
from handlers.common.cases import dates, number
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts
from services.appeals.clarification import QUESTION_LIMIT
from services.appeals.reading import Case


def ask(_: Texts, case: Case, note: Markup | None = None) -> Screen:
    return Screen(
        lines(
            note,
            number(case),
            _("<b>What do you want to know from the author?</b>"),
            _(
                "One concrete question in one message, up to {limit} characters.",
                limit=_.number(QUESTION_LIMIT),
            ),
            _("While the author is asked, the clock of the answer stands."),
        ),
        rows=(back_to_steps(_, case),),
    )


def look(_: Texts, case: Case, words: str) -> Screen:
    """Another message replaces it."""
    return Screen(
        lines(
            _("This is how the voter will see it:"),
            "",
            Markup("{}").format(words),
            "",
            _("Send it, or write it differently."),
        ),
        rows=(
            (Button(_.label("Send the question"), tap=SendQuestion(appeal_id=case.id)),),
            (Button(_.label("Write it differently"), tap=AskAuthor(appeal_id=case.id)),),
            back_to_steps(_, case),
        ),
    )


def asked(_: Texts, case: Case, role: Role) -> Screen:
    return Screen(
        lines(
            _("The question to {number} is on its way to the voter.", number=number(case)),
            dates(_, case),
            _("You will be told when the reply comes."),
        ),
        rows=onward(_, case, role),
    )
