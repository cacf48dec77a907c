"""A dispute, for the coordinator who decides about it and for both sides afterwards."""

from markupsafe import Markup

from domain.promises import Subject
from domain.records import ReturnReason
from handlers.common.fact_links import OpenDisputes
from handlers.common.links import OpenReview
from handlers.common.navigation import home_row, pager
from handlers.common.promise_words import RETURNED_FOR, response
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from handlers.recorded.callbacks import AskReject, AskUphold, DisputeFiles, OpenDispute, Uphold
from handlers.recorded.fact_words import SUBJECTS, full
from handlers.recorded.views import all_files
from services.promises.facts import PAGE
from services.promises.settling import REASON_LIMIT, Dispute, Queue


def queue(_: Texts, found: Queue, note: Markup | None = None) -> Screen:
    rows = list(enumerate(found.rows, found.page * PAGE + 1))
    return Screen(
        lines(
            note,
            _("<b>Deputies disagree with what is recorded: {n}</b>", n=found.total)
            if found.total
            else _("<b>No dispute waits.</b>"),
        ),
        rows=(
            *(
                (
                    Button(
                        f"{n}. {_.name(one.deputy)}, {_.label(SUBJECTS[one.subject])}",
                        tap=OpenDispute(response_id=one.response_id),
                        choice=n,
                    ),
                )
                for n, one in rows
            ),
            *pager(_, found.page, found.total, lambda to: OpenDisputes(page=to)),
            home_row(_, OpenReview()),
        ),
    )


def dispute(_: Texts, found: Dispute, note: Markup | None = None) -> Screen:
    return Screen(
        lines(
            note,
            _("<b>{name} disagrees</b>", name=_.name(found.deputy.name)),
            full(_, found.fact)
            if found.fact
            else lines(_("The record was returned."), response(_, found.response)),
            "",
            _("If the deputy's side is right, the record is returned to whoever made it.")
            if found.may_settle
            else None,
        ),
        rows=(*_rows(_, found), home_row(_, OpenDisputes() if found.may_settle else None)),
    )


def _rows(_: Texts, found: Dispute) -> Rows:
    rows: list[tuple[Button, ...]] = []
    ident = found.response.id
    if found.may_settle:
        right = AskUphold(response_id=ident)
        rows.append((Button(_.label("The deputy's side is right"), tap=right),))
        rows.append((Button(_.label("Leave it as it is"), tap=AskReject(response_id=ident)),))
    if found.fact and all_files(found.fact):
        tap = DisputeFiles(response_id=ident)
        rows.append((Button(_.label("Show the files"), tap=tap),))
    return tuple(rows)


def files(_: Texts, found: Dispute) -> Screen:
    return Screen(
        _("The files of this record and of what is said to it."),
        files=all_files(found.fact) if found.fact else (),
        rows=(home_row(_, OpenDispute(response_id=found.response.id)),),
    )


def ask_uphold(_: Texts, found: Dispute) -> Screen:
    """What is wrong with the record; a figure of a source has no maker who could mend it."""
    ident = found.response.id
    reasons = (ReturnReason.UNCLEAR,) if found.subject is Subject.FIGURE else tuple(ReturnReason)
    return Screen(
        _("<b>What is wrong with the record?</b> Both sides are told."),
        rows=(
            *(
                (
                    Button(
                        _.label(RETURNED_FOR[reason]),
                        tap=Uphold(response_id=ident, reason=reason),
                        choice=n,
                    ),
                )
                for n, reason in enumerate(reasons, 1)
            ),
            home_row(_, OpenDispute(response_id=ident)),
        ),
    )


def ask_reason(_: Texts, found: Dispute, note: Markup | None = None) -> Screen:
    return Screen(
        lines(
            note,
            _("<b>Why does it stay as it is?</b> Everybody reads the reason beside it."),
            _("One message, up to {limit} characters.", limit=_.number(REASON_LIMIT)),
        ),
        rows=(home_row(_, OpenDispute(response_id=found.response.id)),),
    )


def left(_: Texts, response_id: int) -> Screen:
    return Screen(
        _("Nothing was decided."), rows=(home_row(_, OpenDispute(response_id=response_id)),)
    )
