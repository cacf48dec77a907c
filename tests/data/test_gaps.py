"""What coordinators are told is missing, and what they may fill in."""

from pathlib import Path

import pytest
from sqlalchemy import select

from domain.errors import BadInput, NotAllowed, NotFound
from domain.names import Language
from domain.roles import Actor, GrantedRole, Role
from models.assemblies import Assembly
from models.deputies import Mandate, Person
from models.users import User
from services.gap_columns import GapKind
from services.gaps import GapPage, data_gaps, set_mandate_district
from services.unit_of_work import Database, UnitOfWork
from tests.data.conftest import NOW
from tests.data.helpers import DEPUTIES_HEADER, EXAMPLE, SHIPPED, SMALL, bring, folder


async def actor(database: Database, *roles: GrantedRole) -> Actor:
    async with database.write() as uow:
        user = User(telegram_id=77, language="ru", created_at=NOW)
        uow.session.add(user)
        await uow.session.flush()
    return Actor(user.id, 77, Language.RU, roles)


@pytest.fixture
async def everywhere(loaded: Database) -> Actor:
    return await actor(loaded, GrantedRole(Role.COORDINATOR))


async def assembly_id(uow: UnitOfWork, slug: str) -> int:
    return (await uow.session.scalars(select(Assembly.id).where(Assembly.slug == slug))).one()


async def mandate_of(uow: UnitOfWork, slug: str) -> Mandate:
    query = select(Mandate).join(Person, Person.id == Mandate.person_id).where(Person.slug == slug)
    return (await uow.session.scalars(query)).one()


async def gaps(
    database: Database, who: Actor, kind: GapKind | None = None, offset: int = 0, limit: int = 100
) -> GapPage:
    async with database.read() as uow:
        return await data_gaps(uow, who, kind, offset=offset, limit=limit)


async def test_all_gaps_of_the_shipped_data(loaded: Database, everywhere: Actor) -> None:
    found = await gaps(loaded, everywhere, limit=5)
    assert found.counts == {
        GapKind.MANDATE_WITHOUT_DISTRICT: 9,
        GapKind.DISTRICT_WITHOUT_DEPUTY: 9,
        GapKind.NAME_IN_DOUBT: 22,
        GapKind.PROGRAMME_UNKNOWN: 29,
        GapKind.PLACE_WITHOUT_DISTRICT: 38,
        GapKind.TERRITORY_UNKNOWN: 6,
        GapKind.ASSEMBLY_WITHOUT_DEPUTIES: 20,
    }
    assert found.total == 133
    assert len(found.gaps) == 5
    assert {gap.kind for gap in found.gaps} == {GapKind.MANDATE_WITHOUT_DISTRICT}
    assert found.gaps[0].assembly is not None
    assert found.gaps[0].assembly.en == "Mazhilis of the Parliament of the Republic of Kazakhstan"


async def test_pages_hold_each_gap_once(loaded: Database, everywhere: Actor) -> None:
    pages = [await gaps(loaded, everywhere, offset=start, limit=20) for start in range(0, 140, 20)]
    seen = [
        (gap.kind, gap.mandate_id, gap.district_id, gap.place_id, gap.region_id)
        for page in pages
        for gap in page.gaps
    ]
    assert len(seen) == len(set(seen)) == 133
    ranks = [list(GapKind).index(gap[0]) for gap in seen]
    assert ranks == sorted(ranks)
    assert (await gaps(loaded, everywhere, offset=10_000)).gaps == ()


async def test_doubts_come_with_what_is_known(loaded: Database, everywhere: Actor) -> None:
    found = await gaps(loaded, everywhere, GapKind.NAME_IN_DOUBT)
    assert found.total == len(found.gaps) == 22
    doubt = next(gap for gap in found.gaps if gap.name.ru == "Тумашинов Л.")
    assert doubt.note is not None
    assert "Тұмашанов" in doubt.note


async def test_maslikhats_are_counted_by_region(loaded: Database, everywhere: Actor) -> None:
    found = await gaps(loaded, everywhere, GapKind.ASSEMBLY_WITHOUT_DEPUTIES)
    by_name = {gap.name.en: gap for gap in found.gaps}
    assert by_name["Kostanay Region"].assemblies == 21
    assert by_name["Kostanay Region"].assembly is None
    assert by_name["Astana city"].assemblies == 1
    assert by_name["Astana city"].assembly is not None
    assert sum(gap.assemblies for gap in found.gaps) == 223


async def test_a_coordinator_sees_the_own_assemblies_only(loaded: Database) -> None:
    await bring(loaded, EXAMPLE)
    async with loaded.read() as uow:
        own = await assembly_id(uow, "example")
    found = await gaps(loaded, await actor(loaded, GrantedRole(Role.COORDINATOR, assembly_id=own)))
    assert {gap.assembly_id for gap in found.gaps} == {own}
    assert found.counts == {
        GapKind.DISTRICT_WITHOUT_DEPUTY: 1,
        GapKind.PROGRAMME_UNKNOWN: 14,
    }
    assert found.gaps[0].district == 14


@pytest.mark.parametrize("role", [Role.VOTER, Role.ACTIVIST, Role.DEPUTY, Role.ASSISTANT])
async def test_others_are_not_told(loaded: Database, role: Role) -> None:
    with pytest.raises(NotAllowed):
        await gaps(loaded, await actor(loaded, GrantedRole(role, mandate_id=1)))


async def test_only_the_newest_convocation_counts(empty: Database, tmp_path: Path) -> None:
    files = {
        **SMALL,
        "convocations.csv": "assembly,number,takes_appeals\ntown,8,no\ntown,9,yes\n",
        "deputies.csv": f"{DEPUTIES_HEADER}\nold,Старый,town,8,district,\nnew,Новая,town,9,list,\n",
    }
    await bring(empty, folder(tmp_path / "a", files))
    found = await gaps(empty, await actor(empty, GrantedRole(Role.COORDINATOR)))
    assert [(gap.kind, gap.name.ru) for gap in found.gaps] == [
        (GapKind.PROGRAMME_UNKNOWN, "Новая"),
        (GapKind.TRANSLATION_MISSING, "Маслихат города"),
        (GapKind.TRANSLATION_MISSING, "Новая"),
    ]
    assert found.gaps[1].missing == (Language.KK, Language.EN)


async def test_filling_in_a_district(loaded: Database, everywhere: Actor) -> None:
    async with loaded.write() as uow:
        mandate = await mandate_of(uow, "tumashinov")
        found = await set_mandate_district(uow, everywhere, mandate.id, 27)
        assert (found.district, found.name.ru) == (27, "Тумашинов Л.")
        assert mandate.district_source == "coordinator"
        assert (mandate.district_set_by, mandate.district_set_at) == (everywhere.user_id, NOW)
    async with loaded.write() as uow:
        again = await set_mandate_district(uow, everywhere, mandate.id, 27)
        assert again == found
        other = await set_mandate_district(uow, everywhere, mandate.id, 26)
        assert other.district == 26
    counts = (await gaps(loaded, everywhere)).counts
    assert counts[GapKind.MANDATE_WITHOUT_DISTRICT] == 8
    assert counts[GapKind.DISTRICT_WITHOUT_DEPUTY] == 8
    assert not (await bring(loaded, SHIPPED)).changed


@pytest.mark.parametrize(
    ("slug", "number", "error"),
    [
        ("tumashinov", 30, NotFound),
        ("tumashinov", 0, NotFound),
        ("tumashinov", -(2**70), NotFound),
        ("tumashinov", 2**70, NotFound),
        ("tumashinov", 8, BadInput),  # somebody else's
        ("bazarbek", 25, BadInput),  # known from the sources
    ],
)
async def test_what_cannot_be_filled_in(
    loaded: Database, everywhere: Actor, slug: str, number: int, error: type[Exception]
) -> None:
    async with loaded.write() as uow:
        mandate = await mandate_of(uow, slug)
        before = mandate.district_id
        with pytest.raises(error):
            await set_mandate_district(uow, everywhere, mandate.id, number)
        assert mandate.district_id == before


async def test_only_coordinators_of_the_assembly_fill_in(loaded: Database) -> None:
    async with loaded.write() as uow:
        mandate = await mandate_of(uow, "tumashinov")
        other = await assembly_id(uow, "abai")
    roles = (
        GrantedRole(Role.COORDINATOR, assembly_id=other),
        GrantedRole(Role.DEPUTY, mandate_id=mandate.id),
    )
    who = await actor(loaded, *roles)
    async with loaded.write() as uow:
        with pytest.raises(NotAllowed):
            await set_mandate_district(uow, who, mandate.id, 27)
        with pytest.raises(NotFound):
            await set_mandate_district(uow, who, 10_000, 27)
