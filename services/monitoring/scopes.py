"""Of which convocations there is something to report, and for which period."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import func, select

from models.assemblies import Assembly, Convocation
from models.deputies import Mandate
from models.figures import StatedFigure
from services.monitoring.facts import Period, Scope
from services.unit_of_work import UnitOfWork


async def scopes(uow: UnitOfWork, assembly: str | int | None = None) -> list[Scope]:
    """Convocations whose deputies are known, the fullest first, the newer one of equals.

    The period is that of the figures that are stated, else the one of the convocation.
    """
    query = (
        select(Convocation, Assembly, func.count(Mandate.id))
        .join(Assembly, Assembly.id == Convocation.assembly_id)
        .join(Mandate, Mandate.convocation_id == Convocation.id)
        .group_by(Convocation.id, Assembly.id)
        .order_by(func.count(Mandate.id).desc(), Convocation.number.desc(), Convocation.id)
    )
    if isinstance(assembly, int):
        query = query.where(Assembly.id == assembly)
    elif assembly is not None:
        query = query.where(Assembly.slug == assembly)
    stated = await _stated_periods(uow)
    today = uow.rules.today(uow.now)
    return [
        Scope(
            row.id,
            row.slug,
            row.names,
            convocation.id,
            convocation.number,
            stated.get(convocation.id) or _term(convocation, today),
        )
        for convocation, row, _ in await uow.session.execute(query)
    ]


async def _stated_periods(uow: UnitOfWork) -> Mapping[int | None, Period]:
    """Of each convocation the period that ends last, the longest of those."""
    rows = await uow.session.execute(
        select(StatedFigure.convocation_id, StatedFigure.period_from, StatedFigure.period_to)
        .where(StatedFigure.period_from.is_not(None), StatedFigure.period_to.is_not(None))
        .distinct()
        .order_by(StatedFigure.period_to, StatedFigure.period_from.desc())
    )
    return {ident: (first, last) for ident, first, last in rows if first and last}


def _term(convocation: Convocation, today: date) -> Period:
    first = convocation.starts_on or date(today.year, 1, 1)
    last = min(convocation.ends_on or today, today)
    return (first, last) if first <= last else (first, first)
