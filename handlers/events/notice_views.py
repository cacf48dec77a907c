"""Messages about an announcement: what is new, what changed, what is asked when it is over."""

from dataclasses import replace

from markupsafe import Markup

from handlers.common.fact_links import LogAnnounced
from handlers.common.links import (
    NewAnnouncement,
    OpenAnnouncement,
    OpenAnnouncements,
    OpenCard,
    StopFollowing,
)
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts
from handlers.events import views
from handlers.events.callbacks import TookPlace
from services.events.scope import Announced


def notice(_: Texts, head: Markup | None, one: Announced) -> Screen:
    """The same announcement as a message, with what happened on top."""
    text = views.body(_, one) if head is None else lines(head, "", views.body(_, one))
    opened = Button(_.label("Open"), tap=OpenAnnouncement(ident=one.id))
    rows = views.answer_rows(_, one) if one.starts_at and one.is_open else ((opened,),)
    return Screen(text, rows=(*rows, home_row(_)), fresh=True)


def announced(_: Texts, one: Announced, subscription_id: int) -> Screen:
    """For a follower, who can stop it here."""
    shown = notice(_, None, one)
    stop = Button(_.label("Stop following"), tap=StopFollowing(subscription_id=subscription_id))
    return replace(shown, rows=(*shown.rows[:-1], (stop,), shown.rows[-1]))


def ended(_: Texts, one: Announced) -> Screen:
    shown = replace(views.card(_, one), rows=(home_row(_),), fresh=True)
    return replace(
        shown,
        text=lines(_("<b>What you wanted to come to will not take place.</b>"), "", shown.text),
    )


def ask_whether(_: Texts, one: Announced) -> Screen:
    return Screen(
        lines(_("<b>Did it take place?</b>"), "", views.body(_, one)),
        rows=(
            (
                Button(_.label("Yes"), tap=TookPlace(ident=one.id, it_did=True)),
                Button(_.label("No"), tap=TookPlace(ident=one.id, it_did=False)),
            ),
            home_row(_),
        ),
        fresh=True,
    )


def thanks(_: Texts, one: Announced, *, it_did: bool) -> Screen:
    said = _("Noted: it took place.") if it_did else _("Noted: it did not take place.")
    again = Button(
        _.label("No, it did not") if it_did else _.label("Yes, it did"),
        tap=TookPlace(ident=one.id, it_did=not it_did),
    )
    return Screen(
        lines(said, _("Thank you. It helps those who follow the deputy's work.")),
        rows=((again,), home_row(_, OpenCard(mandate_id=one.deputy.mandate_id))),
    )


def to_log(_: Texts, one: Announced) -> Screen:
    return Screen(
        lines(
            _("<b>Something that was announced is over.</b>"),
            _("Were you there, or have you read about it? Then please record it: "
              "the form is filled in from the announcement."),
            "",
            views.body(_, one),
        ),
        rows=((Button(_.label("Record it"), tap=LogAnnounced(ident=one.id)),), home_row(_)),
        fresh=True,
    )  # fmt: skip


def stopped(_: Texts, one: Announced) -> Screen:
    return Screen(
        lines(
            _("<b>A coordinator has stopped an announcement of yours.</b>"),
            _("The reason: {reason}", reason=one.end_reason or ""),
            _("Those who said that they would come are told. You can announce it anew, otherwise."),
            "",
            views.body(_, one),
        ),
        rows=(
            (Button(_.label("Announce"), tap=NewAnnouncement(mandate_id=one.deputy.mandate_id)),),
            home_row(_, OpenAnnouncements(mandate_id=one.deputy.mandate_id)),
        ),
        fresh=True,
    )
