"""Filters of the inbox, the search, and what else there is for the work with appeals."""

from markupsafe import Markup

from handlers.common.cases import numbered
from handlers.common.fact_links import OpenAbout
from handlers.common.links import NewAnnouncement, OpenInbox
from handlers.common.navigation import home_row, in_pairs
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts
from handlers.workspace.callbacks import (
    AskSearch,
    CallMe,
    ChooseFilter,
    OpenBrief,
    OpenTemplates,
    OpenTools,
)
from handlers.workspace.inbox_views import FILTERS, case_rows, row_line, turned
from services.appeals.reading import Page
from services.desk.inbox import Inbox
from services.directory import Deputy

CHOICES = 6


def filters(_: Texts, found: Inbox) -> Screen:
    """What can be shown alone, each with its number of appeals."""
    buttons = [
        Button(_.label(words), tap=turned(only, 0), choice=index)
        for index, (only, words) in enumerate(FILTERS.items(), start=1)
    ]
    return Screen(
        lines(
            _("<b>Which appeals shall I show?</b>"),
            *(
                Markup("{}. {}: {}").format(index, _(words), found.figures[only])
                for index, (only, words) in enumerate(FILTERS.items(), start=1)
            ),
            "",
            _("Or type it: <code>/inbox late</code>. To search: <code>/search words</code>."),
        ),
        rows=(
            *in_pairs(buttons),
            (Button(_.label("Search"), tap=AskSearch()),),
            home_row(_, back=OpenInbox()),
        ),
    )


def ask_search(_: Texts) -> Screen:
    return Screen(
        lines(
            _("<b>What are you looking for?</b>"),
            _(
                "Please type a number, a place or words of the letter. I look through all appeals "
                "to your deputy, closed ones too."
            ),
        ),
        rows=(home_row(_, back=ChooseFilter()),),
    )


def results(_: Texts, found: Page, *, named: bool) -> Screen:
    """The newest; whoever needs others adds a word."""
    rows = numbered(found)
    more = found.total - len(rows)
    nothing = _("No appeal holds all of these words. Please try fewer, or a part.")
    return Screen(
        lines(
            _("<b>Found: {n}</b>", n=found.total),
            *(row_line(_, index, row, named=named) for index, row in rows),
            None if rows else nothing,
            _("Older ones besides: {n}. Another word narrows it down.", n=more)
            if more > 0
            else None,
        ),
        rows=(
            *case_rows(rows),
            (Button(_.label("Search again"), tap=AskSearch()),),
            home_row(_, back=OpenInbox()),
        ),
    )


def tools(_: Texts, mandate_id: int) -> Screen:
    """`mandate_id` is 0 for whoever works for several: they are asked whose."""
    return Screen(
        lines(
            _("<b>For the work with appeals</b>"),
            _("To work in a Telegram group: add me to it and send <code>/connect</code> there."),
            _("By words: <code>/brief</code>, <code>/templates</code>, <code>/search</code>."),
        ),
        rows=(
            (Button(_.label("What the district asks"), tap=OpenBrief(mandate_id=mandate_id)),),
            (Button(_.label("Templates"), tap=OpenTemplates(mandate_id=mandate_id)),),
            (Button(_.label("Announcements"), tap=NewAnnouncement(mandate_id=mandate_id)),),
            (Button(_.label("What is recorded about you"), tap=OpenAbout(mandate_id=mandate_id)),),
            (Button(_.label("My name for colleagues"), tap=CallMe(mandate_id=mandate_id)),),
            home_row(_, back=OpenInbox()),
        ),
    )


def choose_deputy(_: Texts, deputies: list[Deputy]) -> Screen:
    """For somebody of several workspaces."""
    rows = tuple(
        (Button(_.name(one.name), tap=OpenTools(mandate_id=one.mandate_id), choice=index),)
        for index, one in enumerate(deputies[:CHOICES], start=1)
    )
    return Screen(_("<b>Of which deputy?</b>"), rows=(*rows, home_row(_, back=OpenInbox())))
