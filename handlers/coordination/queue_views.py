"""The coordinator's queue."""

from markupsafe import Markup

from handlers.common.cases import STATES, days_left_words, number, numbered, subject
from handlers.common.fact_links import OpenDisputes, OpenStatuses, ReviewRecords
from handlers.common.links import FindDeputy, MyAppeals, OpenReview, OpenTimeRequest, OpenWaiting
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
    _: Texts,
    page: Page,
    held: int,
    requests: tuple[int, ...] = (),
    statuses: int = 0,
    records: int = 0,
    disputes: int = 0,
) -> Screen:
    """The oldest first; above them letters to look at before they are registered."""
    last = (*_monitoring(_, statuses, disputes, records), *home_row(_))
    if not page.total and (held or requests or statuses or records or disputes):
        decide = bool(requests or statuses or disputes)
        return Screen(_other(_, held, decide=decide), rows=(*_first(_, held, requests), last))
    if not page.total:
        return Screen(
            lines(
                _("<b>Nothing waits for you.</b>"),
                _(
                    "Letters to deputies who have not joined come here, letters to be checked "
                    "first, disagreements, and what activists record."
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
            *((_choice(index, row),) for index, row in rows),
            *pager(_, page.page, page.total, lambda page: OpenReview(page=page)),
            last,
        ),
    )


def _other(_: Texts, held: int, *, decide: bool) -> Markup:
    """No letter waits to be passed on; this does."""
    if decide:
        return _("<b>Your decision is awaited.</b>")
    if held:
        return _("<b>Letters wait to be looked at.</b> Nothing else waits for you.")
    return _("<b>Records wait to be checked.</b> Nothing else waits for you.")


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


def _monitoring(_: Texts, statuses: int, disputes: int, records: int) -> tuple[Button, ...]:
    """The other queues: statuses of promises, disputes of deputies, what activists recorded."""
    found: list[Button] = []
    if statuses and disputes:
        label = _.label("Statuses and disputes: {n}", n=statuses + disputes)
        found.append(Button(label, tap=OpenStatuses()))
    elif statuses:
        label = _.label("Statuses of promises: {n}", n=statuses)
        found.append(Button(label, tap=OpenStatuses()))
    elif disputes:
        label = _.label("Deputies disagree: {n}", n=disputes)
        found.append(Button(label, tap=OpenDisputes()))
    if records:
        label = _.label_n("Check {n} record", "Check {n} records", records)
        found.append(Button(label, tap=ReviewRecords()))
    return tuple(found)


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
