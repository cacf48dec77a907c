"""The coordinator's queue."""

from markupsafe import Markup

from handlers.common.cases import STATES, days_left_words, number, numbered, subject
from handlers.common.links import (
    FindDeputy,
    MyAppeals,
    OpenReview,
    OpenStatuses,
    OpenTimeRequest,
    OpenWaiting,
)
from handlers.common.navigation import home_row, pager
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from handlers.coordination.callbacks import HeldLetters
from services.appeals.reading import Page, Row


def not_a_coordinator(_: Texts) -> Screen:
    """For whoever types /review without being one."""
    return Screen(
        lines(
            _("<b>This is the queue of coordinators.</b>"),
            _("They pass letters on to deputies who have not joined this bot."),
            _("Your own letters are under /appeals."),
        ),
        rows=(
            (Button(_.label("My appeals"), tap=MyAppeals()),),
            (Button(_.label("Find my deputy"), tap=FindDeputy()),),
            home_row(_),
        ),
    )


def queue(
    _: Texts, page: Page, held: int, requests: tuple[int, ...] = (), statuses: int = 0
) -> Screen:
    """The oldest first; above them letters to look at before they are registered."""
    if not page.total and (held or requests or statuses):
        return Screen(
            _("<b>Your decision is awaited.</b>")
            if requests or statuses
            else _("<b>Letters wait to be looked at.</b> Nothing else waits for you."),
            rows=(*_first(_, held, requests), *_statuses(_, statuses), home_row(_)),
        )
    if not page.total:
        return Screen(
            lines(
                _("<b>Nothing waits for you.</b>"),
                _(
                    "Letters to deputies who have not joined come here, "
                    "and those on which voter and deputy disagree."
                ),
            ),
            rows=(home_row(_),),
        )
    rows = numbered(page)
    return Screen(
        lines(
            _("<b>What waits for a coordinator: {n}</b>", n=page.total),
            *(_row(_, index, row) for index, row in rows),
            "",
            _("Tap an appeal, or type its number in the list."),
        ),
        rows=(
            *_first(_, held, requests),
            *_statuses(_, statuses),
            *((_choice(index, row),) for index, row in rows),
            *pager(_, page.page, page.total, lambda page: OpenReview(page=page)),
            home_row(_),
        ),
    )


def _first(_: Texts, held: int, requests: tuple[int, ...]) -> Rows:
    """What cannot wait: somebody's letter is not registered yet, a date runs out."""
    row: list[Button] = []
    if held:
        label = _.label_n("{n} letter to look at first", "{n} letters to look at first", held)
        row.append(Button(label, tap=HeldLetters()))
    if requests:
        label = _.label("Asked for more time: {n}", n=len(requests))
        row.append(Button(label, tap=OpenTimeRequest(request_id=requests[0])))
    return (tuple(row),) if row else ()


def _statuses(_: Texts, waiting: int) -> Rows:
    """Of promises: the other queue of those who may decide."""
    if not waiting:
        return ()
    return ((Button(_.label("Statuses of promises: {n}", n=waiting), tap=OpenStatuses()),),)


def _choice(index: int, row: Row) -> Button:
    return Button(f"{index}. № {row.number}", tap=OpenWaiting(appeal_id=row.id), choice=index)


def _row(_: Texts, index: int, row: Row) -> Markup:
    about = (_.name(row.deputy_name), subject(_, row), days_left_words(_, row.days_left))
    return lines(
        "",
        Markup("{}. {}").format(index, number(row)),
        Markup(" · ").join(part for part in about if part),
        _(
            "{state}. Registered on {day}",
            state=_(STATES[row.state]),
            day=_.date(row.registered_on),
        ),
    )
