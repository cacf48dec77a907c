"""Several are meant: promises, deputies, places; or it is not clear what is meant."""

from collections.abc import Sequence

from markupsafe import Markup

from domain.record_fields import MAIN, Field
from domain.records import Relation
from handlers.common.fact_links import EditRecord
from handlers.common.navigation import home_row, pager
from handlers.common.record_facts import deputy_label
from handlers.common.record_words import FIELDS, RELATIONS
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts
from handlers.records.callbacks import (
    AskField,
    PickDeputy,
    PickPlace,
    Touch,
)
from handlers.records.field_views import QUESTIONS, back_row
from services.directory import Deputy
from services.lookup_atlas import Place
from services.records.reading import Record, Touched
from services.records.signing import PAGE

SHOWN = 6


def promises(
    _: Texts, one: Record, found: tuple[tuple[Touched, ...], int, int], note: Markup | None = None
) -> Screen:
    """The deputy's promises, each with how it is touched."""
    rows, page, total = found
    first = page * PAGE + 1
    told = [
        _("{index}. {text}: {relation}", index=index, text=_.name(it.text),
          relation=_(RELATIONS[it.relation]))
        for index, it in enumerate(rows, start=first)
    ]  # fmt: skip
    nothing = (
        _("No promise of this deputy is known yet.")
        if one.deputy
        else _("First say which deputy it is.")
    )
    return Screen(
        lines(
            note,
            Markup("<b>{}</b>").format(_(FIELDS[Field.PROMISES])),
            *((_(QUESTIONS[Field.PROMISES]), "", *told) if told else (nothing,)),
        ),
        rows=(
            *(
                (
                    Button(
                        _promise_label(_, index, it),
                        tap=Touch(
                            kind=one.kind, record_id=one.id, promise_id=it.promise_id, page=page
                        ),
                        choice=index,
                    ),
                )
                for index, it in enumerate(rows, start=first)
            ),
            *pager(
                _,
                page,
                total,
                lambda to: AskField(kind=one.kind, record_id=one.id, field=Field.PROMISES, page=to),
                PAGE,
            ),
            back_row(_, one, Field.PROMISES),
        ),
    )


def _promise_label(_: Texts, index: int, one: Touched) -> str:
    name = f"{index}. {_.name(one.text)[:40]}"
    if one.relation is Relation.NOT_STATED:
        return name
    return f"{name}: {_.label(RELATIONS[one.relation])}"


def deputies(_: Texts, one: Record, field: Field, found: Sequence[Deputy]) -> Screen:
    """Several are meant, or nobody."""
    if not found:
        return Screen(
            lines(
                _("These words lead me to no known deputy."),
                _(QUESTIONS[field]),
            ),
            rows=(back_row(_, one, field),),
        )
    rows = tuple(
        (
            Button(
                f"{index}. {deputy_label(_, it)}",
                tap=PickDeputy(
                    kind=one.kind, record_id=one.id, field=field, mandate_id=it.mandate_id
                ),
                choice=index,
            ),
        )
        for index, it in enumerate(found[:SHOWN], start=1)
    )
    return Screen(
        lines(_("<b>Who is meant?</b>"), _("Tap one, or just type its number.")),
        rows=(*rows, back_row(_, one, field)),
    )


def places(_: Texts, one: Record, found: Sequence[Place]) -> Screen:
    rows = tuple(
        (
            Button(
                f"{index}. {_.name(it.name)}, {_.name(it.region)}",
                tap=PickPlace(record_id=one.id, place_id=it.id),
                choice=index,
            ),
        )
        for index, it in enumerate(found[:SHOWN], start=1)
    )
    return Screen(
        lines(_("<b>Which place is meant?</b>"), _("Tap one, or just type its number.")),
        rows=(*rows, back_row(_, one, Field.PLACE)),
    )


def unclear(_: Texts, one: Record, words: str) -> Screen:
    """Words that name neither a deputy nor a place."""
    fields = (Field.PLACE, Field.WISHES) if Field.PLACE in MAIN[one.kind] else (Field.TEXT,)
    fields = fields if Field.NOTE not in MAIN[one.kind] else (Field.NOTE,)
    rows = tuple(
        Button(_.label(FIELDS[field]), tap=AskField(kind=one.kind, record_id=one.id, field=field))
        for field in fields
    )
    return Screen(
        lines(
            _("I do not know what these words are: {words}", words=words[:200]),
            _("Choose what you would like to say, then type it once more."),
        ),
        rows=(rows, home_row(_, back=EditRecord(kind=one.kind, record_id=one.id))),
    )
