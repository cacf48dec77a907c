"""One message to everybody whose dates moved with the calendar."""

from datetime import datetime
from typing import Any

from markupsafe import Markup

from domain.roles import DEPUTY_SIDE, Actor, Role
from handlers.calendar.reminders import deadlines
from handlers.common.deep_links import APPEAL_LINK, CASE_LINK, WAITING_LINK
from handlers.common.links import MyAppeals, OpenCalendar, OpenInbox, OpenReview
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts, marked
from services.appeals import changed_dates
from services.appeals.changed_dates import Moved
from services.appeals.reminders import NOTICE
from services.unit_of_work import UnitOfWork

MOST = 20  # cases in one message
CLOCKS = {
    "ack": marked("to be taken into work"),
    "answer": marked("to be answered"),
    "handover": marked("to be passed on"),
    "reply": marked("the author's reply"),
}


async def dates_changed(
    uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]
) -> list[Screen]:
    since = datetime.fromisoformat(facts["since"])
    return [moved(texts, await changed_dates.moved_for(uow, actor, since))]


def moved(_: Texts, found: list[Moved]) -> Screen:
    """Which dates, from when to when; where to see why."""
    more = len(found) - MOST
    return Screen(
        lines(
            _("<b>The working calendar was changed; dates have moved with it.</b>"),
            *(_line(_, one) for one in found[:MOST]),
            _.n("And {n} more.", "And {n} more.", more) if more > 0 else None,
            "",
            _("Nothing is lost: the number of working days is the same."),
        ),
        rows=(
            *_lists(_, {one.seen_as for one in found}),
            (Button(_.label("Working days"), tap=OpenCalendar()),),
            home_row(_),
        ),
    )


def _line(_: Texts, one: Moved) -> Markup:
    link = Markup('<a href="{}">№ {}</a>').format(_.link(_kind(one), one.appeal_id), one.number)
    return lines(
        "",
        link,
        _(
            "{what}: {before} → <b>{after}</b>",
            what=_(CLOCKS[one.clock]),
            before=_.short_date(one.before),
            after=_.date(one.after),
        ),
    )


def _kind(one: Moved) -> str:
    if one.seen_as is Role.VOTER:
        return APPEAL_LINK
    return CASE_LINK if one.seen_as in DEPUTY_SIDE else WAITING_LINK


def _lists(_: Texts, roles: set[Role]) -> Rows:
    rows: Rows = ()
    if Role.VOTER in roles:
        rows += ((Button(_.label("My appeals"), tap=MyAppeals()),),)
    if roles & DEPUTY_SIDE:
        rows += ((Button(_.label("Appeals to the deputy"), tap=OpenInbox()),),)
    if Role.COORDINATOR in roles:
        rows += ((Button(_.label("What waits for me"), tap=OpenReview()),),)
    return rows


NOTICES = {changed_dates.EVENT: dates_changed, NOTICE: deadlines}
