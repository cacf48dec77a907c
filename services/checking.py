"""Is everything in the database consistent? Looks, and changes nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Row, func, or_, select, text

from domain.appeals import UNREGISTERED, Kind, Outcome, State
from domain.numbers import AppealNumber
from domain.roles import DEPUTY_SIDE, Role
from models.appeals import Appeal, AppealEvent, NumberCounter
from models.assemblies import Assembly
from models.users import Grant, Invite
from services import checking_cases
from services.appeals import events
from services.unit_of_work import UnitOfWork

MESSAGES: Final = checking_cases.MESSAGES | {
    "damaged": "the database file is damaged: {verdict}",
    "orphan": "{table}, row {row}: points to a row of {parent} that is not there",
    "gap": "{assembly} {year}: the numbers are not 1 to {highest} without a gap ({count} found)",
    "counter": "{assembly} {year}: the counter stands at {value}, the highest number is {highest}",
    "number": "appeal {appeal}: the number {number} does not fit its assembly, year and serial",
    "no_number": "appeal {appeal}: {state} but without a number",
    "numbered_draft": "appeal {appeal}: a draft with a number",
    "unknown_value": "appeal {appeal}: unknown {field} {value}",
    "chain": "appeal {appeal}: its events do not fit from step {position} on",
    "no_events": "appeal {appeal}: has no events",
    "last_event": "appeal {appeal}: {state}, but its last event says {event}",
    "unknown_role": "{table} {row}: unknown role {role}",
    "unbound_role": "{table} {row}: {role} without a mandate, or a mandate where none belongs",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """`reason` is a key of MESSAGES, `facts` what its sentence needs: ids and numbers only."""

    reason: str
    facts: dict[str, Any]

    @property
    def message(self) -> str:
        return MESSAGES[self.reason].format(**self.facts)


def _finding(reason: str, **facts: object) -> Finding:
    return Finding(reason, facts)


async def check(uow: UnitOfWork) -> list[Finding]:
    """All that is wrong; empty when all is well."""
    found = await _storage(uow)
    if any(one.reason == "damaged" for one in found):
        return found
    return [
        *found,
        *await _series(uow),
        *await _appeals(uow),
        *await _chains(uow),
        *(_finding(reason, **facts) for reason, facts in await checking_cases.findings(uow)),
        *await _roles(uow),
    ]


async def _storage(uow: UnitOfWork) -> list[Finding]:
    """PostgreSQL watches its files and references by itself."""
    if uow.session.get_bind().dialect.name != "sqlite":
        return []
    verdicts = (await uow.session.scalars(text("PRAGMA integrity_check"))).all()
    found = [_finding("damaged", verdict=one) for one in verdicts if one != "ok"]
    if found:
        return found
    rows = await uow.session.execute(text("PRAGMA foreign_key_check"))
    return [
        _finding("orphan", table=table, row=row, parent=parent) for table, row, parent, _key in rows
    ]


async def _series(uow: UnitOfWork) -> list[Finding]:
    """Numbers of one assembly and year: 1 to n, and the counter at n."""
    highest: dict[tuple[int, int], tuple[int, int]] = {}
    rows = await uow.session.execute(
        select(Appeal.assembly_id, Appeal.year, func.max(Appeal.serial), func.count(Appeal.serial))
        .where(Appeal.serial.is_not(None), Appeal.year.is_not(None))
        .group_by(Appeal.assembly_id, Appeal.year)
    )
    for assembly_id, year, most, count in rows:
        highest[(assembly_id, year or 0)] = (most or 0, count)
    counters = {
        (row.assembly_id, row.year): row.value
        for row in await uow.session.scalars(select(NumberCounter))
    }
    codes = {row.id: row.code for row in await uow.session.scalars(select(Assembly))}
    found: list[Finding] = []
    for key in sorted(highest.keys() | counters.keys()):
        most, count = highest.get(key, (0, 0))
        place = {"assembly": codes.get(key[0], key[0]), "year": key[1], "highest": most}
        if count != most:
            found.append(_finding("gap", count=count, **place))
        if counters.get(key, 0) != most:
            found.append(_finding("counter", value=counters.get(key, 0), **place))
    return found


async def _appeals(uow: UnitOfWork) -> list[Finding]:
    rows = await uow.session.execute(
        select(
            Appeal.id,
            Appeal.state,
            Appeal.kind,
            Appeal.outcome,
            Appeal.number,
            Appeal.year,
            Appeal.serial,
            Assembly.code,
        )
        .join(Assembly, Assembly.id == Appeal.assembly_id)
        .order_by(Appeal.id)
    )
    return [finding for row in rows for finding in _appeal(row)]


# A letter that was joined, or held and withdrawn, comes here without ever having had a number.
_ONCE_NUMBERLESS = frozenset({State.WITHDRAWN, State.ANONYMISED})


def _appeal(row: Any) -> Iterator[Finding]:
    values = (
        ("state", row.state, State),
        ("kind", row.kind, Kind),
        ("outcome", row.outcome, Outcome),
    )
    for name, value, known in values:
        if value is not None and value not in set(known):
            yield _finding("unknown_value", appeal=row.id, field=name, value=value)
    if row.state in UNREGISTERED:
        if row.number is not None:
            yield _finding("numbered_draft", appeal=row.id)
    elif row.state in _ONCE_NUMBERLESS and row.number is None and row.serial is None:
        return
    elif row.number is None or row.year is None or row.serial is None:
        yield _finding("no_number", appeal=row.id, state=row.state)
    elif row.number != str(AppealNumber(row.code, row.year, row.serial)):
        yield _finding("number", appeal=row.id, number=row.number)


async def _chains(uow: UnitOfWork) -> list[Finding]:
    """Each registered appeal has an unbroken chain that ends in its state.

    That of which only the number is left has none.
    """
    rows = await uow.session.execute(
        select(Appeal.id, Appeal.state)
        .where(
            Appeal.number.is_not(None),
            or_(Appeal.state != State.ANONYMISED, Appeal.expires_at.is_not(None)),
        )
        .order_by(Appeal.id)
    )
    found: list[Finding] = []
    for ident, state in rows.all():
        position = await events.broken_at(uow, ident)
        if position is not None:
            found.append(_finding("chain", appeal=ident, position=position))
            continue
        last = await uow.session.scalar(
            select(AppealEvent.state)
            .where(AppealEvent.appeal_id == ident)
            .order_by(AppealEvent.position.desc())
            .limit(1)
        )
        if last is None:
            found.append(_finding("no_events", appeal=ident))
        elif last != state:
            found.append(_finding("last_event", appeal=ident, state=state, event=last))
        uow.session.expunge_all()  # a check of a large database must not keep all of it
    return found


async def _roles(uow: UnitOfWork) -> list[Finding]:
    grants = await uow.session.execute(select(Grant.id, Grant.role, Grant.mandate_id))
    invites = await uow.session.execute(select(Invite.id, Invite.role, Invite.mandate_id))
    return [*_bound("role", grants.all()), *_bound("invitation", invites.all())]


def _bound(table: str, rows: Sequence[Row[int, str, int | None]]) -> Iterator[Finding]:
    for ident, role, mandate_id in rows:
        if role not in set(Role):
            yield _finding("unknown_role", table=table, row=ident, role=role)
        elif (Role(role) in DEPUTY_SIDE) != (mandate_id is not None):
            yield _finding("unbound_role", table=table, row=ident, role=role)
