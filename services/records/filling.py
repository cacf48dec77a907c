"""Fields of a record, one at a time, for its recorder or a reviewer. Each saves at once."""

from datetime import date
from enum import StrEnum
from typing import Final

from sqlalchemy import delete

from domain.appeals import Topic
from domain.errors import BadInput, NotFound
from domain.record_fields import MAIN, MORE, Field
from domain.records import (
    Issue,
    MeetingFormat,
    ProgrammeEventKind,
    RecordKind,
    SourceKind,
)
from domain.roles import Actor
from models.deputies import Mandate
from models.records import DeputyRequest, ProgrammeEvent, PromiseTouch
from services.appeals.wording import sound
from services.directory import Deputy, deputy
from services.ids import known_id
from services.lookup_cache import LookupCache
from services.records import signing
from services.records.editing import Edit, begin
from services.records.kinds import DAY, DEPUTY, LINK, day_of, mandate_of, period_of
from services.records.programmes import follow_edit
from services.records.whereabouts import compute_inside, inside_by_hand
from services.unit_of_work import UnitOfWork

MOST_PEOPLE: Final = 1_000_000
LIMITS: Final = {
    Field.PLACE: 300, Field.ADDRESSEE: 300, Field.TEXT: 2000, Field.WISHES: 2000,
    Field.REPLY: 3000, Field.NOTE: 1000,
}  # fmt: skip
CHOICES: Final[dict[Field, tuple[type[StrEnum], str]]] = {
    Field.FORMAT: (MeetingFormat, "format"),
    Field.SOURCE: (SourceKind, "source_kind"),
    Field.STEP: (ProgrammeEventKind, "kind"),
}
SEVERAL: Final[dict[Field, tuple[type[StrEnum], str]]] = {
    Field.TOPICS: (Topic, "topics"),
    Field.ISSUES: (Issue, "issues"),
}
COLUMNS: Final = {
    Field.PLACE: ("place_id", "place_text"),
    Field.PEOPLE: ("attendance",),
    Field.WISHES: ("wishes",),
    Field.ADDRESSEE: ("addressee",),
    Field.TEXT: ("text_kk", "text_ru", "text_en"),
    Field.REPLY: ("reply",),
    Field.REPLY_DAY: ("reply_on",),
    Field.NOTE: ("note",),
    Field.FORMAT: ("format",),
    Field.SOURCE: ("source_kind",),
}


async def opened(uow: UnitOfWork, actor: Actor, kind: RecordKind, ident: int, field: Field) -> Edit:
    """Raises NotFound also for a field that this kind does not have."""
    if field not in (*MAIN[kind], *MORE[kind]):
        raise NotFound("field")
    return await begin(uow, actor, kind, ident)


async def set_deputy(
    uow: UnitOfWork,
    actor: Actor,
    cache: LookupCache,
    kind: RecordKind,
    ident: int,
    mandate_id: int,
) -> None:
    """Raises BadInput: the day is not of this mandate, another assembly, signed by the same."""
    edit = await opened(uow, actor, kind, ident, Field.DEPUTY)
    chosen = await deputy(uow, known_id("deputy", mandate_id))
    if not actor.records(chosen.assembly_id):
        raise BadInput("record_other_assembly")
    first, last = day_of(edit.row) or period_of(edit.row)[0], period_of(edit.row)[1]
    if first is not None:
        _check_days(uow, chosen, first, last or first)
    if isinstance(edit.row, DeputyRequest):
        await signing.require_no_signatory(uow, edit.row, mandate_id)
        mandate = await uow.session.get_one(Mandate, mandate_id)
        edit.put("convocation_id", mandate.convocation_id)
    before = mandate_of(edit.row)
    if before != mandate_id:
        await _forget_promises(edit)
    edit.put(DEPUTY[kind], mandate_id)
    await compute_inside(edit, cache)
    await follow_edit(edit, before)


async def _forget_promises(edit: Edit) -> None:
    """They are those of the deputy who was named before."""
    if edit.kind is not RecordKind.EVENT:
        touched = getattr(PromiseTouch, LINK[edit.kind])
        await edit.uow.session.execute(delete(PromiseTouch).where(touched == edit.row.id))


async def set_days(
    uow: UnitOfWork, actor: Actor, kind: RecordKind, ident: int, first: date, last: date
) -> None:
    """A day, or a period where `last` is another one. Raises BadInput."""
    edit = await opened(uow, actor, kind, ident, Field.DAY)
    mandate_id = mandate_of(edit.row)
    known = await deputy(uow, mandate_id) if mandate_id is not None else None
    _check_days(uow, known, first, last)
    if first != last and isinstance(edit.row, ProgrammeEvent):
        raise BadInput("not_a_date")
    edit.put(DAY[kind], first if first == last else None)
    if not isinstance(edit.row, ProgrammeEvent):
        edit.put("period_from", None if first == last else first)
        edit.put("period_to", None if first == last else last)
    await follow_edit(edit)


def _check_days(uow: UnitOfWork, known: Deputy | None, first: date, last: date) -> None:
    today = uow.rules.today(uow.now)
    if first > last:
        raise BadInput("not_a_date")
    if last > today:
        raise BadInput("record_day_ahead", day=last)
    if known is None:
        return
    if known.starts_on and first < known.starts_on:
        raise BadInput("record_day_before", day=known.starts_on)
    if known.ends_on and last > known.ends_on:
        raise BadInput("record_day_after", day=known.ends_on)


async def set_reply_day(uow: UnitOfWork, actor: Actor, ident: int, day: date) -> None:
    """Not before the request, not ahead. Raises BadInput."""
    edit = await opened(uow, actor, RecordKind.REQUEST, ident, Field.REPLY_DAY)
    sent = day_of(edit.row)
    if day > uow.rules.today(uow.now):
        raise BadInput("record_day_ahead", day=day)
    if sent and day < sent:
        raise BadInput("record_reply_before", day=sent)
    edit.put("reply_on", day)


async def set_words(
    uow: UnitOfWork,
    actor: Actor,
    cache: LookupCache,
    kind: RecordKind,
    ident: int,
    field: Field,
    text: str,
) -> None:
    """Raises BadInput for what is no text."""
    if field not in LIMITS:
        raise NotFound("field")
    edit = await opened(uow, actor, kind, ident, field)
    words = sound(text, LIMITS[field])
    if field is Field.TEXT:
        edit.put(f"text_{actor.language}", words)
        return
    edit.put(COLUMNS[field][-1], words)
    if field is Field.PLACE:
        edit.put("place_id", None)
        await compute_inside(edit, cache)


async def set_people(uow: UnitOfWork, actor: Actor, ident: int, number: int) -> None:
    edit = await opened(uow, actor, RecordKind.MEETING, ident, Field.PEOPLE)
    if not 0 <= number <= MOST_PEOPLE:
        raise BadInput("record_not_a_number")
    edit.put("attendance", number)


async def choose(
    uow: UnitOfWork,
    actor: Actor,
    cache: LookupCache,
    kind: RecordKind,
    ident: int,
    field: Field,
    value: str,
) -> None:
    """One of a list, or one more of several: chosen again it is taken away. Raises NotFound."""
    edit = await opened(uow, actor, kind, ident, field)
    if field is Field.INSIDE:
        await inside_by_hand(edit, cache, value)
    elif field in CHOICES:
        values, column = CHOICES[field]
        edit.put(column, _member(values, value))
        await follow_edit(edit)
    elif field in SEVERAL:
        values, column = SEVERAL[field]
        one, chosen = _member(values, value), list(getattr(edit.row, column) or [])
        edit.put(column, [it for it in chosen if it != one] if one in chosen else [*chosen, one])
    else:
        raise NotFound("field")


def _member(values: type[StrEnum], value: str) -> str:
    """Raises NotFound: taps can be forged."""
    if value not in {str(one) for one in values}:
        raise NotFound("button")
    return value


async def clear(
    uow: UnitOfWork, actor: Actor, cache: LookupCache, kind: RecordKind, ident: int, field: Field
) -> None:
    """Leaves a field empty. Raises NotFound for those that cannot be."""
    if field not in COLUMNS:
        raise NotFound("field")
    edit = await opened(uow, actor, kind, ident, field)
    for column in COLUMNS[field]:
        edit.put(column, None)
    if field is Field.PLACE:
        await compute_inside(edit, cache)
