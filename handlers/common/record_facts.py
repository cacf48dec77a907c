"""A record in words: a line of a list, or everything that is said."""

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from domain.record_fields import Field
from domain.records import (
    RecordKind,
)
from handlers.common.cases import TOPICS
from handlers.common.deep_links import ANNOUNCEMENT_LINK
from handlers.common.record_words import (
    FIELDS,
    FORMATS,
    ISSUES,
    KINDS,
    RELATIONS,
    SOURCES_TOLD,
    STEPS,
)
from handlers.common.screen import File, lines
from handlers.common.source_words import source_label
from handlers.common.texts import Texts
from services.directory import Deputy
from services.records.reading import Line, Proof, Record


def when(_: Texts, one: Line) -> str | None:
    """The day, or the period where only that is told."""
    if one.day is not None:
        return _.date(one.day)
    first, last = one.period
    if first is None or last is None:
        return None
    return f"{_.short_date(first)} – {_.short_date(last)}"


def inside_words(_: Texts, inside: bool | None) -> Markup:  # noqa: FBT001 - three values
    if inside is None:
        return _("whether it lies in the constituency cannot be told")
    return _("inside the constituency") if inside else _("outside the constituency")


def deputy_label(_: Texts, one: Deputy) -> str:
    if one.district is None:
        return _.name(one.name)
    return _.label("{name}, No. {number}", name=_.name(one.name), number=one.district)


def line_label(_: Texts, one: Line) -> str:
    """For a button: who, what, when."""
    what = STEPS[one.step] if one.step else KINDS[one.kind]
    who = _.name(one.deputy.name) if one.deputy else None
    day = _.short_date(one.day) if one.day else when(_, one)
    place = _.name(one.place)[:30] if one.place else None
    return ", ".join(part for part in (who or _.label(what), day, place) if part)


def line_words(_: Texts, one: Line) -> Markup:
    """For a text: what, who, when, where."""
    what = STEPS[one.step] if one.step else FORMATS[one.format] if one.format else KINDS[one.kind]
    parts = [
        _(what),
        _.name(one.deputy.name) if one.deputy else _("deputy not said yet"),
        when(_, one) or _("date not said yet"),
        _.name(one.place) if one.place else None,
    ]
    return Markup(", ").join(part for part in parts if part)


def facts(_: Texts, one: Record) -> Markup:
    """Everything that is said, a line for each field."""
    return lines(*_facts(_, one))


def _facts(_: Texts, one: Record) -> Iterable[Markup | None]:
    said = one.line
    if one.kind is RecordKind.EVENT:
        yield _row(_, Field.STEP, _(STEPS[said.step]) if said.step else None)
    if one.kind is RecordKind.REQUEST:
        yield _row(_, Field.TEXT, _.name(said.about) if said.about else None)
        yield _row(_, Field.ADDRESSEE, one.addressee)
        signed = ", ".join(_.name(it.name) for it in one.signatories)
        yield _row(_, Field.SIGNATORIES, signed or None)
    if one.kind is RecordKind.MEETING:
        yield _row(_, Field.FORMAT, _(FORMATS[said.format]) if said.format else None)
        yield _where(_, one)
        yield _row(_, Field.PEOPLE, _.number(one.people) if one.people is not None else None)
        yield _announced(_, one.announcement_id)
    yield _row(_, Field.TOPICS, _listed(_, TOPICS, one.topics))
    yield _row(_, Field.ISSUES, _listed(_, ISSUES, one.issues))
    yield _row(_, Field.WISHES, one.wishes)
    yield _row(_, Field.NOTE, one.note)
    yield _promises(_, one)
    reply = ", ".join(filter(None, (_.date(one.reply_on) if one.reply_on else None, one.reply)))
    yield _row(_, Field.REPLY, reply or None)
    yield _row(_, Field.SOURCE, _(SOURCES_TOLD[one.source]) if one.source else None)
    yield _evidence(_, one)


def _announced(_: Texts, ident: int | None) -> Markup | None:
    if ident is None:
        return None
    link = _.link(ANNOUNCEMENT_LINK, ident)
    return _('The deputy\'s side <a href="{link}">announced</a> it.', link=link)


def _row(_: Texts, field: Field, value: object) -> Markup | None:
    if value is None or value == "":
        return None
    return _("{field}: {value}", field=_(FIELDS[field]), value=value)


def _where(_: Texts, one: Record) -> Markup | None:
    if one.line.place is None and one.line.inside is None:
        return None
    place = _.name(one.line.place) if one.line.place else _("not said")
    by_hand = Markup(" ") + _("(as the recorder says)") if one.inside_by_hand else Markup("")
    told = inside_words(_, one.line.inside) + by_hand
    return _(
        "{field}: {value}", field=_(FIELDS[Field.PLACE]), value=Markup("{}; {}").format(place, told)
    )


def _listed(_: Texts, words: Mapping[Any, str], chosen: tuple[str, ...]) -> str | None:
    known = {str(key): text for key, text in words.items()}
    return ", ".join(_.label(known[one]) for one in chosen if one in known) or None


def _promises(_: Texts, one: Record) -> Markup | None:
    if not one.promises:
        return None
    told = (
        _("– {text} ({relation})", text=_.name(it.text), relation=_(RELATIONS[it.relation]))
        for it in one.promises
    )
    return lines(_("Promises touched:"), *told)


def _evidence(_: Texts, one: Record) -> Markup | None:
    told = [_proof(_, it) for it in one.proofs]
    if one.source_url and all(it.url != one.source_url for it in one.proofs):
        told.append(link(one.source_url))
    if one.cited:
        told.append(Markup("{}").format(source_label(_, one.cited)))
    return lines(_("Evidence:"), *(Markup("– {}").format(it) for it in told)) if told else None


def _proof(_: Texts, one: Proof) -> Markup:
    if one.url:
        return link(one.url)
    if one.kind == "photo":
        return _("a photo")
    return Markup("{}").format(one.file_name) if one.file_name else _("a document")


def shorten(text: str, size: int = 60) -> str:
    return text if len(text) <= size else f"{text[: size - 3]}..."


def link(url: str) -> Markup:
    """A long address is cut on the screen, not in the link."""
    return Markup('<a href="{}">{}</a>').format(url, shorten(url))


def files(one: Record) -> tuple[File, ...]:
    return tuple(File(it.kind, it.file_id) for it in one.proofs if it.file_id)
