"""Screens of letters that a coordinator looks at before they are registered."""

from markupsafe import Markup

from domain.appeals import ReturnReason
from handlers.common.cases import letter as letter_words
from handlers.common.cases import subject, telegram_files
from handlers.common.links import OpenReview
from handlers.common.navigation import home_row, in_pairs, pager
from handlers.common.review_words import HELD_FOR, RETURN_LABELS, RETURNED_FOR
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from handlers.coordination.callbacks import (
    AskReturn,
    GiveBack,
    HeldFiles,
    HeldLetters,
    OpenHeld,
    Release,
)
from services.appeals.held import PAGE, HeldLetter, HeldPage, HeldRow


def queue(_: Texts, page: HeldPage, note: Markup | None = None) -> Screen:
    """The oldest first."""
    if not page.total:
        return Screen(
            lines(note, _("<b>No letter waits to be looked at.</b>")),
            rows=(home_row(_, back=OpenReview()),),
        )
    rows = list(enumerate(page.rows, start=page.page * PAGE + 1))
    return Screen(
        lines(
            note,
            _("<b>To be looked at before they are registered: {n}</b>", n=page.total),
            *(_row(_, index, row) for index, row in rows),
        ),
        rows=(
            *(
                (Button(_label(_, index, row), tap=OpenHeld(letter_id=row.id), choice=index),)
                for index, row in rows
            ),
            *pager(_, page.page, page.total, lambda page: HeldLetters(page=page)),
            home_row(_, back=OpenReview()),
        ),
    )


def _label(_: Texts, index: int, row: HeldRow) -> str:
    return _.label("{index}. To {name}", index=index, name=_.name(row.deputy_name))


def _row(_: Texts, index: int, row: HeldRow) -> Markup:
    return lines(
        "",
        Markup("{}. {} · {}").format(index, _.name(row.deputy_name), subject(_, row)),
        _("{reason}; by {day}", reason=_(HELD_FOR[row.reason]), day=_.date(row.look_by)),
    )


def letter(_: Texts, found: HeldLetter) -> Screen:
    """The letter in full, why it is here, and the two ways on."""
    return Screen(
        lines(
            _("<b>Please look at this letter</b>"),
            _("Why: {reason}", reason=_(HELD_FOR[found.reason])),
            _("Received on {moment}", moment=_.moment(found.received_at)),
            _("To be looked at by {day}", day=_.date(found.look_by)),
            _("To {name}", name=_.name(found.deputy.name)),
            "",
            letter_words(_, found),
        ),
        rows=(
            (Button(_.label("Register it"), tap=Release(letter_id=found.id)),),
            (Button(_.label("Return it"), tap=AskReturn(letter_id=found.id)),),
            *_files(_, found),
            home_row(_, back=HeldLetters()),
        ),
    )


def _files(_: Texts, found: HeldLetter) -> Rows:
    if not found.files:
        return ()
    label = _.label_n("Show {n} file", "Show {n} files", len(found.files))
    return ((Button(label, tap=HeldFiles(letter_id=found.id)),),)


def files(_: Texts, found: HeldLetter) -> Screen:
    return Screen(
        _("The files of the letter to {name}.", name=_.name(found.deputy.name)),
        files=telegram_files(found.files),
        rows=(home_row(_, back=OpenHeld(letter_id=found.id)),),
    )


def ask_reason(_: Texts, found: HeldLetter) -> Screen:
    """The author reads the reason; nothing else can be one."""
    buttons = [
        Button(
            _.label(RETURN_LABELS[one]), tap=GiveBack(letter_id=found.id, reason=one), choice=index
        )
        for index, one in enumerate(ReturnReason, start=1)
    ]
    return Screen(
        lines(
            _("<b>Why does it go back?</b> The author reads:"),
            *(
                Markup("{}. {}").format(index, _(RETURNED_FOR[one]))
                for index, one in enumerate(ReturnReason, start=1)
            ),
        ),
        rows=(*in_pairs(buttons), home_row(_, back=OpenHeld(letter_id=found.id))),
    )
