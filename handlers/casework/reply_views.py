"""Screens of the author's reply to a question."""

from markupsafe import Markup

from handlers.casework.callbacks import ReplyAnew, SendReply
from handlers.common.cases import dates, number
from handlers.common.links import OpenAppeal, ReplyToQuestion
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from services.appeals.files import FILE_LIMIT
from services.appeals.reading import Case
from services.appeals.replying import REPLY_LIMIT, Reply


def writing(_: Texts, reply: Reply, note: Markup | None = None) -> Screen:
    """The question, and how much of the reply has come so far."""
    return Screen(
        lines(
            note,
            _("<b>Your reply to the question about {number}</b>", number=number(reply)),
            Markup("<blockquote>{}</blockquote>").format(reply.question),
            *(_so_far(_, reply) if reply.begun else _invitation(_)),
            _("It is awaited by {day}.", day=_.date(reply.until)) if reply.until else None,
        ),
        rows=(
            *(_go_on(_, reply) if reply.begun else ()),
            home_row(_, back=OpenAppeal(appeal_id=reply.appeal_id)),
        ),
    )


def _invitation(_: Texts) -> tuple[object, ...]:
    return (
        _(
            "One message or several, up to {limit} characters; "
            "photos and documents, up to {files}.",
            limit=_.number(REPLY_LIMIT),
            files=FILE_LIMIT,
        ),
    )


def _so_far(_: Texts, reply: Reply) -> tuple[object, ...]:
    files = len(reply.files)
    return (
        _("You have written:") if reply.text else None,
        Markup("{}").format(reply.text) if reply.text else None,
        _.n("{n} file is attached.", "{n} files are attached.", files) if files else None,
        _("More can follow. A message that you edit replaces its part."),
    )


def _go_on(_: Texts, reply: Reply) -> Rows:
    ident = reply.appeal_id
    return (
        (Button(_.label("Send the reply"), tap=SendReply(appeal_id=ident)),),
        (Button(_.label("Start over"), tap=ReplyAnew(appeal_id=ident)),),
    )


def sent(_: Texts, case: Case) -> Screen:
    return Screen(
        lines(
            _("Thank you. Your reply is on its way to the deputy's side."),
            number(case),
            dates(_, case),
        ),
        rows=((Button(_.label("Open"), tap=OpenAppeal(appeal_id=case.id)),), home_row(_)),
    )


def kept(_: Texts, reply: Reply) -> Screen:
    return Screen(
        _("The reply is not sent. What you wrote is kept."),
        rows=(
            (Button(_.label("Go on writing"), tap=ReplyToQuestion(appeal_id=reply.appeal_id)),),
            home_row(_, back=OpenAppeal(appeal_id=reply.appeal_id)),
        ),
    )
