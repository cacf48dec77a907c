"""What is known about the election programme of a deputy."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from sqlalchemy import select

from domain.names import Names
from domain.programmes import Availability, ProgrammeKind
from models.programmes import Programme, Promise, Thesis
from services.directory import Deputy, deputy
from services.directory_cache import kept
from services.ids import known_id
from services.unit_of_work import UnitOfWork

READABLE: Final = frozenset({"https", "http"})


@dataclass(frozen=True, slots=True)
class PartyThesis:
    """A point of the party's own programme that a promise repeats."""

    party: str
    number: int
    text: Names


@dataclass(frozen=True, slots=True)
class PromiseItem:
    """`number` is the promise's own, whatever order it is shown in."""

    id: int
    number: int
    topic: str
    text: Names
    thesis: PartyThesis | None


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """Promises stand by topic, a topic where its first promise stood."""

    deputy: Deputy
    ended: bool
    availability: Availability
    kind: ProgrammeKind
    promises: tuple[PromiseItem, ...]
    url: str | None
    source: str | None
    confidence: str | None

    @property
    def can_be_asked(self) -> bool:
        """Nothing here leads to the whole text, and the deputy takes letters."""
        return self.deputy.takes_appeals and not (
            self.url or self.availability is Availability.OPEN
        )


async def programme(uow: UnitOfWork, mandate_id: int) -> ProgrammeView:
    """Raises NotFound where there is no such deputy; no programme is a view too."""
    known_id("deputy", mandate_id)
    found = await kept(uow, (ProgrammeView, mandate_id), partial(_programme, uow, mandate_id))
    return replace(found, ended=found.deputy.ended(uow.rules.today(uow.now)))


async def _programme(uow: UnitOfWork, mandate_id: int) -> ProgrammeView:
    """Without what depends on the day."""
    found = await deputy(uow, mandate_id)
    row = await uow.session.scalar(select(Programme).where(Programme.mandate_id == mandate_id))
    return ProgrammeView(
        deputy=found,
        ended=False,
        availability=Availability(row.availability) if row else Availability.UNKNOWN,
        kind=ProgrammeKind(row.kind) if row else ProgrammeKind.UNKNOWN,
        promises=await _promises(uow, row.id) if row else (),
        url=_readable(row.url) if row else None,
        source=row.source if row else None,
        confidence=row.confidence if row else None,
    )


async def _promises(uow: UnitOfWork, programme_id: int) -> tuple[PromiseItem, ...]:
    rows = await uow.session.execute(
        select(Promise, Thesis)
        .outerjoin(Thesis, Thesis.id == Promise.thesis_id)
        .where(Promise.programme_id == programme_id)
        .order_by(Promise.position)
    )
    items = [
        PromiseItem(
            promise.id,
            number,
            promise.topic,
            promise.texts,
            as_thesis(thesis),
        )
        for number, (promise, thesis) in enumerate(rows, 1)
    ]
    first: dict[str, int] = {}
    for item in items:
        first.setdefault(item.topic, item.number)
    return tuple(sorted(items, key=lambda item: (first[item.topic], item.number)))


def as_thesis(row: Thesis | None) -> PartyThesis | None:
    return PartyThesis(row.party, row.number, row.texts) if row is not None else None


def _readable(url: str | None) -> str | None:
    """Telegram refuses a whole screen for one odd link, so an odd link is left out."""
    return url if url and url.partition("://")[0] in READABLE else None
