"""Screens of who may read a letter that was sent."""

from markupsafe import Markup

from domain.appeals import Visibility
from domain.masks import mask
from handlers.appeals.callbacks import AskPublic, CloseToAll, OpenToAll, WhoReads
from handlers.appeals.publicity_views import masked, summary_wanted
from handlers.common.cases import number
from handlers.common.links import OpenAppeal
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts
from services.appeals.openness import Readers


def who_reads(_: Texts, found: Readers) -> Screen:
    ident = found.appeal_id
    opens = _.label("Another summary") if found.words else _.label("A summary may be public")
    return Screen(
        lines(
            number(found),
            _("<b>Who may read this letter?</b>"),
            *_now(_, found),
        ),
        rows=(
            *(
                ((Button(_.label("Only the deputy's side"), tap=CloseToAll(appeal_id=ident)),),)
                if found.visibility is not Visibility.PRIVATE
                else ()
            ),
            *(((Button(opens, tap=AskPublic(appeal_id=ident)),),) if found.may_open else ()),
            home_row(_, back=OpenAppeal(appeal_id=ident)),
        ),
    )


def _now(_: Texts, found: Readers) -> tuple[Markup, ...]:
    if found.words is None:
        return (
            _("The deputy's side alone."),
            _("If a summary or the text may be public, others with the same trouble can join you, "
              "and the deputy sees how many you are."),
        )  # fmt: skip
    return (
        masked(_, found.words),
        _("If you close it for all, nobody new can read or join it. Who has joined stays."),
    )


def ask(_: Texts, appeal_id: int, note: Markup | None = None) -> Screen:
    return Screen(
        lines(note, summary_wanted(_)),
        rows=(home_row(_, back=WhoReads(appeal_id=appeal_id)),),
    )


def preview(_: Texts, appeal_id: int, words: str) -> Screen:
    return Screen(
        lines(masked(_, mask(words)), "", _("Another message replaces the summary.")),
        rows=(
            (Button(_.label("Open it for all"), tap=OpenToAll(appeal_id=appeal_id)),),
            home_row(_, back=WhoReads(appeal_id=appeal_id)),
        ),
    )
