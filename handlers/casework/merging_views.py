"""Screens of merging one case into another."""

from markupsafe import Markup

from domain.roles import Role
from handlers.casework.callbacks import Merge, PickTarget, SureMerge
from handlers.casework.steps_views import back_to_steps, onward
from handlers.common.cases import letter, number, numbered, subject
from handlers.common.course_words import joined
from handlers.common.navigation import home_row, pager
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts
from services.appeals.reading import Case, Page, Row


def ask(_: Texts, case: Case, found: Page, note: Markup | None = None) -> Screen:
    rows = numbered(found)
    return Screen(
        lines(
            note,
            number(case),
            _("<b>With which appeal is it merged?</b>"),
            _("The author keeps the number and gets the answer to the other appeal."),
            *(_row(_, index, row) for index, row in rows),
            "",
            _("Open appeals on the same topic; tap one, or type any number.")
            if rows
            else _("There is no other open appeal on this topic. Type a number."),
        ),
        rows=(
            *(
                (
                    Button(
                        f"{index}. № {row.number}",
                        tap=PickTarget(appeal_id=case.id, into_id=row.id),
                        choice=index,
                    ),
                )
                for index, row in rows
            ),
            *pager(_, found.page, found.total, lambda page: Merge(appeal_id=case.id, page=page)),
            back_to_steps(_, case),
        ),
    )


def _row(_: Texts, index: int, row: Row) -> Markup:
    about = (row.place, subject(_, row), _.short_date(row.registered_on))
    return lines(
        "",
        Markup("{}. {}").format(index, number(row)),
        Markup(" · ").join(part for part in about if part),
    )


def look(_: Texts, case: Case, into: Case) -> Screen:
    """The other letter in full: whether both ask the same can only be read."""
    return Screen(
        lines(
            _("Merge {number} into this one?", number=number(case)),
            "",
            number(into),
            letter(_, into),
            joined(_, into.course.supporters),
            "",
            _("The author is told. This cannot be taken back."),
        ),
        rows=(
            (Button(_.label("Yes, merge"), tap=SureMerge(appeal_id=case.id, into_id=into.id)),),
            home_row(_, back=Merge(appeal_id=case.id)),
        ),
    )


def merged(_: Texts, into: Case, role: Role) -> Screen:
    return Screen(
        lines(
            _("Merged. The answer to this appeal reaches all who ask the same:"),
            number(into),
            joined(_, into.course.supporters),
        ),
        rows=onward(_, into, role),
    )
