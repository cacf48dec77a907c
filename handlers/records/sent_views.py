"""A record leaves the desk: compared, sent, looked at later, discarded."""

from markupsafe import Markup

from domain.records import RecordKind, RecordState
from handlers.common.fact_links import EditRecord, OpenLog, ReviewRecord
from handlers.common.navigation import home_row
from handlers.common.record_facts import facts, line_words
from handlers.common.record_words import KINDS, STATES
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from handlers.records.callbacks import (
    AddReply,
    Another,
    Discard,
    Send,
    SendAsSame,
    ShowFiles,
)
from services.records.reading import Line, Record


def alike(_: Texts, one: Record, found: tuple[Line, ...]) -> Screen:
    """Before it is sent: perhaps somebody recorded it already."""
    return Screen(
        lines(
            _("<b>Perhaps this is recorded already:</b>"),
            *(
                _("{index}. {what}: {state}", index=index, what=line_words(_, it),
                  state=_(STATES[it.state]))
                for index, it in enumerate(found, start=1)
            ),
            "",
            _("If it is the same one, your evidence is added to it. "
              "Two meetings of one day are two records."),
        ),
        rows=(
            *(
                (
                    Button(
                        _.label("{index}. It is the same", index=index),
                        tap=SendAsSame(kind=one.kind, record_id=one.id, other_id=it.id),
                        choice=index,
                    ),
                )
                for index, it in enumerate(found, start=1)
            ),
            (
                Button(
                    _.label("It is another one: send it"),
                    tap=Send(kind=one.kind, record_id=one.id, sure=True),
                ),
            ),
            home_row(_, back=EditRecord(kind=one.kind, record_id=one.id)),
        ),
    )  # fmt: skip


def sent(_: Texts, one: Record) -> Screen:
    again = Another(kind=one.kind, record_id=one.id)
    return Screen(
        lines(
            _("<b>Sent.</b> A coordinator checks it before it counts; you will be told."),
            line_words(_, one.line),
        ),
        rows=(
            (Button(_.label("One more from the same post"), tap=again),),
            (Button(_.label("Record something else"), tap=OpenLog()),),
            home_row(_),
        ),
    )


def own(_: Texts, one: Record) -> Screen:
    """What was sent: how it stands."""
    kind, ident = one.kind, one.id
    rows: Rows = ((Button(_.label("One more from the same post"),
                          tap=Another(kind=kind, record_id=ident)),),)  # fmt: skip
    if any(it.file_id for it in one.proofs):
        rows += ((Button(_.label("Show the files"), tap=ShowFiles(kind=kind, record_id=ident)),),)
    if kind is RecordKind.REQUEST and one.state is RecordState.ACCEPTED:
        rows += ((Button(_.label("Add the reply"), tap=AddReply(record_id=ident)),),)
    return Screen(
        lines(
            Markup("<b>{}</b>").format(_(KINDS[kind])),
            line_words(_, one.line),
            _("It stands like this: {state}.", state=_(STATES[one.state])),
            "",
            facts(_, one),
        ),
        rows=(*rows, home_row(_, back=OpenLog())),
    )


def ask_discard(_: Texts, one: Record) -> Screen:
    sure = Discard(kind=one.kind, record_id=one.id, sure=True)
    keep = OpenLog()
    return Screen(
        lines(
            _("<b>Keep this draft or discard it?</b>"),
            line_words(_, one.line),
            _("A draft is kept for 7 days and waits under /log."),
        ),
        rows=(
            (Button(_.label("Keep"), tap=keep), Button(_.label("Discard"), tap=sure)),
            home_row(_, back=EditRecord(kind=one.kind, record_id=one.id)),
        ),
    )


def left(_: Texts, one: Record) -> Screen:
    """A reviewer leaves: what was changed is kept."""
    back = ReviewRecord(kind=one.kind, record_id=one.id)
    return Screen(_("All right. What you changed is kept."), rows=(home_row(_, back=back),))
