"""Screens of a receipt and of its verification."""

from domain.secret_words import written
from handlers.common.cases import OUTCOMES, STATES, number
from handlers.common.deep_links import RECEIPT_LINK
from handlers.common.links import FindDeputy, MyAppeals, OpenAppeal, VerifyReceipt
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts, marked
from services.appeals.receipts import Receipt, Verified


def receipt(_: Texts, found: Receipt) -> Screen:
    """For its author: the words, a link that holds both, and what they show."""
    link = _.link(RECEIPT_LINK, f"{found.number}_{found.words}")
    return Screen(
        lines(
            _("<b>The receipt of {number}</b>", number=number(found)),
            _("Secret words: <code>{words}</code>", words=written(found.words, _.language)),
            "",
            _("Whoever has the number and the secret words, or the link, sees when the letter was "
              "registered, how it stands and its dates. Nobody sees names or the text."),
            "",
            _("Show them only to whom you want to prove it."),
        ),
        rows=(
            (Button(_.label("Copy the link"), copy=link),),
            (Button(_.label("Copy the secret words"), copy=written(found.words, _.language)),),
            home_row(_, back=OpenAppeal(appeal_id=found.appeal_id)),
        ),
    )  # fmt: skip


def ask_number(_: Texts) -> Screen:
    return Screen(
        lines(
            _("<b>Verify a receipt</b>"),
            _("Type the registration number, for example MZH-2026-000001-U, then the secret words "
              "of the receipt. Both fit in one message."),
        ),
        rows=(home_row(_),),
    )  # fmt: skip


def ask_words(_: Texts, shown: str) -> Screen:
    return Screen(
        lines(
            _("Registration number: <code>№ {number}</code>", number=shown),
            _("<b>Now the secret words of its receipt.</b>"),
        ),
        rows=((Button(_.label("My appeals"), tap=MyAppeals()),), home_row(_)),
    )


def verified(_: Texts, found: Verified) -> Screen:
    """That it is real, and how it stands."""
    dates = (
        (found.acknowledge_by, marked("To be taken into work by {day}")),
        (found.answer_by, marked("To be answered by {day}")),
    )
    return Screen(
        lines(
            _("<b>The receipt is genuine.</b>"),
            number(found),
            _.name(found.assembly),
            "",
            _("Received on {moment}", moment=_.moment(found.received_at)),
            _("Registered on {day}", day=_.date(found.registered_on)),
            _("State: <b>{state}</b>", state=_.label(STATES[found.state])),
            _("Since {moment}", moment=_.moment(found.state_since)) if found.state_since else None,
            *(_(words, day=_.date(day)) for day, words in dates if day is not None),
            _("Outcome: {outcome}", outcome=_.label(OUTCOMES[found.outcome]))
            if found.outcome
            else None,
            "",
            _("Names and the text are not shown here."),
        ),
        rows=(
            (Button(_.label("Verify another receipt"), tap=VerifyReceipt()),),
            (Button(_.label("Find my deputy"), tap=FindDeputy()),),
            home_row(_),
        ),
    )


def not_genuine(_: Texts) -> Screen:
    """The same for a number that is not there and for words that do not fit."""
    return Screen(
        _("There is no receipt with this number and these secret words. Please check both."),
        rows=((Button(_.label("Try again"), tap=VerifyReceipt()),), home_row(_)),
        fresh=True,
    )
