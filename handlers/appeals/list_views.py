"""The author's letters, the newest first."""

from dataclasses import dataclass, replace

from markupsafe import Markup

from handlers.appeals import unregistered_views
from handlers.appeals.callbacks import JoinedLetters, MoreLetters, Preview
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
from services.appeals.unregistered import Waiting

IN_A_ROW = 2


@dataclass(frozen=True, slots=True)
class Aside:
    """What has no number of its own: the draft, letters being checked or returned, joined ones."""

    draft: Draft | None
    waiting: tuple[Waiting, ...]
    joined: int


def mine(_: Texts, page: Page, aside: Aside) -> Screen:
    """My appeals, the newest first; letters without a number stand above."""
    others = _aside(_, aside, numbered=not page.total)
    if not page.total and not others:
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
            None
            if listed or aside.draft is None
            else _("You have not sent any letter yet. One is begun and waits."),
        ),
        rows=(
            *_above(_, others),
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


def _above(_: Texts, others: list[Button]) -> Rows:
    """One row: five appeals, pages and the way home take the other seven."""
    if len(others) <= IN_A_ROW:
        return (tuple(others),) if others else ()
    more = _.label_n("More: {n} letter", "More: {n} letters", len(others) - 1)
    return ((others[0], Button(more, tap=MoreLetters())),)


def more(_: Texts, aside: Aside) -> Screen:
    """All that has no number of its own."""
    return Screen(
        lines(
            _("<b>Letters without a number of their own</b>"),
            _("Not sent yet, being checked, returned, or joined to the letter of somebody else."),
        ),
        rows=(*((button,) for button in _aside(_, aside)), home_row(_, back=MyAppeals())),
    )


def _aside(_: Texts, aside: Aside, *, numbered: bool = True) -> list[Button]:
    """`numbered`: nothing else on the screen is picked by typing its number."""
    found = [unregistered_views.row(_, one) for one in aside.waiting]
    if aside.draft is not None:
        label = _.label("Not sent yet: to {name}", name=_.name(aside.draft.deputy.name))
        found.insert(0, Button(label, tap=Preview(draft_id=aside.draft.id)))
    if aside.joined:
        label = _.label("Joined: {n}", n=aside.joined)
        found.append(Button(label, tap=JoinedLetters()))
    if not numbered:
        return found
    return [replace(button, choice=place) for place, button in enumerate(found, start=1)]
