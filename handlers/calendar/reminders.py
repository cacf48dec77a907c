"""One reminder of all clocks that run out for one person."""

from typing import Any

from markupsafe import Markup

from domain.ladders import Clock
from domain.roles import Actor, Role
from handlers.common.cases import subject
from handlers.common.deep_links import CASE_LINK, WAITING_LINK
from handlers.common.due_words import days_left_words
from handlers.common.links import OpenInbox, OpenReview
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts, marked
from services.appeals.reminded import Waiting, still_waiting
from services.unit_of_work import UnitOfWork

MOST = 20  # cases in one message
BY = {
    Clock.ACK: marked("To be taken into work by {day}"),
    Clock.ANSWER: marked("To be answered by {day}"),
    Clock.HANDOVER: marked("To be passed on by {day}"),
}


async def deadlines(
    uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]
) -> list[Screen]:
    return [reminder(texts, await still_waiting(uow, actor, facts["cases"]))]


def reminder(_: Texts, found: list[Waiting]) -> Screen:
    """The most urgent first, each with a link that opens it."""
    more = len(found) - MOST
    return Screen(
        lines(
            _.n(
                "<b>A reminder: {n} letter waits</b>",
                "<b>A reminder: {n} letters wait</b>",
                len(found),
            ),
            *(_case(_, one) for one in found[:MOST]),
            _.n("And {n} more.", "And {n} more.", more) if more > 0 else None,
        ),
        rows=(*_lists(_, {one.seen_as for one in found}), home_row(_)),
    )


def _case(_: Texts, one: Waiting) -> Markup:
    about = (
        _("To {name}", name=_.name(one.deputy)) if one.seen_as is Role.COORDINATOR else None,
        one.place,
        subject(_, one),
    )
    left = days_left_words(_, one.days_left)
    return lines(
        "",
        _name(_, one),
        Markup(" · ").join(part for part in about if part),
        Markup("{}: <b>{}</b>").format(_(BY[one.clock], day=_.date(one.due)), left),
        _("<b>Very late.</b>") if one.very_late and one.clock is Clock.ANSWER else None,
    )


def _name(_: Texts, one: Waiting) -> Markup:
    if not one.can_open:
        return Markup("<code>№ {}</code>").format(one.number)
    kind = WAITING_LINK if one.seen_as is Role.COORDINATOR else CASE_LINK
    return Markup('<a href="{}">№ {}</a>').format(_.link(kind, one.appeal_id), one.number)


def _lists(_: Texts, roles: set[Role]) -> Rows:
    rows: Rows = ()
    if roles - {Role.COORDINATOR}:
        rows += ((Button(_.label("Appeals to the deputy"), tap=OpenInbox()),),)
    if Role.COORDINATOR in roles:
        rows += ((Button(_.label("What waits for me"), tap=OpenReview()),),)
    return rows
