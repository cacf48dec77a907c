"""The letter and its answers in full."""

from handlers.common import additions, case_history
from handlers.common.cases import letter, number, telegram_files
from handlers.common.links import OpenAppeal
from handlers.common.navigation import home_row
from handlers.common.screen import Rows, Screen, lines
from handlers.common.texts import Texts
from services.appeals.reading import AnswerView, Case


def in_full(_: Texts, case: Case) -> Screen:
    """The letter with its files; answers follow as their own screens."""
    return Screen(
        lines(number(case), letter(_, case), additions.additions(_, case)),
        files=telegram_files(case.files),
        fresh=True,
        rows=() if case.answers else (home_row(_, back=OpenAppeal(appeal_id=case.id)),),
    )


def answer(_: Texts, case: Case, found: AnswerView, rows: Rows) -> Screen:
    """An answer as the author gets it."""
    return Screen(
        case_history.answer_letter(_, case, found),
        files=telegram_files(found.files),
        fresh=True,
        rows=rows,
    )
