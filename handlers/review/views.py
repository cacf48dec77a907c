"""The reviewer's screens: the queue, a record, why it goes back."""

from markupsafe import Markup

from domain.records import RecordState, ReturnReason
from handlers.common.fact_links import EditRecord, OpenLog, OpenRecord, ReviewRecord, ReviewRecords
from handlers.common.links import OpenReview
from handlers.common.navigation import home_row, pager
from handlers.common.record_facts import deputy_label, facts, files, line_label, line_words, when
from handlers.common.record_words import KINDS, RETURNS, STATES
from handlers.common.refusals import BARRED
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from handlers.review.callbacks import Accept, AskReturn, Merge, Return, ShowChanges, ShowFiles
from services.records.reading import Line, Record
from services.records.reviewing import NOTE_LIMIT, PAGE, Case, Queue

# What a correction calls a column, a person calls by the field.


def queue(_: Texts, found: Queue) -> Screen:
    """The oldest first."""
    first = found.page * PAGE + 1
    rows = list(enumerate(found.rows, start=first))
    if not rows:
        return Screen(
            _("<b>No record waits to be checked.</b>"),
            rows=(home_row(_, back=OpenReview()),),
        )
    return Screen(
        lines(
            _("<b>Records to be checked: {n}</b>", n=found.total),
            *(Markup("{}. {}").format(index, line_words(_, one)) for index, one in rows),
            "",
            _("Tap a record, or type its number in the list."),
        ),
        rows=(
            *(
                (Button(f"{index}. {line_label(_, one)}", tap=_open(one), choice=index),)
                for index, one in rows
            ),
            *pager(_, found.page, found.total, lambda to: ReviewRecords(page=to), PAGE),
            home_row(_, back=OpenReview()),
        ),
    )


def _open(one: Line) -> ReviewRecord:
    return ReviewRecord(kind=one.kind, record_id=one.id)


def case(_: Texts, found: Case, note: Markup | None = None) -> Screen:
    """All that is said, and one tap for each decision."""
    one = found.record
    waits = one.state is RecordState.SUBMITTED
    return Screen(
        lines(
            note,
            _("<b>{kind}: {state}</b>", kind=_(KINDS[one.kind]), state=_(STATES[one.state])),
            deputy_label(_, one.deputy) if one.deputy else None,
            when(_, one.line),
            facts(_, one),
            _same(_, found),
            *(("", _(BARRED[found.conflict])) if found.conflict else ()),
        ),
        rows=(
            *(_decisions(_, found) if waits and not found.conflict else ()),
            *_looking(_, found),
            home_row(_, back=_back(one)),
        ),
    )


def _back(one: Record) -> ReviewRecords | OpenRecord:
    if one.state is RecordState.SUBMITTED:
        return ReviewRecords()
    return OpenRecord(kind=one.kind, record_id=one.id)


def _same(_: Texts, found: Case) -> Markup | None:
    if not found.likely:
        return None
    told = (
        _("{letter}. {what}: {state}", letter=chr(ord("A") + index), what=line_words(_, it),
          state=_(STATES[it.state]))
        for index, it in enumerate(found.likely)
    )  # fmt: skip
    named = found.record.same_as is not None
    return lines(
        "",
        _("The recorder says that it is the same as A.")
        if named
        else _("It may be recorded already:"),
        *told,
    )


def _decisions(_: Texts, found: Case) -> Rows:
    one = found.record
    kind, ident = one.kind, one.id
    joins = tuple(
        (
            Button(
                _.label("The same as {letter}: join them", letter=chr(ord("A") + index)),
                tap=Merge(kind=kind, record_id=ident, into=it.id),
            ),
        )
        for index, it in enumerate(found.likely[:2])
    )
    accept = (
        Button(_.label("Accept"), tap=Accept(kind=kind, record_id=ident)),
        Button(_.label("Return"), tap=AskReturn(kind=kind, record_id=ident)),
    )
    return (*joins, accept) if one.same_as is not None else (accept, *joins)


def _looking(_: Texts, found: Case) -> Rows:
    one = found.record
    kind, ident = one.kind, one.id
    rows: Rows = ()
    if not found.conflict:
        edit = EditRecord(kind=kind, record_id=ident)
        rows += ((Button(_.label("Correct it"), tap=edit),),)
    if files(one):
        tap = ShowFiles(kind=kind, record_id=ident)
        rows += ((Button(_.label("Show the files"), tap=tap),),)
    if one.corrections:
        history = ShowChanges(kind=kind, record_id=ident)
        rows += ((Button(_.label("What was corrected"), tap=history),),)
    return rows


def reasons(_: Texts, one: Record) -> Screen:
    rows = tuple(
        (
            Button(
                _.label(RETURNS[reason]),
                tap=Return(kind=one.kind, record_id=one.id, reason=reason),
                choice=index,
            ),
        )
        for index, reason in enumerate(ReturnReason, start=1)
    )
    return Screen(
        lines(
            line_words(_, one.line),
            _("<b>Why does it go back?</b> The recorder is told, and can put it right."),
        ),
        rows=(*rows, home_row(_, back=ReviewRecord(kind=one.kind, record_id=one.id))),
    )


def words(_: Texts, one: Record, reason: ReturnReason) -> Screen:
    without = Return(kind=one.kind, record_id=one.id, reason=reason, final=True)
    return Screen(
        lines(
            line_words(_, one.line),
            _("Reason: {reason}.", reason=_(RETURNS[reason])),
            _("Add a few words of your own: type them, up to {limit} characters. "
              "They are shown to those who are told.", limit=NOTE_LIMIT),
        ),
        rows=(
            (Button(_.label("Without more words"), tap=without),),
            home_row(_, back=AskReturn(kind=one.kind, record_id=one.id)),
        ),
    )  # fmt: skip


def done(_: Texts, words: Markup) -> Screen:
    return Screen(
        lines(words, _("<b>Nothing else waits that you may check.</b>")),
        rows=(
            (Button(_.label("What waits for me"), tap=OpenReview()),),
            (Button(_.label("Record something else"), tap=OpenLog()),),
            home_row(_),
        ),
    )


def shown_files(_: Texts, one: Record) -> Screen:
    return Screen(
        facts(_, one),
        files=files(one),
        rows=(home_row(_, back=ReviewRecord(kind=one.kind, record_id=one.id)),),
    )
