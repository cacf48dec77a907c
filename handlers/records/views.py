"""What a recorder sees: the list, the draft with its buttons, sent."""

from markupsafe import Markup

from domain.record_fields import MAIN, MORE, Field
from domain.records import RecordKind, RecordState
from handlers.common.fact_links import EditRecord, OpenLog, ReviewRecord
from handlers.common.links import FindDeputy
from handlers.common.navigation import home_row, in_pairs
from handlers.common.record_facts import deputy_label, facts, line_label, line_words, when
from handlers.common.record_words import FIELDS, KINDS, RETURNS, STATES
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from handlers.records.callbacks import (
    AskField,
    BeginRecord,
    Discard,
    Guessed,
    MoreFields,
    OpenMine,
    Send,
)
from services.records.drafts import Mine
from services.records.guessing import Guess
from services.records.reading import Line, Record
from services.records.submitting import lacks


def not_a_recorder(_: Texts) -> Screen:
    return Screen(
        lines(
            _("<b>Activists record here what deputies do.</b>"),
            _("A coordinator of the monitoring can invite you. What was recorded and checked is "
              "open to everybody: /meetings with a name or a number."),
        ),
        rows=((Button(_.label("Find my deputy"), tap=FindDeputy()),), home_row(_)),
    )  # fmt: skip


def log(_: Texts, mine: Mine) -> Screen:
    """What is to be done first, then what can be begun."""
    told = [
        _("{index}. {what}: {state}", index=index, what=line_words(_, one),
          state=_(STATES[one.state]))
        for index, one in enumerate((*mine.open, *mine.latest), start=1)
    ]  # fmt: skip
    return Screen(
        lines(
            _("<b>What would you like to record?</b>"),
            _("For a meeting, just send a link, a photo or the name of the deputy."),
            *(("", _("Yours so far:"), *told) if told else ()),
        ),
        rows=(
            *(
                (Button(f"{index}. {line_label(_, one)}", tap=_open(one), choice=index),)
                for index, one in enumerate(mine.open[:4], start=1)
            ),
            (
                Button(_.label("A meeting"), tap=BeginRecord(kind=RecordKind.MEETING)),
                Button(_.label("A deputy request"), tap=BeginRecord(kind=RecordKind.REQUEST)),
            ),
            (Button(_.label("A fact about a programme"), tap=BeginRecord(kind=RecordKind.EVENT)),),
            home_row(_),
        ),
    )


def _open(one: Line) -> OpenMine:
    return OpenMine(kind=one.kind, record_id=one.id)


def draft(_: Texts, one: Record, guess: Guess, note: Markup | None = None) -> Screen:
    """All that is said, what is missing, and a button for each field."""
    return Screen(
        lines(
            note,
            _head(_, one),
            _returned(_, one),
            _who(_, one, guess),
            _day(_, one, guess),
            facts(_, one),
            "",
            _next(_, one),
        ),
        rows=(*_guess_row(_, one, guess), *_field_rows(_, one), *_last_rows(_, one)),
    )


def _head(_: Texts, one: Record) -> Markup:
    if not one.is_draft:
        return _("<b>{kind}: to be corrected</b>", kind=_(KINDS[one.kind]))
    if one.same_as is not None:
        return _("<b>A reply to a deputy request: draft</b>")
    return _("<b>{kind}: draft</b>", kind=_(KINDS[one.kind]))


def _returned(_: Texts, one: Record) -> Markup | None:
    if one.state is not RecordState.RETURNED or one.returned_for is None:
        return None
    return lines(
        _("It came back: {reason}.", reason=_(RETURNS[one.returned_for])),
        Markup("<i>{}</i>").format(one.return_note) if one.return_note else None,
        "",
    )


def _who(_: Texts, one: Record, guess: Guess) -> Markup:
    if one.deputy is not None:
        value: object = deputy_label(_, one.deputy)
    elif guess.deputy is not None:
        value = _("{name}?", name=deputy_label(_, guess.deputy))
    else:
        value = _("not said yet")
    return _("{field}: {value}", field=_(FIELDS[Field.DEPUTY]), value=value)


def _day(_: Texts, one: Record, guess: Guess) -> Markup:
    said = when(_, one.line)
    if said is None and guess.day is not None:
        said = _("{name}?", name=_.date(guess.day))
    value = said or _("not said yet")
    return _("{field}: {value}", field=_(FIELDS[Field.DAY]), value=value)


def _next(_: Texts, one: Record) -> Markup:
    if not one.is_draft:
        return _("What you change is kept beside the old value.")
    needed = lacks(one)
    if not needed:
        return _("This is enough. Send it, or add more; everything is saved.")
    asked = ", ".join(_.label(FIELDS[field]) for field in needed)
    return lines(
        _("Still needed: {fields}.", fields=asked),
        _("Tap it, or just type it: a link, a date, a name or a number, a place. "
          "Everything is saved."),
    )  # fmt: skip


def _guess_row(_: Texts, one: Record, guess: Guess) -> Rows:
    parts = [
        deputy_label(_, guess.deputy) if guess.deputy else None,
        _.short_date(guess.day) if guess.day else None,
    ]
    if not any(parts) or not one.is_draft:
        return ()
    tap = Guessed(
        kind=one.kind,
        record_id=one.id,
        mandate_id=guess.deputy.mandate_id if guess.deputy else 0,
        day=guess.day.isoformat() if guess.day else "",
    )
    label = _.label("Yes: {guess}", guess=", ".join(part for part in parts if part))
    return ((Button(label, tap=tap),),)


def _field_rows(_: Texts, one: Record) -> Rows:
    fields = [_field(_, one, field) for field in MAIN[one.kind]]
    more = MoreFields(kind=one.kind, record_id=one.id)
    if MORE[one.kind]:
        fields.append(Button(_.label("More details"), tap=more))
    return in_pairs(fields)


def _field(_: Texts, one: Record, field: Field) -> Button:
    tap = AskField(kind=one.kind, record_id=one.id, field=field)
    return Button(_.label(FIELDS[field]), tap=tap)


def _last_rows(_: Texts, one: Record) -> Rows:
    kind, ident = one.kind, one.id
    if not one.is_draft:
        return (home_row(_, back=ReviewRecord(kind=kind, record_id=ident)),)
    rows: Rows = ()
    if not lacks(one):
        rows += ((Button(_.label("Send to be checked"), tap=Send(kind=kind, record_id=ident)),),)
    rows += ((Button(_.label("Discard"), tap=Discard(kind=kind, record_id=ident)),),)
    return (*rows, home_row(_, back=OpenLog()))


def more(_: Texts, one: Record) -> Screen:
    """What can wait."""
    back = EditRecord(kind=one.kind, record_id=one.id)
    return Screen(
        lines(
            _("<b>{kind}: more details</b>", kind=_(KINDS[one.kind])),
            facts(_, one),
            "",
            _("None of this has to be said. Choose what you know."),
        ),
        rows=(
            *in_pairs([_field(_, one, field) for field in MORE[one.kind]]),
            home_row(_, back=back),
        ),
    )
