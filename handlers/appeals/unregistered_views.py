"""Screens of the author's letters that a person looks at first, or that came back."""

from markupsafe import Markup

from handlers.appeals.callbacks import OpenUnregistered, Rewrite, ShowAlike, TakeBack
from handlers.common.links import MyAppeals
from handlers.common.navigation import home_row
from handlers.common.review_words import RETURNED_FOR
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from services.appeals.registration import Sent
from services.appeals.unregistered import Waiting


def held(_: Texts, sent: Sent) -> Screen:
    """Instead of the receipt: nothing is lost, and by when somebody has looked."""
    day = sent.looked_at_by
    return Screen(
        lines(
            _("<b>Thank you, your letter is here.</b>"),
            _("A person is checking it before it is registered: by {day}.", day=_.date(day))
            if day
            else None,
            _("That happens when many similar letters come at once or some words need a look. "
              "The moment at which you sent it counts; you will be told what follows."),
        ),
        rows=(*_while_held(_, sent.appeal_id), home_row(_)),
    )  # fmt: skip


def _while_held(_: Texts, letter_id: int) -> Rows:
    return (
        (Button(_.label("Letters about the same"), tap=ShowAlike(letter_id=letter_id)),),
        (Button(_.label("Take it back"), tap=TakeBack(letter_id=letter_id)),),
    )


def letter(_: Texts, found: Waiting) -> Screen:
    return checked(_, found) if found.look_by else returned(_, found)


def checked(_: Texts, found: Waiting) -> Screen:
    return Screen(
        lines(
            _("<b>A person is checking this letter</b>"),
            _("To {name}", name=_.name(found.deputy.name)),
            _("You will be told by {day}.", day=_.date(found.look_by)) if found.look_by else None,
            Markup("<blockquote>{}</blockquote>").format(found.text) if found.text else None,
        ),
        rows=(*_while_held(_, found.id), home_row(_, back=MyAppeals())),
    )


def returned(_: Texts, found: Waiting) -> Screen:
    """Why it came back, and until when it can be rewritten."""
    why = found.returned_for
    return Screen(
        lines(
            _("<b>Your letter to {name} was not registered.</b>", name=_.name(found.deputy.name)),
            _(RETURNED_FOR[why]) if why else None,
            _("You can rewrite and send it until {day}; the text is kept until then.",
              day=_.date(found.rewrite_by)) if found.rewrite_by else None,
            Markup("<blockquote>{}</blockquote>").format(found.text) if found.text else None,
        ),
        rows=(
            (Button(_.label("Rewrite"), tap=Rewrite(letter_id=found.id)),),
            home_row(_, back=MyAppeals()),
        ),
    )  # fmt: skip


def ask_take_back(_: Texts, found: Waiting) -> Screen:
    sure = TakeBack(letter_id=found.id, sure=True)
    return Screen(
        _("Take this letter back? It will not be registered and nobody will answer it."),
        rows=(
            (Button(_.label("Yes, take it back"), tap=sure),),
            home_row(_, back=OpenUnregistered(letter_id=found.id)),
        ),
    )


def taken_back(_: Texts) -> Screen:
    return Screen(
        _("The letter is taken back. It was not registered."),
        rows=((Button(_.label("My appeals"), tap=MyAppeals()),), home_row(_)),
    )


def row(_: Texts, found: Waiting) -> Button:
    """Above the list of one's appeals."""
    name = _.name(found.deputy.name)
    label = (
        _.label("Being checked: to {name}", name=name)
        if found.look_by
        else _.label("Came back: to {name}", name=name)
    )
    return Button(label, tap=OpenUnregistered(letter_id=found.id))
