"""The monitoring table of a coordinator: what is still missing about whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from domain.errors import NotFound
from domain.names import Names
from domain.roles import Actor, Role
from services.monitoring.facts import Scope
from services.monitoring.loading import deputies
from services.monitoring.scopes import scopes
from services.promises.profiles import gaps
from services.unit_of_work import UnitOfWork

PAGE: Final = 5


@dataclass(frozen=True, slots=True)
class Row:
    """A deputy of the monitoring table, with what is missing."""

    mandate_id: int
    name: Names
    gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`others`: this person may look at more than this one."""

    scope: Scope
    rows: tuple[Row, ...]
    page: int
    total: int
    complete: int
    others: bool


@dataclass(frozen=True, slots=True)
class Tables:
    """The assemblies whose deputies are known, a page of them."""

    rows: Sequence[Scope]
    page: int
    total: int


async def _theirs(uow: UnitOfWork, actor: Actor) -> list[Scope]:
    """The fullest first. Raises NotFound for others than coordinators."""
    if not actor.has(Role.COORDINATOR):
        raise NotFound("table")
    mine = actor.coordinated_assemblies
    found = [one for one in await scopes(uow) if mine is None or one.assembly_id in mine]
    if not found:
        raise NotFound("table")
    return found


async def tables(uow: UnitOfWork, actor: Actor, page: int = 0) -> Tables:
    """Raises NotFound."""
    found = await _theirs(uow, actor)
    here = min(max(page, 0), max(0, (len(found) - 1) // PAGE))
    return Tables(found[here * PAGE : (here + 1) * PAGE], here, len(found))


async def table(uow: UnitOfWork, actor: Actor, convocation_id: int, page: int = 0) -> Table:
    """Deputies with most gaps first. Raises NotFound."""
    theirs = await _theirs(uow, actor)
    scope = next((one for one in theirs if one.convocation_id == convocation_id), None)
    if scope is None:
        raise NotFound("table")
    found = await deputies(uow, scope)
    rows = [Row(one.mandate_id, one.name, gaps(one)) for one in found]
    rows.sort(key=lambda row: -len(row.gaps))
    here = min(max(page, 0), max(0, (len(rows) - 1) // PAGE))
    shown = tuple(rows[here * PAGE : (here + 1) * PAGE])
    complete = sum(not row.gaps for row in rows)
    return Table(scope, shown, here, len(rows), complete, len(theirs) > 1)
