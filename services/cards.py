"""What is known about a deputy, with the gaps: the card."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from sqlalchemy import or_, select

from domain.names import Names
from domain.promises import Subject
from domain.roles import Actor
from models.assemblies import District
from models.deputies import Mandate, Person
from models.figures import StatedFigure
from models.geography import Place, PlaceDistrict
from models.programmes import Programme, Promise
from services import followed, people
from services.directory import Deputy, deputy
from services.directory_cache import kept
from services.ids import known_id
from services.promises.responses import Response, about
from services.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Figure:
    """As a source states it for a period; never computed here."""

    measure: str
    value: float
    unit: str
    period: tuple[date | None, date | None]
    source: str | None
    responses: tuple[Response, ...] = ()


@dataclass(frozen=True, slots=True)
class CardPlace:
    name: Names
    kind: str


@dataclass(frozen=True, slots=True)
class Card:
    """`name_sure`, `district_sure`: the sources agree and say it outright."""

    deputy: Deputy
    ended: bool
    territory: Names
    places: tuple[CardPlace, ...]
    figures: tuple[Figure, ...]
    programme_known: bool
    is_home: bool
    followed: bool
    name_sure: bool
    district_sure: bool
    district_source: str | None

    @property
    def can_be_home(self) -> bool:
        return self.deputy.district_id is not None and not self.is_home


async def card(uow: UnitOfWork, actor: Actor, mandate_id: int) -> Card:
    """Raises NotFound."""
    known_id("deputy", mandate_id)
    found = await kept(uow, (Card, mandate_id), partial(_card, uow, mandate_id))
    homes = await people.homes_of(uow, actor)
    return replace(
        found,
        ended=found.deputy.ended(uow.rules.today(uow.now)),
        is_home=(found.deputy.assembly_id, found.deputy.district_id) in homes,
        followed=await followed.followed_deputy(uow, actor, mandate_id),
    )


async def _card(uow: UnitOfWork, mandate_id: int) -> Card:
    """Without what depends on the day and on who looks."""
    found = await deputy(uow, mandate_id)
    mandate = await uow.session.get_one(Mandate, mandate_id)
    person = await uow.session.get_one(Person, found.person_id)
    district = await uow.session.get(District, found.district_id) if found.district_id else None
    return Card(
        deputy=found,
        ended=False,
        territory=_territory(district),
        places=await _places(uow, found.district_id),
        figures=await _figures(uow, mandate_id),
        programme_known=await _programme_known(uow, mandate_id),
        is_home=False,
        followed=False,
        name_sure=person.confidence != "low",
        district_sure=mandate.confidence in {None, "high"},
        district_source=mandate.district_source,
    )


def _territory(district: District | None) -> Names:
    if district is None:
        return Names(None, None, None)
    return Names(district.territory_kk, district.territory_ru, district.territory_en)


async def _places(uow: UnitOfWork, district_id: int | None) -> tuple[CardPlace, ...]:
    """The places that lie in the district for certain, cities first."""
    if district_id is None:
        return ()
    rows = await uow.session.scalars(
        select(Place)
        .join(PlaceDistrict, PlaceDistrict.place_id == Place.id)
        .where(PlaceDistrict.district_id == district_id, PlaceDistrict.certain)
        .order_by(Place.kind != "city", Place.kato)
    )
    return tuple(CardPlace(row.names, row.kind) for row in rows)


async def _figures(uow: UnitOfWork, mandate_id: int) -> tuple[Figure, ...]:
    rows: Sequence[StatedFigure] = (
        await uow.session.scalars(
            select(StatedFigure)
            .where(StatedFigure.mandate_id == mandate_id)
            .order_by(StatedFigure.id)
        )
    ).all()
    said = await about(uow, Subject.FIGURE, [row.id for row in rows])
    return tuple(
        Figure(
            row.measure,
            row.value,
            row.unit,
            (row.period_from, row.period_to),
            row.source,
            said.get(row.id, ()),
        )
        for row in rows
    )


async def _programme_known(uow: UnitOfWork, mandate_id: int) -> bool:
    """Something of the programme can be read: a link or at least one promise."""
    found = await uow.session.scalar(
        select(Programme.id)
        .outerjoin(Promise, Promise.programme_id == Programme.id)
        .where(
            Programme.mandate_id == mandate_id,
            or_(Programme.url.is_not(None), Promise.id.is_not(None)),
        )
        .limit(1)
    )
    return found is not None
