"""Screens of proposing a status."""

from collections.abc import Sequence

from markupsafe import Markup

from domain.promises import PromiseStatus
from handlers.common.fact_links import OpenPromise
from handlers.common.navigation import home_row, in_pairs
from handlers.common.promise_words import STATUSES, proofs, status
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts
from handlers.promises.callbacks import LookOver, PickStatus, Propose, SendChange
from handlers.promises.views import heading
from services.promises.proofs import MOST, Proof
from services.promises.proposing import REASON_LIMIT
from services.promises.reading import PromiseView


def ask_status(_: Texts, found: PromiseView) -> Screen:
    """Every status but the one it has."""
    others = [one for one in PromiseStatus if one is not found.status]
    buttons = [
        Button(_.label(STATUSES[one]), tap=PickStatus(promise_id=found.id, status=one), choice=n)
        for n, one in enumerate(others, 1)
    ]
    return Screen(
        lines(
            heading(_, found),
            _("Now: {status}", status=status(_, found.status)),
            _("<b>Which status do you propose?</b>"),
            _("You will need a reason and evidence: a link, a photo or a document."),
        ),
        rows=(*in_pairs(buttons), home_row(_, OpenPromise(promise_id=found.id))),
    )


def ask_reason(
    _: Texts, found: PromiseView, chosen: PromiseStatus, note: Markup | None = None
) -> Screen:
    return Screen(
        lines(
            note,
            heading(_, found),
            _("You propose: {status}", status=status(_, chosen)),
            _("<b>Why?</b> Please write what happened and when, without judging anybody."),
            _(
                "One message, up to {limit} characters. Everybody can read it later.",
                limit=_.number(REASON_LIMIT),
            ),
        ),
        rows=(home_row(_, Propose(promise_id=found.id)),),
    )


def ask_evidence(
    _: Texts, found: PromiseView, given: Sequence[Proof], note: Markup | None = None
) -> Screen:
    look = (Button(_.label("Look it over"), tap=LookOver(promise_id=found.id)),)
    return Screen(
        lines(
            note,
            _("<b>What shows it?</b> Please send a link, a photo or a document."),
            _("Up to {limit} pieces, one message each.", limit=MOST),
            proofs(_, given),
        ),
        rows=(*([look] if given else []), home_row(_, Propose(promise_id=found.id))),
    )


def look(
    _: Texts, found: PromiseView, chosen: PromiseStatus, reason: str, given: Sequence[Proof]
) -> Screen:
    return Screen(
        lines(
            heading(_, found),
            _("You propose: {status}", status=status(_, chosen)),
            _("Why: {reason}", reason=reason),
            proofs(_, given),
            "",
            _(
                "A coordinator looks at it; then the deputy's side has 5 working days to reply "
                "before it is public. Your name is not shown."
            ),
        ),
        rows=(
            (Button(_.label("Send it to the coordinators"), tap=SendChange(promise_id=found.id)),),
            home_row(_, Propose(promise_id=found.id)),
        ),
    )


def refused(_: Texts, promise_id: int, why: Markup) -> Screen:
    return Screen(why, rows=(home_row(_, OpenPromise(promise_id=promise_id)),))


def left(_: Texts, promise_id: int) -> Screen:
    return Screen(
        _("Nothing was proposed. The promise stands as it was."),
        rows=(home_row(_, OpenPromise(promise_id=promise_id)),),
    )
