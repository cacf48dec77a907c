"""What was accepted about a deputy, on the screens of everybody."""

from collections.abc import Sequence

from markupsafe import Markup

from domain.records import RecordKind
from domain.roles import Actor
from handlers.common.deep_links import ANNOUNCEMENT_LINK
from handlers.common.event_words import KINDS as EVENT_KINDS
from handlers.common.event_words import span
from handlers.common.fact_links import OpenRecord, OpenRegister, ReviewRecord
from handlers.common.links import FindDeputy, OpenCard
from handlers.common.navigation import home_row, pager
from handlers.common.promise_words import beside, brief
from handlers.common.record_facts import (
    deputy_label,
    facts,
    files,
    inside_words,
    shorten,
    when,
)
from handlers.common.record_words import FORMATS, KINDS
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.source_words import source_label
from handlers.common.texts import Texts, marked
from handlers.records.callbacks import AddReply, ShowRecordFiles
from services.directory import Deputy
from services.events.scope import Announced
from services.promises.responses import Response
from services.records.reading import Record
from services.records.registers import PAGE, Register

HEADINGS = {
    RecordKind.MEETING: marked("<b>Meetings of {name}: {n} recorded</b>"),
    RecordKind.REQUEST: marked("<b>Deputy requests of {name}: {n} recorded</b>"),
}
NOTHING = {
    RecordKind.MEETING: marked(
        "No meeting of this deputy is recorded here yet. That does not mean that there were none."
    ),
    RecordKind.REQUEST: marked(
        "No request of this deputy is recorded here yet. That does not mean that there were none."
    ),
}
WHOSE = {
    RecordKind.MEETING: marked("<b>Whose meetings would you like to see?</b>"),
    RecordKind.REQUEST: marked("<b>Whose deputy requests would you like to see?</b>"),
}
SHOWN = 6


def register(_: Texts, data: Register, announced: Sequence[Announced] = ()) -> Screen:
    """What is announced, then the newest first. Counts alone prove nothing, and it is said."""
    kind, deputy = data.kind, data.deputy
    first = data.page * PAGE + 1
    numbered = list(enumerate(data.rows, start=first))
    return Screen(
        lines(
            *_announced(_, announced),
            _(HEADINGS[kind], name=_.name(deputy.name), n=_.number(data.total)),
            *(
                (_("What activists recorded and a coordinator checked; not all that there was."),)
                if data.rows
                else (_(NOTHING[kind]),)
            ),
            *(_row(_, index, one, data) for index, one in numbered),
        ),
        rows=(
            *(
                (
                    Button(
                        f"{index}. {_short(_, one)}",
                        tap=OpenRecord(kind=kind, record_id=one.id),
                        choice=index,
                    ),
                )
                for index, one in numbered
            ),
            *pager(
                _,
                data.page,
                data.total,
                lambda to: OpenRegister(kind=kind, mandate_id=deputy.mandate_id, page=to),
                PAGE,
            ),
            home_row(_, back=OpenCard(mandate_id=deputy.mandate_id)),
        ),
    )


def _announced(_: Texts, found: Sequence[Announced]) -> list[Markup]:
    """Each opens by its link."""
    if not found:
        return []
    rows = [
        Markup('<a href="{}">{}, {}</a>').format(
            _.link(ANNOUNCEMENT_LINK, one.id),
            _.label(EVENT_KINDS[one.kind]),
            span(_, one.starts_at, one.ends_at),
        )
        for one in found
        if one.starts_at is not None
    ]
    return [_("<b>Announced</b>"), *rows, Markup("")]


def _short(_: Texts, one: Record) -> str:
    day = _.short_date(one.line.day) if one.line.day else when(_, one.line)
    about = one.line.place or one.line.about
    name = _.name(about)[:40] if about else _.label(KINDS[one.kind])
    return ", ".join(part for part in (day, name) if part)


def _row(_: Texts, index: int, one: Record, data: Register) -> Markup:
    said = one.line
    form = _(FORMATS[said.format]) if said.format else None
    where = _.name(said.place) if said.place else None
    about = shorten(_.name(said.about), 200) if said.about else None
    parts = [when(_, said) or _("the date is not known"), form, where, about]
    return lines(
        "",
        Markup("{}. {}").format(index, Markup(", ").join(part for part in parts if part)),
        inside_words(_, said.inside) if one.kind is RecordKind.MEETING else None,
        _role(_, one, data.deputy),
        _n_proofs(_, one),
        brief(_, data.said.get(one.id, ())),
    )


def _role(_: Texts, one: Record, deputy: Deputy) -> Markup | None:
    """Of a request: began it, or joined it."""
    if one.kind is not RecordKind.REQUEST:
        return None
    began = one.deputy is not None and one.deputy.mandate_id == deputy.mandate_id
    return _("began it") if began else _("signed it")


def _n_proofs(_: Texts, one: Record) -> Markup | None:
    if one.proofs:
        return _.n("{n} piece of evidence", "{n} pieces of evidence", len(one.proofs))
    if one.cited:
        return _("Source: {source}", source=source_label(_, one.cited))
    return None


def record(_: Texts, one: Record, actor: Actor, said: Sequence[Response] = ()) -> Screen:
    """One fact with its evidence, and what the deputy's side says to it."""
    deputy = one.deputy
    back = OpenRegister(kind=one.kind, mandate_id=deputy.mandate_id) if deputy else None
    return Screen(
        lines(
            Markup("<b>{}</b>").format(_(KINDS[one.kind])),
            deputy_label(_, deputy) if deputy else _("The deputy is not known."),
            when(_, one.line) or _("the date is not known"),
            facts(_, one),
            _corrected(_, one),
            *beside(_, said),
        ),
        rows=(
            *_record_rows(_, one, actor),
            home_row(_, back=back if one.kind in HEADINGS else None),
        ),
    )


def _corrected(_: Texts, one: Record) -> Markup | None:
    if not one.corrections:
        return None
    return _.n(
        "{n} value was put right by a coordinator.",
        "{n} values were put right by coordinators.",
        one.corrections,
    )


def _record_rows(_: Texts, one: Record, actor: Actor) -> Rows:
    kind, ident, deputy = one.kind, one.id, one.deputy
    rows: Rows = ()
    if files(one):
        tap = ShowRecordFiles(kind=kind, record_id=ident)
        rows += ((Button(_.label("Show the files"), tap=tap),),)
    assembly = deputy.assembly_id if deputy else 0
    if kind is RecordKind.REQUEST and actor.records(assembly):
        rows += ((Button(_.label("Add the reply"), tap=AddReply(record_id=ident)),),)
    if actor.coordinates(assembly):
        tap_review = ReviewRecord(kind=kind, record_id=ident)
        rows += ((Button(_.label("Correct it"), tap=tap_review),),)
    return rows


def files_of(_: Texts, one: Record) -> Screen:
    return Screen(
        facts(_, one),
        files=files(one),
        rows=(home_row(_, back=OpenRecord(kind=one.kind, record_id=one.id)),),
    )


def whose(_: Texts, kind: RecordKind, found: Sequence[Deputy], *, asked: bool) -> Screen:
    """Nobody or several: to be told apart."""
    rows = tuple(
        (
            Button(
                f"{index}. {deputy_label(_, one)}",
                tap=OpenRegister(kind=kind, mandate_id=one.mandate_id),
                choice=index,
            ),
        )
        for index, one in enumerate(found[:SHOWN], start=1)
    )
    hint = _("Tap one, or just type its number.") if found else _how(_, kind, asked=asked)
    return Screen(
        lines(_(WHOSE[kind]), hint),
        rows=(*rows, (Button(_.label("Find my deputy"), tap=FindDeputy()),), home_row(_)),
    )


def _how(_: Texts, kind: RecordKind, *, asked: bool) -> Markup:
    command = "/meetings 8" if kind is RecordKind.MEETING else "/requests 8"
    how = _("Type a number or a name after the command, for example {command}", command=command)
    return lines(_("These words lead me to no known deputy.") if asked else None, how)
