"""A word on the way: what the author would get, and that the clock runs on."""

from datetime import datetime

from markupsafe import Markup

from handlers.common.answer_desk import Step
from handlers.common.case_history import answer_letter
from handlers.common.cases import dates, number
from handlers.common.links import OpenCase, OpenInbox
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts
from handlers.workspace.callbacks import Answer, SendInterim
from services.appeals.reading import AnswerView, Case


def _runs_on(_: Texts, case: Case) -> Markup:
    return lines(_("It does not stop the clock."), dates(_, case))


def ask(_: Texts, case: Case, text: str, template_id: int, now: datetime) -> Screen:
    """As the author will see it; nothing has gone yet."""
    shown = AnswerView(text, (), None, "", now, interim=True)
    tap = SendInterim(appeal_id=case.id, template_id=template_id, sure=True)
    return Screen(
        lines(
            _("This is how the voter will see it:"),
            "",
            answer_letter(_, case, shown),
            "",
            _runs_on(_, case),
        ),
        rows=(
            (Button(_.label("Send as a word on the way"), tap=tap),),
            home_row(_, back=Answer(appeal_id=case.id, step=Step.WRITE)),
        ),
    )


def sent(_: Texts, case: Case) -> Screen:
    return Screen(
        lines(
            _("The word on the way about {number} goes to the voter.", number=number(case)),
            _runs_on(_, case),
        ),
        rows=(
            (Button(_.label("Open"), tap=OpenCase(appeal_id=case.id)),),
            (Button(_.label("Appeals to the deputy"), tap=OpenInbox()),),
            home_row(_),
        ),
    )


def stock(_: Texts, case: Case) -> Screen:
    """Why it was not sent as the answer, and what can be done with it. It is kept."""
    return Screen(
        lines(
            _("<b>This was not sent: it is a stock reply.</b>"),
            _(
                "It says that the letter came, and nothing of the matter. The voter would have no "
                "answer, and the clock would stop. What you wrote is kept."
            ),
            _("Send it as a word on the way, or write what was done."),
        ),
        rows=(
            (Button(_.label("Send as a word on the way"), tap=SendInterim(appeal_id=case.id)),),
            (Button(_.label("Change the text"), tap=Answer(appeal_id=case.id, step=Step.WRITE)),),
            home_row(_, back=OpenCase(appeal_id=case.id)),
        ),
    )
