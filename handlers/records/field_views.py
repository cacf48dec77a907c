"""One field of a record: what is asked, and what can be tapped instead of typed."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from markupsafe import Markup

from domain.record_fields import MAIN, Field
from handlers.common.cases import TOPICS
from handlers.common.fact_links import EditRecord
from handlers.common.navigation import home_row, in_pairs
from handlers.common.record_facts import deputy_label, facts, files, inside_words, link
from handlers.common.record_words import FIELDS, FORMATS, ISSUES, SOURCES, STEPS
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts, marked
from handlers.records.callbacks import (
    Choose,
    ClearField,
    MoreFields,
    PickDay,
    RemoveEvidence,
    ShowFiles,
)
from services.records.evidence import limits
from services.records.reading import Record

QUESTIONS = {
    Field.DEPUTY: marked("Which deputy? Type the number of the constituency or the name."),
    Field.DAY: marked(
        "When? Type a date like 25.11.2026, or a period: 1.11.2026 – 5.11.2026, "
        "where only that is known."
    ),
    Field.PLACE: marked("Where? Type the city, district or village, or share the location."),
    Field.FORMAT: marked("What form did it have?"),
    Field.INSIDE: marked("Was it inside the deputy's constituency?"),
    Field.PEOPLE: marked("How many people were there? Type a number."),
    Field.TOPICS: marked("What was spoken of? Several can be chosen."),
    Field.PROMISES: marked(
        "Which promises does it touch? Tap once for directly, twice for indirectly, "
        "three times for not at all."
    ),
    Field.WISHES: marked("What did people ask for? Type it without names."),
    Field.SOURCE: marked("Where did you meet this fact?"),
    Field.SIGNATORIES: marked(
        "Who signed it besides the deputy who began it? Type numbers or names, with commas. "
        "Named again, a deputy is taken off the list."
    ),
    Field.ADDRESSEE: marked("To whom was it sent? Type the office."),
    Field.TEXT: marked("What is it about? Type it in a sentence or two, or paste the text."),
    Field.ISSUES: marked("Which significant issues does it concern? Several can be chosen."),
    Field.REPLY: marked("What was replied? Type it in short, or paste the text."),
    Field.REPLY_DAY: marked("When did the reply come? Type a date like 25.11.2026."),
    Field.STEP: marked("What happened to the programme?"),
    Field.NOTE: marked("What else should be known? Type it without names of third persons."),
    Field.EVIDENCE: marked(
        "Send a link, a photo or a file ({types}, up to {megabytes} MB). "
        "Several posts of one fact are several links."
    ),
}
OPTIONS: Mapping[Field, Mapping[Any, str]] = {
    Field.FORMAT: FORMATS,
    Field.SOURCE: SOURCES,
    Field.STEP: STEPS,
    Field.TOPICS: TOPICS,
    Field.ISSUES: ISSUES,
}
INSIDE = {
    "yes": marked("Inside"),
    "no": marked("Outside"),
    "unknown": marked("It cannot be told"),
    "compute": marked("As the place says"),
}
CLEARED = frozenset({
    Field.PLACE, Field.PEOPLE, Field.WISHES, Field.ADDRESSEE, Field.REPLY, Field.REPLY_DAY,
    Field.NOTE,
})  # fmt: skip


def ask(_: Texts, one: Record, field: Field, today: date, note: Markup | None = None) -> Screen:
    """The question, what is said so far, and what can be tapped."""
    megabytes, types = limits()
    question = _(QUESTIONS[field], types=", ".join(types), megabytes=megabytes)
    return Screen(
        lines(
            note,
            Markup("<b>{}</b>").format(_(FIELDS[field])),
            question,
            *_so_far(_, one, field),
        ),
        rows=(*_options(_, one, field, today), *_clear(_, one, field), back_row(_, one, field)),
    )


def back_row(_: Texts, one: Record, field: Field) -> tuple[Button, ...]:
    """The first fields lead back to the draft, the others to their own list."""
    if field in MAIN[one.kind]:
        return home_row(_, back=EditRecord(kind=one.kind, record_id=one.id))
    return home_row(_, back=MoreFields(kind=one.kind, record_id=one.id))


def _so_far(_: Texts, one: Record, field: Field) -> list[Markup]:
    if field is Field.INSIDE:
        place = _("The place says: {words}.", words=inside_words(_, one.line.inside))
        return [place] if not one.inside_by_hand else [_("A person has said it.")]
    if field is Field.EVIDENCE:
        return [
            Markup("{}. {}").format(index, link(it.url) if it.url else it.file_name or _("a photo"))
            for index, it in enumerate(one.proofs, start=1)
        ]
    if field is Field.SIGNATORIES and one.signatories:
        names = ", ".join(deputy_label(_, it) for it in one.signatories)
        return [_("So far: {names}", names=names)]
    return []


def _options(_: Texts, one: Record, field: Field, today: date) -> Rows:
    if field is Field.INSIDE:
        return in_pairs([_choice(_, one, field, value, text) for value, text in INSIDE.items()])
    if field is Field.EVIDENCE:
        return _evidence(_, one)
    if field in {Field.DAY, Field.REPLY_DAY}:
        return _days(_, one, field, today)
    if field in OPTIONS:
        chosen = {*one.topics, *one.issues}
        return in_pairs([
            _choice(_, one, field, value, text, chosen=str(value) in chosen)
            for value, text in OPTIONS[field].items()
        ])  # fmt: skip
    return ()


def _choice(
    _: Texts,
    one: Record,
    field: Field,
    value: StrEnum | str,
    text: str,
    *,
    chosen: bool = False,
) -> Button:
    tap = Choose(kind=one.kind, record_id=one.id, field=field, value=str(value))
    label = _.label(text)
    return Button(_.label("{what}: chosen", what=label) if chosen else label, tap=tap)


def _days(_: Texts, one: Record, field: Field, today: date) -> Rows:
    found: list[Button] = []
    for back, text in ((0, marked("Today")), (1, marked("Yesterday"))):
        day = (today - timedelta(days=back)).isoformat()
        tap = PickDay(kind=one.kind, record_id=one.id, field=field, day=day)
        found.append(Button(_.label(text), tap=tap))
    return (tuple(found),)


def _evidence(_: Texts, one: Record) -> Rows:
    rows: Rows = ()
    if any(it.file_id for it in one.proofs):
        tap = ShowFiles(kind=one.kind, record_id=one.id)
        rows += ((Button(_.label("Show the files"), tap=tap),),)
    remove = [
        Button(
            _.label("Remove {index}", index=index),
            tap=RemoveEvidence(kind=one.kind, record_id=one.id, evidence_id=it.id),
        )
        for index, it in enumerate(one.proofs, start=1)
    ]
    return rows + in_pairs(remove)


def _clear(_: Texts, one: Record, field: Field) -> Rows:
    if field not in CLEARED or field not in one.said:
        return ()
    tap = ClearField(kind=one.kind, record_id=one.id, field=field)
    return ((Button(_.label("Leave it empty"), tap=tap),),)


def shown_files(_: Texts, one: Record) -> Screen:
    return Screen(
        facts(_, one),
        files=files(one),
        rows=(home_row(_, back=EditRecord(kind=one.kind, record_id=one.id)),),
    )
