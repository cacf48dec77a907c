"""An invitation as the invited person sees it."""

from domain.roles import DEPUTY_SIDE, Role
from handlers.common.links import FindDeputy, OpenInbox, OpenReview
from handlers.common.navigation import home_row
from handlers.common.role_words import role_label
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from handlers.membership import words
from handlers.membership.callbacks import AcceptInvite, Admin, Assistants, DeclineInvite
from services.grants import Scope
from services.invites import Opened


def invitation(_: Texts, opened: Opened, ticket: str) -> Screen:
    """Nothing is taken by looking: the link stays good until somebody accepts."""
    return Screen(
        lines(
            words.invited_as(_, opened.scope),
            words.duties(_, opened.scope),
            "",
            _("The link works once, until {moment}.", moment=_.moment(opened.expires_at)),
        ),
        rows=(
            (Button(_.label("Accept"), tap=AcceptInvite(ticket=ticket)),),
            (Button(_.label("Not now"), tap=DeclineInvite()),),
        ),
    )


def welcome(_: Texts, scope: Scope) -> Screen:
    """What is open now, and the first step."""
    return Screen(
        lines(
            _("Welcome. Your role from now on:"),
            _("<b>{role}</b>", role=role_label(_, scope)),
            words.duties(_, scope),
            "",
            _("You can leave the role at any time in /settings."),
        ),
        rows=(*_first_steps(_, scope), home_row(_)),
    )


def already(_: Texts, scope: Scope) -> Screen:
    return Screen(
        lines(
            _("You have this role already: <b>{role}</b>.", role=role_label(_, scope)),
            words.duties(_, scope),
        ),
        rows=(*_first_steps(_, scope), home_row(_)),
    )


def declined(_: Texts) -> Screen:
    return Screen(
        _("Fine. Nothing has changed, and the link works until its last day."), rows=(home_row(_),)
    )


def gone(_: Texts) -> Screen:
    """The same for unknown, used, withdrawn and expired links."""
    return Screen(
        _(
            "This invitation does not work. Each link works once and for a limited time. "
            "Please ask the person who invited you for a new one."
        ),
        rows=(home_row(_),),
    )


def open_again(_: Texts) -> Screen:
    return Screen(_("Please open the invitation link once more."), rows=(home_row(_),))


def _first_steps(_: Texts, scope: Scope) -> Rows:
    if scope.role in DEPUTY_SIDE:
        rows: Rows = ((Button(_.label("Appeals to the deputy"), tap=OpenInbox()),),)
        if scope.role is Role.DEPUTY and scope.deputy is not None:
            tap = Assistants(mandate_id=scope.deputy.mandate_id)
            rows += ((Button(_.label("My assistants"), tap=tap),),)
        return rows
    if scope.role is Role.COORDINATOR:
        return (
            (Button(_.label("What waits for me"), tap=OpenReview()),),
            (Button(_.label("People and data"), tap=Admin()),),
        )
    return ((Button(_.label("Find my deputy"), tap=FindDeputy()),),)
