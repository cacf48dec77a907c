"""Two deputies of one convocation side by side: no ranking, and only where there is enough."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import func, select

from domain.errors import NotFound
from domain.measures import Measure
from domain.names import Names
from domain.samples import enough
from models.deputies import Mandate, Person
from services.directory import Deputy, deputy
from services.elections import require_no_election_in
from services.ids import known_id
from services.monitoring.facts import Period
from services.promises.profiles import Figure, facts_of, figures
from services.promises.responses import Response
from services.unit_of_work import UnitOfWork

PAGE: Final = 5


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures side by side, no order of merit is meant; what each side says to its own."""

    measure: Measure
    counted: bool
    first: float
    second: float
    said: tuple[tuple[Response, ...], tuple[Response, ...]] = ((), ())


@dataclass(frozen=True, slots=True)
class Comparison:
    """`pairs` hold only what both have enough of; `too_few` is what was left out for that."""

    first: Deputy
    second: Deputy
    period: Period
    pairs: tuple[Pair, ...]
    too_few: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Other:
    mandate_id: int
    name: Names


@dataclass(frozen=True, slots=True)
class Others:
    rows: tuple[Other, ...]
    page: int
    total: int


async def others(uow: UnitOfWork, mandate_id: int, page: int) -> Others:
    """With whom a deputy can be compared: the same convocation, by name."""
    about = await deputy(uow, known_id("deputy", mandate_id))
    await require_no_election_in(uow, about.assembly_id)
    term = select(Mandate.convocation_id).where(Mandate.id == mandate_id).scalar_subquery()
    which = (Mandate.convocation_id == term, Mandate.id != mandate_id)
    total = await uow.session.scalar(select(func.count(Mandate.id)).where(*which)) or 0
    here = min(max(page, 0), max(0, (total - 1) // PAGE))
    rows = await uow.session.execute(
        select(Mandate.id, Person)
        .join(Person, Person.id == Mandate.person_id)
        .where(*which)
        .order_by(func.coalesce(Person.name_ru, ""), Mandate.id)
        .offset(here * PAGE)
        .limit(PAGE)
    )
    return Others(tuple(Other(ident, person.names) for ident, person in rows), here, total)


async def compare(uow: UnitOfWork, first_id: int, second_id: int) -> Comparison:
    """Of one convocation and one period. Raises NotFound, ElectionTime."""
    first, scope = await facts_of(uow, first_id)
    await require_no_election_in(uow, scope.assembly_id)
    second, other = await facts_of(uow, second_id)
    if first_id == second_id or scope.convocation_id != other.convocation_id:
        raise NotFound("deputy", second_id)
    pairs: list[Pair] = []
    too_few: list[Measure] = []
    for one, two in zip(
        await figures(uow, first, scope), await figures(uow, second, scope), strict=True
    ):
        found = _pair(one, two)
        if found:
            pairs.append(found)
        else:
            too_few.append(one.measure)
    return Comparison(
        await deputy(uow, first_id),
        await deputy(uow, second_id),
        scope.period,
        tuple(pairs),
        tuple(too_few),
    )


def _pair(first: Figure, second: Figure) -> Pair | None:
    """Stated with stated or counted with counted; each must rest on enough cases."""
    said = (first.responses, second.responses)
    if first.stated is not None and second.stated is not None:
        if enough(first.stated) and enough(second.stated):
            return Pair(first.measure, False, first.stated, second.stated, said)  # noqa: FBT003
        return None
    if enough(first.counted) and enough(second.counted):
        return Pair(first.measure, counted=True, first=first.counted, second=second.counted)
    return None
