"""The kept copies of a programme, as far as what they come from still counts."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import bindparam, func, or_, select

from domain.errors import NotFound
from domain.records import ProgrammeEventKind, RecordState
from models.programmes import Programme
from models.records import Evidence, ProgrammeCopy, ProgrammeEvent
from services.directory import Deputy, deputy
from services.ids import known_id
from services.unit_of_work import UnitOfWork

PAGE: Final = 5


@dataclass(frozen=True, slots=True)
class Copy:
    """Where it came from, what it was, since when it is kept; a file of ours or Telegram's."""

    id: int
    url: str | None
    file_name: str | None
    sha256: str
    size: int
    kept_on: date
    path: str | None  # below the folder of the archive
    file_id: str | None
    is_photo: bool


@dataclass(frozen=True, slots=True)
class Shelf:
    deputy: Deputy
    rows: tuple[Copy, ...]
    page: int
    total: int


@dataclass(frozen=True, slots=True)
class Kept:
    """`dead_since`: since when the programme's link is known to lead nowhere."""

    newest: Copy | None
    dead_since: date | None


# What was returned or removed as evidence is not handed out any more.
_SAME = or_(Evidence.url == ProgrammeCopy.url, Evidence.file_id == ProgrammeCopy.file_id)
_COPIES = (
    select(ProgrammeCopy, func.max(Evidence.kind))
    .join(Programme, Programme.id == ProgrammeCopy.programme_id)
    .join(Evidence, _SAME)
    .join(ProgrammeEvent, ProgrammeEvent.id == Evidence.event_id)
    .where(
        Programme.mandate_id == bindparam("mandate_id"),
        ProgrammeEvent.mandate_id == bindparam("mandate_id"),
        ProgrammeEvent.state == RecordState.ACCEPTED,
    )
    .group_by(ProgrammeCopy.id)
    .order_by(ProgrammeCopy.id.desc())
)
_NEWEST = _COPIES.limit(1)
_COUNT = select(func.count()).select_from(_COPIES.order_by(None).subquery())
_DIED = select(func.max(ProgrammeEvent.happened_on)).where(
    ProgrammeEvent.kind == ProgrammeEventKind.DEAD_LINK,
    ProgrammeEvent.mandate_id == bindparam("mandate_id"),
    ProgrammeEvent.state == RecordState.ACCEPTED,
)
_LINK = select(Programme.url, Programme.link_failed_on, _DIED.scalar_subquery()).where(
    Programme.mandate_id == bindparam("mandate_id")
)


async def shelf(uow: UnitOfWork, mandate_id: int, page: int = 0) -> Shelf:
    """The newest first. Raises NotFound."""
    found = await deputy(uow, known_id("deputy", mandate_id))
    key = {"mandate_id": mandate_id}
    total = await uow.session.scalar(_COUNT, key) or 0
    here = max(0, min(page, (total - 1) // PAGE))
    rows = await uow.session.execute(_COPIES.offset(here * PAGE).limit(PAGE), key)
    return Shelf(found, tuple(_copy(uow, row, kind) for row, kind in rows), here, total)


async def copy(uow: UnitOfWork, mandate_id: int, copy_id: int) -> tuple[Deputy, Copy]:
    """Raises NotFound."""
    which = ProgrammeCopy.id == known_id("copy", copy_id)
    key = {"mandate_id": known_id("deputy", mandate_id)}
    found = (await uow.session.execute(_COPIES.where(which), key)).first()
    if found is None:
        raise NotFound("copy", copy_id)
    return await deputy(uow, mandate_id), _copy(uow, *found)


async def kept(uow: UnitOfWork, mandate_id: int) -> Kept:
    """The newest copy, and whether the link still leads anywhere."""
    key = {"mandate_id": known_id("deputy", mandate_id)}
    newest = (await uow.session.execute(_NEWEST, key)).first()
    return Kept(_copy(uow, *newest) if newest else None, await _dead_since(uow, key))


async def _dead_since(uow: UnitOfWork, key: dict[str, int]) -> date | None:
    """A look that failed, or what was accepted about it while there is no other link."""
    found = (await uow.session.execute(_LINK, key)).first()
    if found is None:
        return await uow.session.scalar(_DIED, key)
    url, failed_on, died = found
    return failed_on if url else died


def _copy(uow: UnitOfWork, row: ProgrammeCopy, kind: str) -> Copy:
    return Copy(
        row.id,
        row.url,
        row.file_name,
        row.sha256,
        row.size,
        uow.rules.today(row.kept_at),
        row.path,
        row.file_id,
        is_photo=bool(row.file_id) and kind == "photo",
    )
