"""Screens of joining others who ask the same."""

from markupsafe import Markup

from handlers.appeals.callbacks import (
    Join,
    JoinedLetters,
    Leave,
    OpenJoined,
    OpenUnregistered,
    Preview,
    SendOwn,
)
from handlers.common.cases import STATES
from handlers.common.links import MyAppeals
from handlers.common.navigation import home_row, pager
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from services.appeals.alike import Offer
from services.appeals.joining import PAGE, Joined, JoinedPage

SHORT = 80  # in a list
SHOWN = 1500


def offer(_: Texts, found: Offer) -> Screen:
    """Before sending: others ask the same. Nothing is sent yet."""
    own: Rows = ((Button(_.label("Send my own"), tap=SendOwn(draft_id=found.draft_id)),),)
    return Screen(
        lines(*_others(_, found), "", _("Your own letter is kept and not sent yet.")),
        rows=(*_joins(_, found), *own, home_row(_, back=Preview(draft_id=found.draft_id))),
    )


def offer_while_held(_: Texts, found: Offer) -> Screen:
    """A person checks the own letter; joining takes its place."""
    back = OpenUnregistered(letter_id=found.draft_id)
    if not found:
        return Screen(_("Nobody else asks the same at the moment."), rows=(home_row(_, back=back),))
    return Screen(
        lines(*_others(_, found), "", _("If you join, your own letter need not be checked.")),
        rows=(*_joins(_, found), home_row(_, back=back)),
    )


def _others(_: Texts, found: Offer) -> list[Markup]:
    said = [_("<b>Others have written about the same</b>")]
    for index, one in enumerate(found.alike, start=1):
        said += [
            Markup(""),
            _.n("{index}. {n} person asks this:", "{index}. {n} people ask this:", one.people,
                index=index),
            Markup("<blockquote>{}</blockquote>").format(one.words),
        ]  # fmt: skip
    if found.alike:
        said.append(
            _("If you join, you are counted with them and get every answer. "
              "The deputy answers sooner what many ask once.")
        )  # fmt: skip
    if found.others:
        said += [
            Markup(""),
            _("At least {n} others ask about this in private letters.", n=found.others),
        ]
    return said


def _joins(_: Texts, found: Offer) -> Rows:
    return tuple(
        (
            Button(
                _join_label(_, found, index),
                tap=Join(letter_id=found.draft_id, appeal_id=one.id),
                choice=index,
            ),
        )
        for index, one in enumerate(found.alike, start=1)
    )


def _join_label(_: Texts, found: Offer, index: int) -> str:
    if len(found.alike) == 1:
        return _.label("Join")
    return _.label("Join {index}", index=index)


def done(_: Texts, found: Joined) -> Screen:
    return Screen(
        lines(
            _("<b>You have joined.</b>"),
            _.n("{n} person asks this now.", "{n} people ask this now.", found.people),
            _("You get every answer. Your own letter is not sent; it is under /appeals."),
        ),
        rows=(
            (Button(_.label("Open"), tap=OpenJoined(appeal_id=found.id)),),
            (Button(_.label("My appeals"), tap=MyAppeals()),),
            home_row(_),
        ),
        fresh=True,
    )


def joined(_: Texts, found: Joined) -> Screen:
    """How it stands; no name, no place of whoever wrote it."""
    due = found.answer_due
    return Screen(
        lines(
            Markup("<code>№ {}</code>").format(found.number),
            Markup("<b>{}</b>").format(_(STATES[found.state])),
            _("To {name}", name=_.name(found.deputy.name)),
            Markup("<blockquote>{}</blockquote>").format(_shortened(found.words, SHOWN))
            if found.words
            else None,
            _.n("{n} person asks this.", "{n} people ask this.", found.people),
            _("You joined on {day}.", day=_.date(found.joined_on)),
            _("To be answered by {day}", day=_.date(due)) if due else None,
        ),
        rows=(
            (Button(_.label("Leave"), tap=Leave(appeal_id=found.id)),),
            home_row(_, back=JoinedLetters()),
        ),
    )


def ask_leave(_: Texts, found: Joined) -> Screen:
    leave = Leave(appeal_id=found.id, sure=True)
    return Screen(
        _("Leave? You are not counted any more and get no answers. "
          "You can write a letter of your own at any time."),
        rows=(
            (Button(_.label("Yes, leave"), tap=leave),),
            home_row(_, back=OpenJoined(appeal_id=found.id)),
        ),
    )  # fmt: skip


def listed(_: Texts, page: JoinedPage) -> Screen:
    if not page.total:
        return Screen(
            _("You have not joined anybody's letter."),
            rows=((Button(_.label("My appeals"), tap=MyAppeals()),), home_row(_)),
        )
    first = page.page * PAGE + 1
    rows = list(enumerate(page.rows, start=first))
    return Screen(
        lines(
            _("<b>Letters that you joined</b>"),
            *(_line(_, index, row) for index, row in rows),
        ),
        rows=(
            *(
                (
                    Button(
                        f"{index}. № {row.number}",
                        tap=OpenJoined(appeal_id=row.id),
                        choice=index,
                    ),
                )
                for index, row in rows
            ),
            *pager(_, page.page, page.total, lambda page: JoinedLetters(page=page)),
            home_row(_, back=MyAppeals()),
        ),
    )


def _line(_: Texts, index: int, row: Joined) -> Markup:
    return lines(
        Markup("{}. <code>№ {}</code> {}").format(index, row.number, _(STATES[row.state])),
        Markup("{}. {}").format(_.name(row.deputy.name), _shortened(row.words or "", SHORT)),
    )


def _shortened(words: str, limit: int) -> str:
    return words if len(words) <= limit else f"{words[:limit]}…"
