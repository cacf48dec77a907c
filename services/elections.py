"""Election mode: the periods of data/elections.yaml, and what is closed in them."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

import yaml
from sqlalchemy import ColumnElement, false, select, true

from domain.election import ElectionPeriod, election_on
from domain.errors import ElectionTime
from domain.roles import Actor
from models.assemblies import Assembly, Convocation
from services.grants import require_coordinator
from services.unit_of_work import UnitOfWork

FILE: Final = "elections.yaml"


def periods_of(path: Path) -> tuple[ElectionPeriod, ...]:
    """None where there is no such file. Raises ValueError with what is wrong in it."""
    if not path.exists():
        return ()
    try:
        found: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
        return tuple(_period(one) for one in (found or {}).get("periods") or ())
    except (yaml.YAMLError, AttributeError, KeyError, TypeError) as error:
        message = "give each period its first and last day (2027-01-15) and its source"
        raise ValueError(message) from error


def _period(one: dict[str, Any]) -> ElectionPeriod:
    first, last, source = one["first"], one["last"], one["source"]
    if not (type(first) is date and type(last) is date and source):
        raise TypeError
    return ElectionPeriod(first, last, str(source), one.get("assembly"))


def require_no_election(uow: UnitOfWork, assembly: str | None) -> None:
    """Raises ElectionTime. `assembly` is a code; None for what is about several."""
    found = election_on(uow.rules.today(uow.now), uow.rules.elections, assembly)
    if found is not None:
        raise ElectionTime(found.last)


async def require_no_election_in(uow: UnitOfWork, assembly_id: int) -> None:
    """The same by the id of an assembly."""
    if uow.rules.elections:
        query = select(Assembly.code).where(Assembly.id == assembly_id)
        require_no_election(uow, await uow.session.scalar(query))


def not_in_election(uow: UnitOfWork) -> ColumnElement[bool]:
    """For a query with `Convocation`: rows of assemblies in which nothing is closed today."""
    today = uow.rules.today(uow.now)
    now = [one.assembly for one in uow.rules.elections if election_on(today, [one])]
    if not now:
        return true()
    if None in now:
        return false()
    closed = select(Assembly.id).where(Assembly.code.in_(now))
    return Convocation.assembly_id.not_in(closed)


def known_periods(uow: UnitOfWork, actor: Actor) -> Sequence[tuple[ElectionPeriod, bool]]:
    """Those that are not over, each with whether it is in force; for coordinators."""
    require_coordinator(actor)
    today = uow.rules.today(uow.now)
    ahead = sorted(
        (one for one in uow.rules.elections if one.last >= today), key=lambda it: it.first
    )
    return [(one, one.first <= today) for one in ahead]
