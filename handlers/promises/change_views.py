"""One verdict on its way: for whoever proposed it, decides about it or is concerned by it."""

from markupsafe import Markup

from domain.promises import OPEN, ChangeState, ResponseKind, Subject
from domain.records import ReturnReason
from handlers.common.due_words import explained
from handlers.common.fact_links import OpenChange, OpenDisputes, OpenPromise, OpenStatuses, Respond
from handlers.common.links import OpenReview
from handlers.common.navigation import home_row, pager
from handlers.common.promise_words import (
    OPINION,
    RETURNED_FOR,
    STATES,
    STATUSES,
    all_files,
    verdict,
)
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from handlers.promises.callbacks import AskReturn, Confirm, GiveBack, ShowProofs, WhyDay, Withdraw
from handlers.promises.views import heading
from services.promises.reading import Change
from services.promises.reviewing import Queue

SEEN = (ChangeState.WITH_DEPUTY, ChangeState.PUBLIC)


def change(_: Texts, found: Change, note: Markup | None = None) -> Screen:
    one = found.verdict
    return Screen(
        lines(
            note,
            heading(_, found.promise),
            _("Now: {status}", status=_(STATUSES[found.promise.status]))
            if one.state in OPEN
            else None,
            "",
            verdict(_, one),
            "",
            _(STATES[one.state]),
            _("Reason: {reason}.", reason=_(RETURNED_FOR[one.returned_for]))
            if one.returned_for
            else None,
            _until(_, found),
            _(OPINION),
        ),
        rows=(*_rows(_, found), home_row(_, OpenPromise(promise_id=one.promise_id))),
    )


def _until(_: Texts, found: Change) -> Markup | None:
    one = found.verdict
    if one.state is not ChangeState.WITH_DEPUTY or one.reply_by is None:
        return None
    return _("Right of reply: by {day}. After that day it is public.", day=_.date(one.reply_by.due))


def _rows(_: Texts, found: Change) -> Rows:
    one = found.verdict
    rows: list[tuple[Button, ...]] = []
    if found.may_review and one.state is ChangeState.PROPOSED:
        rows.append(
            (
                Button(_.label("Confirm"), tap=Confirm(change_id=one.id)),
                Button(_.label("Return it"), tap=AskReturn(change_id=one.id)),
            )
        )
    looks: list[Button] = []
    if all_files(one):
        looks.append(Button(_.label("Show the files"), tap=ShowProofs(change_id=one.id)))
    if one.state is ChangeState.WITH_DEPUTY:
        looks.append(Button(_.label("Why this day?"), tap=WhyDay(change_id=one.id)))
    if looks:
        rows.append(tuple(looks))
    if found.is_side and one.state in SEEN:
        rows.append(
            (
                Button(_.label("Reply"), tap=_say(found, ResponseKind.ANSWER)),
                Button(_.label("I disagree"), tap=_say(found, ResponseKind.DISPUTE)),
            )
        )
    if found.is_proposer and one.state in OPEN:
        rows.append((Button(_.label("Withdraw it"), tap=Withdraw(change_id=one.id)),))
    if found.may_review:
        rows.append((Button(_.label("Other proposed statuses"), tap=OpenStatuses()),))
    return tuple(rows)


def _say(found: Change, kind: ResponseKind) -> Respond:
    return Respond(
        mandate_id=found.promise.deputy.mandate_id,
        subject=Subject.CHANGE,
        ident=found.verdict.id,
        kind=kind,
    )


def why_day(_: Texts, found: Change) -> Screen:
    term = found.verdict.reply_by
    return Screen(
        explained(_, term) if term else _("Nothing is counted yet."),
        rows=(home_row(_, OpenChange(change_id=found.verdict.id)),),
    )


def ask_return(_: Texts, found: Change) -> Screen:
    ident = found.verdict.id
    return Screen(
        lines(
            heading(_, found.promise),
            _("<b>Why is it returned?</b> Whoever proposed it reads the reason."),
            _("Tap a reason, or type its number."),
        ),
        rows=(
            *(
                (
                    Button(
                        _.label(RETURNED_FOR[reason]),
                        tap=GiveBack(change_id=ident, reason=reason),
                        choice=n,
                    ),
                )
                for n, reason in enumerate(ReturnReason, 1)
            ),
            home_row(_, OpenChange(change_id=ident)),
        ),
    )


def queue(_: Texts, found: Queue, disputes: int = 0, note: Markup | None = None) -> Screen:
    """The oldest first; deputies who disagree are another queue."""
    start = found.page * 5
    rows = list(enumerate(found.rows, start + 1))
    label = _.label("Deputies disagree: {n}", n=disputes)
    return Screen(
        lines(
            note,
            _("<b>Proposed statuses that wait: {n}</b>", n=found.total)
            if found.total
            else _("<b>No proposed status waits.</b>"),
            *(
                Markup("{}. {}: {}").format(n, _.name(one.deputy), _(STATUSES[one.status]))
                for n, one in rows
            ),
        ),
        rows=(
            *(
                (
                    Button(
                        f"{n}. {_.name(one.deputy)}",
                        tap=OpenChange(change_id=one.change_id),
                        choice=n,
                    ),
                )
                for n, one in rows
            ),
            *pager(_, found.page, found.total, lambda to: OpenStatuses(page=to)),
            *([(Button(label, tap=OpenDisputes()),)] if disputes else []),
            home_row(_, OpenReview()),
        ),
    )
