"""Was it solved? The question after an answer."""

from handlers.appeals.callbacks import NotSolved, Solved
from handlers.common.cases import number
from handlers.common.links import OpenAppeal
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts
from services.appeals.reading import Case


def rows(_: Texts, appeal_id: int) -> list[tuple[Button, ...]]:
    """Was it solved? One tap."""
    return [
        (
            Button(_.label("Solved"), tap=Solved(appeal_id=appeal_id)),
            Button(_.label("Partly"), tap=Solved(appeal_id=appeal_id, partly=True)),
        ),
        (Button(_.label("Not solved"), tap=NotSolved(appeal_id=appeal_id)),),
    ]


def ask_why_not(_: Texts, case: Case) -> Screen:
    """A dispute needs a reason in words."""
    return Screen(
        lines(
            number(case),
            _("What is still not solved? Please write it in one message; "
              "the deputy's side and a coordinator will read it."),
        ),
        rows=(home_row(_, back=OpenAppeal(appeal_id=case.id)),),
    )  # fmt: skip
