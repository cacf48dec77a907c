"""Who may order which monitoring report."""

from dataclasses import replace
from datetime import date

from domain.errors import BadInput, NotAllowed, NotFound
from domain.roles import Actor, Role
from services import jobs
from services.elections import require_no_election_in
from services.jobs import JobView
from services.monitoring.facts import Period, Scope
from services.monitoring.scopes import scopes
from services.unit_of_work import UnitOfWork

KIND = "report"
ROLES = frozenset({Role.COORDINATOR, Role.ACTIVIST})


async def assemblies(uow: UnitOfWork, actor: Actor) -> list[Scope]:
    """Those of the person's roles whose deputies are known. Raises NotAllowed without a role."""
    granted = [one.assembly_id for one in actor.roles if one.role in ROLES]
    if not granted:
        raise NotAllowed("report")
    found = await scopes(uow)
    return found if None in granted else [one for one in found if one.assembly_id in granted]


async def scope(uow: UnitOfWork, actor: Actor, convocation_id: int) -> Scope:
    """Raises NotFound where it is not theirs, ElectionTime: it compares deputies."""
    for one in await assemblies(uow, actor):
        if one.convocation_id == convocation_id:
            await require_no_election_in(uow, one.assembly_id)
            return one
    raise NotFound("convocation", convocation_id)


async def periods(uow: UnitOfWork, found: Scope) -> list[Period]:
    """The one of the data, this year and the last one."""
    today = uow.rules.today(uow.now)
    years = [(date(year, 1, 1), date(year, 12, 31)) for year in (today.year, today.year - 1)]
    this_year = (years[0][0], today)
    return list(dict.fromkeys([found.period, this_year, years[1]]))


async def order(
    uow: UnitOfWork, actor: Actor, convocation_id: int, period: Period, language: str, form: str
) -> JobView:
    """Raises BadInput where the period ends before it begins."""
    found = await scope(uow, actor, convocation_id)
    first, last = period
    if first > last:
        raise BadInput("period_backwards")
    return await jobs.queue(
        uow, actor, KIND, convocation_id=found.convocation_id, first=first.isoformat(),
        last=last.isoformat(), language=language, form=form,
    )  # fmt: skip


async def of_job(uow: UnitOfWork, actor: Actor, facts: dict[str, object]) -> Scope:
    """The scope that was ordered, if the person still may."""
    found = await scope(uow, actor, int(str(facts["convocation_id"])))
    first, last = (date.fromisoformat(str(facts[name])) for name in ("first", "last"))
    return replace(found, period=(first, last))
