"""The author's letters, the newest first."""

from markupsafe import Markup

from handlers.appeals.callbacks import Preview
from handlers.common.cases import (
    STATES,
    days_left_words,
    number,
    subject,
)
from handlers.common.links import FindDeputy, MyAppeals, OpenAppeal, WriteAppeal
from handlers.common.navigation import home_row, pager
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from services.appeals.drafts import Draft
from services.appeals.reading import Page


def mine(_: Texts, page: Page, draft: Draft | None) -> Screen:
    """My appeals, the newest first; a letter that is not sent stands above."""
    if not page.total and draft is None:
        return Screen(
            _("You have not written to a deputy yet."),
            rows=(
                (Button(_.label("Write to a deputy"), tap=WriteAppeal()),),
                (Button(_.label("Find my deputy"), tap=FindDeputy()),),
                home_row(_),
            ),
        )
    listed: list[Markup] = []
    rows: list[tuple[Button, ...]] = []
    for index, row in enumerate(page.rows, start=1):
        listed += [
            Markup("{}. {} {}").format(index, number(row), _(STATES[row.state])),
            Markup("{}. {}").format(_.name(row.deputy_name), subject(_, row)),
            days_left_words(_, row.days_left) or Markup(),
        ]
        rows.append((_choice(_, index, row.id, row.number),))
    return Screen(
        lines(
            _("<b>My appeals</b>"),
            *(line for line in listed if line),
            None if listed else _("You have not sent any letter yet. One is begun and waits."),
        ),
        rows=(
            *_draft_row(_, draft, alone=not listed),
            *rows,
            *pager(_, page.page, page.total, _turn),
            home_row(_),
        ),
    )


def _turn(page: int) -> MyAppeals:
    return MyAppeals(page=page)


def _choice(_: Texts, index: int, appeal_id: int, shown: str) -> Button:
    label = f"{index}. № {shown}"
    return Button(label, tap=OpenAppeal(appeal_id=appeal_id), choice=index)


def _draft_row(_: Texts, draft: Draft | None, *, alone: bool) -> Rows:
    if draft is None:
        return ()
    label = _.label("Not sent yet: to {name}", name=_.name(draft.deputy.name))
    return ((Button(label, tap=Preview(draft_id=draft.id), choice=1 if alone else None),),)
