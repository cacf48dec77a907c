"""Was it solved? The question after an answer."""

from domain.life_cycle import SILENT_AFTER
from handlers.appeals.callbacks import NotSolved, Solved
from handlers.common.cases import number
from handlers.common.links import OpenAppeal
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts
from services.appeals.reading import Case

FIRST = 3  # days after the answer


def rows(_: Texts, appeal_id: int) -> list[tuple[Button, ...]]:
    """Was it solved? One tap."""
    return [
        (
            Button(_.label("Solved"), tap=Solved(appeal_id=appeal_id)),
            Button(_.label("Partly"), tap=Solved(appeal_id=appeal_id, partly=True)),
        ),
        (Button(_.label("Not solved"), tap=NotSolved(appeal_id=appeal_id)),),
    ]


def again(_: Texts, case: Case, days: int) -> Screen:
    """Nobody has said anything yet; what happens if nobody does."""
    last = case.since + SILENT_AFTER
    return Screen(
        lines(
            _("<b>Was the matter solved?</b>"),
            number(case),
            _("{name} answered on {day}.", name=_.name(case.deputy.name), day=_.day(case.since)),
            _("If you say nothing, the letter is closed on {day} and is not counted as solved.",
              day=_.day(last))
            if days != FIRST
            else None,
        ),
        rows=(
            *rows(_, case.id),
            (Button(_.label("Open"), tap=OpenAppeal(appeal_id=case.id)),),
            home_row(_),
        ),
    )  # fmt: skip
