"""A coordinator splits a programme into promises that can be checked; old values are kept."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import func, select

from domain.errors import NotAllowed, NotFound
from domain.names import Names
from domain.programmes import ProgrammeKind
from domain.promises import PromiseScope
from domain.roles import Actor
from models.programmes import Programme, Promise, Thesis
from services.appeals.wording import sound
from services.directory import Deputy, deputy
from services.directory_cache import changed
from services.ids import known_id
from services.programmes import PartyThesis, as_thesis, programme
from services.records.editing import by_hand, correct
from services.records.programmes import programme_of
from services.unit_of_work import UnitOfWork

PAGE: Final = 5
TEXT_LIMIT: Final = 2000
INDICATOR_LIMIT: Final = 1000
NO_TOPIC: Final = "other"


@dataclass(frozen=True, slots=True)
class Edited:
    """A promise as its editor sees it."""

    id: int
    number: int
    mandate_id: int
    text: Names
    topic: str
    indicator: str | None
    scope: PromiseScope | None
    thesis: PartyThesis | None


@dataclass(frozen=True, slots=True)
class Split:
    """The promises of a programme, a page of them."""

    deputy: Deputy
    kind: ProgrammeKind
    rows: tuple[Edited, ...]
    page: int
    total: int


async def split(uow: UnitOfWork, actor: Actor, mandate_id: int, page: int) -> Split:
    """Raises NotFound, NotAllowed."""
    found = await _allowed(uow, actor, mandate_id)
    here = select(Promise).join(Programme).where(Programme.mandate_id == mandate_id)
    total = await uow.session.scalar(select(func.count()).select_from(here.subquery())) or 0
    page = max(0, min(page, (total - 1) // PAGE))
    rows = await uow.session.scalars(
        here.order_by(Promise.position).offset(page * PAGE).limit(PAGE)
    )
    edited = tuple([await _edited(uow, row, mandate_id) for row in rows.all()])
    return Split(found, (await programme(uow, mandate_id)).kind, edited, page, total)


async def promise(uow: UnitOfWork, actor: Actor, promise_id: int) -> Edited:
    """Raises NotFound, NotAllowed."""
    row, mandate_id = await _row(uow, actor, promise_id)
    return await _edited(uow, row, mandate_id)


async def add(uow: UnitOfWork, actor: Actor, mandate_id: int, text: str) -> int:
    """In the language of the one who adds it. Raises BadInput."""
    await _allowed(uow, actor, mandate_id)
    words = sound(text, TEXT_LIMIT)
    programme = await programme_of(uow, mandate_id)
    last = await uow.session.scalar(
        select(func.max(Promise.position)).where(Promise.programme_id == programme.id)
    )
    row = Promise(programme_id=programme.id, position=(last or 0) + 1, topic=NO_TOPIC)
    uow.session.add(row)
    await uow.session.flush()
    correct(uow, actor, row, f"text_{actor.language}", words)
    await changed(uow)
    return row.id


async def set_text(uow: UnitOfWork, actor: Actor, promise_id: int, text: str) -> None:
    words = sound(text, TEXT_LIMIT)
    await _put(uow, actor, promise_id, f"text_{actor.language}", words)


async def set_indicator(uow: UnitOfWork, actor: Actor, promise_id: int, text: str) -> None:
    """By what it can be measured. Raises BadInput."""
    await _put(uow, actor, promise_id, "indicator", sound(text, INDICATOR_LIMIT))


async def set_topic(uow: UnitOfWork, actor: Actor, promise_id: int, topic: str) -> None:
    await _put(uow, actor, promise_id, "topic", topic)


async def set_scope(uow: UnitOfWork, actor: Actor, promise_id: int, scope: PromiseScope) -> None:
    await _put(uow, actor, promise_id, "scope", str(scope))


async def set_kind(uow: UnitOfWork, actor: Actor, mandate_id: int, kind: ProgrammeKind) -> None:
    """Whose words the programme is, as its reader sees; no later record changes it."""
    await _allowed(uow, actor, mandate_id)
    by_hand(uow, actor, await programme_of(uow, mandate_id), "kind", kind)
    await changed(uow)


async def theses(
    uow: UnitOfWork, actor: Actor, promise_id: int, page: int
) -> tuple[Edited, tuple[tuple[int, PartyThesis], ...], int, int]:
    """The promise, a page of what parties promise with the ids, the page, and how many in all."""
    found = await promise(uow, actor, promise_id)
    total = await uow.session.scalar(select(func.count(Thesis.id))) or 0
    here = max(0, min(page, (total - 1) // PAGE))
    rows = await uow.session.scalars(
        select(Thesis).order_by(Thesis.party, Thesis.number).offset(here * PAGE).limit(PAGE)
    )
    listed = [(row.id, as_thesis(row)) for row in rows]
    return found, tuple((ident, one) for ident, one in listed if one), here, total


async def set_thesis(uow: UnitOfWork, actor: Actor, promise_id: int, thesis_id: int) -> None:
    """What of the party's programme it repeats; 0 takes it off. Raises NotFound."""
    if thesis_id and await uow.session.get(Thesis, known_id("thesis", thesis_id)) is None:
        raise NotFound("thesis", thesis_id)
    await _put(uow, actor, promise_id, "thesis_id", thesis_id or None)


async def _put(uow: UnitOfWork, actor: Actor, promise_id: int, name: str, value: object) -> None:
    row, _ = await _row(uow, actor, promise_id)
    correct(uow, actor, row, name, value)
    await changed(uow)


async def _row(uow: UnitOfWork, actor: Actor, promise_id: int) -> tuple[Promise, int]:
    row = await uow.session.get(Promise, known_id("promise", promise_id))
    if row is None:
        raise NotFound("promise", promise_id)
    programme = await uow.session.get_one(Programme, row.programme_id)
    await _allowed(uow, actor, programme.mandate_id)
    return row, programme.mandate_id


async def _allowed(uow: UnitOfWork, actor: Actor, mandate_id: int) -> Deputy:
    """Coordinators of the assembly, but not for a deputy for whom they work."""
    found = await deputy(uow, known_id("deputy", mandate_id))
    if not actor.coordinates(found.assembly_id):
        raise NotFound("deputy", mandate_id)
    if mandate_id in actor.mandates:
        raise NotAllowed("review", "own_staff")
    return found


async def _edited(uow: UnitOfWork, row: Promise, mandate_id: int) -> Edited:
    scope = PromiseScope(row.scope) if row.scope else None
    thesis = await uow.session.get(Thesis, row.thesis_id) if row.thesis_id else None
    return Edited(
        row.id,
        row.position,
        mandate_id,
        row.texts,
        row.topic,
        row.indicator,
        scope,
        as_thesis(thesis),
    )
