"""The inbox: figures, the most urgent appeals, and what to say where there are none."""

from markupsafe import Markup

from handlers.common.cases import STATES, days_left_words, number, numbered, subject
from handlers.common.deep_links import CARD_LINK, share_link
from handlers.common.links import FindDeputy, MyAppeals, NewAnnouncement, OpenCase, OpenInbox
from handlers.common.navigation import home_row, pager
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts, marked
from handlers.workspace.callbacks import (
    ChooseFilter,
    FilterInbox,
    OpenTools,
)
from services.appeals.reading import Row
from services.desk.inbox import Inbox, Only
from services.directory import Deputy

SHARED = 3  # share links on an empty screen

FILTERS = {
    Only.ALL: marked("All"),
    Only.NEW: marked("New"),
    Only.TODAY: marked("Due today"),
    Only.LATE: marked("Late"),
    Only.MINE: marked("Mine"),
    Only.WAITING: marked("Waiting for the author"),
}


def no_workspace(_: Texts) -> Screen:
    """For whoever types /inbox without being of a deputy's side."""
    return Screen(
        lines(
            _("<b>This is the inbox of deputies and their assistants.</b>"),
            _("If you are one of them, ask a coordinator for your invitation link."),
            _("Your own letters are under /appeals."),
        ),
        rows=(
            (Button(_.label("My appeals"), tap=MyAppeals()),),
            (Button(_.label("Find my deputy"), tap=FindDeputy()),),
            home_row(_),
        ),
    )


def empty_inbox(_: Texts, deputies: list[Deputy]) -> Screen:
    """What will come here, and how voters find the way."""
    return Screen(
        lines(
            _("<b>No appeal waits for an answer.</b>"),
            _(
                "A new one comes here by itself: the letter, its number "
                "and the date by which the answer is due."
            ),
            _("Voters find you by this link; share it wherever they read you:"),
            *(_.link(CARD_LINK, one.mandate_id) for one in deputies[:SHARED]),
        ),
        rows=(
            *(_share_row(_, one) for one in deputies[:SHARED]),
            (Button(_.label("Announce a meeting or news"), tap=NewAnnouncement()),),
            home_row(_),
        ),
    )


def _share_row(_: Texts, deputy: Deputy) -> tuple[Button, ...]:
    name = _.name(deputy.name)
    words = _.label("Write to {name} here", name=name)
    url = share_link(_.link(CARD_LINK, deputy.mandate_id), words)
    return (Button(_.label("Share the link of {name}", name=name), url=url),)


def inbox(_: Texts, found: Inbox, *, named: bool) -> Screen:
    """The figures of a Monday morning, then the most urgent. `named`: of several deputies."""
    rows = numbered(found)
    return Screen(
        lines(
            *_figures(_, found),
            *(row_line(_, index, row, named=named) for index, row in rows),
            "",
            _("Tap an appeal, or type its number in the list.")
            if rows
            else _("There are none of this kind now."),
        ),
        rows=(
            *case_rows(rows),
            *pager(_, found.page, found.total, lambda page: turned(found.only, page)),
            (
                Button(_.label("Filter and search"), tap=ChooseFilter()),
                Button(_.label("Brief and templates"), tap=OpenTools()),
            ),
            home_row(_, back=None if found.only is Only.ALL else OpenInbox()),
        ),
    )


def turned(only: Only, page: int) -> OpenInbox | FilterInbox:
    return OpenInbox(page=page) if only is Only.ALL else FilterInbox(only=only, page=page)


def case_rows(rows: list[tuple[int, Row]]) -> Rows:
    return tuple(
        (Button(f"{index}. № {row.number}", tap=OpenCase(appeal_id=row.id), choice=index),)
        for index, row in rows
    )


def _figures(_: Texts, found: Inbox) -> tuple[Markup, ...]:
    if found.only is not Only.ALL:
        return (_("<b>{filter}: {n}</b>", filter=_(FILTERS[found.only]), n=found.total),)
    return (
        _("<b>Appeals that wait for an answer: {n}</b>", n=found.total),
        _("Late: {n}", n=found.figures[Only.LATE]),
        _("Due today: {n}", n=found.figures[Only.TODAY]),
        _("New, not taken into work: {n}", n=found.figures[Only.NEW]),
    )


def row_line(_: Texts, index: int, row: Row, *, named: bool) -> Markup:
    about = (
        _.name(row.deputy_name) if named else None,
        row.place,
        subject(_, row),
        days_left_words(_, row.days_left) or _(STATES[row.state]),
    )
    return lines(
        "",
        Markup("{}. {}").format(index, number(row)),
        Markup(" · ").join(part for part in about if part),
    )
