"""The report of a period: facts and what follows from them, the same for every language."""

import hashlib
import re
from dataclasses import dataclass

import orjson

from domain.errors import NotFound
from services.monitoring.contradictions import Contradiction, contradictions
from services.monitoring.diagrams import Diagram, diagrams
from services.monitoring.facts import Facts, Scope
from services.monitoring.findings import Finding, findings
from services.monitoring.gaps import Gap, gaps
from services.monitoring.loading import load
from services.monitoring.scopes import scopes
from services.unit_of_work import UnitOfWork

_ID = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class Report:
    """`version` is a digest of the facts: the same facts make the same report."""

    facts: Facts
    diagrams: tuple[Diagram, ...]
    findings: tuple[Finding, ...]
    contradictions: tuple[Contradiction, ...]
    gaps: tuple[Gap, ...]
    version: str


async def report(uow: UnitOfWork, scope: Scope) -> Report:
    """Reads everything in one transaction; computes without the database."""
    return conclude(await load(uow, scope))


def conclude(facts: Facts) -> Report:
    drawn = diagrams(facts)
    return Report(
        facts=facts,
        diagrams=drawn,
        findings=findings(drawn),
        contradictions=contradictions(facts),
        gaps=gaps(facts),
        version=_digest(facts),
    )


def _digest(facts: Facts) -> str:
    content = orjson.dumps(facts, option=orjson.OPT_SORT_KEYS | orjson.OPT_NON_STR_KEYS)
    return hashlib.sha256(content).hexdigest()[:12]


async def find_scope(uow: UnitOfWork, assembly: str | None) -> Scope:
    """By slug or id; without either the one with most deputies. Raises NotFound."""
    is_id = assembly is not None and _ID.fullmatch(assembly)
    found = await scopes(uow, int(assembly) if assembly and is_id else assembly)
    if not found:
        raise NotFound("assembly", assembly)
    return found[0]
