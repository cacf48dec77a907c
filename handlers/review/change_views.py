"""What was corrected in a record, with the old values."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from domain.names import Names
from domain.record_fields import Field
from handlers.common.cases import TOPICS
from handlers.common.fact_links import ReviewRecord
from handlers.common.navigation import home_row
from handlers.common.record_facts import (
    inside_words,
    line_words,
)
from handlers.common.record_words import (
    FIELDS,
    FORMATS,
    ISSUES,
    SOURCES_TOLD,
    STEPS,
)
from handlers.common.screen import Screen, lines
from handlers.common.texts import Texts
from services.records.corrections import Change
from services.records.reading import Record

COLUMNS = {
    **{str(field): field for field in Field},
    **dict.fromkeys(("mandate_id", "initiator_id"), Field.DEPUTY),
    **dict.fromkeys(("held_on", "sent_on", "happened_on", "period_from", "period_to"), Field.DAY),
    **dict.fromkeys(("place_id", "place_text"), Field.PLACE),
    **dict.fromkeys(("source_kind", "source_url"), Field.SOURCE),
    **dict.fromkeys(("text_kk", "text_ru", "text_en", "body"), Field.TEXT),
    "attendance": Field.PEOPLE,
    "reply_on": Field.REPLY_DAY,
    "kind": Field.STEP,
}


CODES = {
    str(code): words
    for listed in (FORMATS, SOURCES_TOLD, STEPS, TOPICS, ISSUES)
    for code, words in listed.items()
}


def changes(_: Texts, one: Record, found: Sequence[Change]) -> Screen:
    """The newest first."""
    told = [
        _("{day}: {field}, was {was}, became {became}", day=_.day(it.at), field=_field(_, it),
          was=_value(_, it.was), became=_value(_, it.became))
        for it in found
    ]  # fmt: skip
    return Screen(
        lines(_("<b>What was corrected</b>"), line_words(_, one.line), "", *told),
        rows=(home_row(_, back=ReviewRecord(kind=one.kind, record_id=one.id)),),
    )


def _field(_: Texts, one: Change) -> Markup:
    field = COLUMNS.get(one.field)
    return _(FIELDS[field]) if field else Markup("{}").format(one.field)


def _value(_: Texts, value: object) -> Markup:
    if value is None or value in ([], ""):
        return _("nothing")
    if isinstance(value, bool):
        return inside_words(_, value)
    if isinstance(value, Names):
        return Markup("{}").format(_.name(value))
    if isinstance(value, list):
        return Markup(", ").join(_value(_, one) for one in value)
    if (known := CODES.get(str(value))) is not None:
        return _(known)
    return Markup("{}").format(_plain(_, str(value)))


def _plain(_: Texts, value: str) -> str:
    try:
        return _.date(date.fromisoformat(value))
    except ValueError:
        return f"«{value}»"
