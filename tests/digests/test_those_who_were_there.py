"""People who had districts and roles before there were digests get theirs, too."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import delete, select, update

from models.deputies import Mandate
from models.news import DigestPlan, Subscription
from models.schema import downgrade, upgrade
from models.users import User
from tests.acting import SABILYANOV, assistant_of, deputy_id
from tests.world import Someone, World

MONDAY = datetime(2026, 11, 30, 4, 0, tzinfo=UTC)


async def at_home(world: World) -> Someone:
    found = world.person("Aigul")
    await found.opens(f"d_{await deputy_id(world, SABILYANOV)}")
    await found.taps("This is my district")
    return found


async def as_before_digests(world: World) -> None:
    engine = world.app.database.engine
    async with world.app.database.write() as uow:
        await uow.session.execute(delete(DigestPlan))
        await uow.session.execute(delete(Subscription))
    await downgrade(engine, "0091")
    await upgrade(engine)


async def plans(world: World) -> dict[int, DigestPlan]:
    async with world.app.database.read() as uow:
        rows = await uow.session.execute(
            select(User.telegram_id, DigestPlan).join(DigestPlan, DigestPlan.user_id == User.id)
        )
        return {row[0]: row[1] for row in rows}


async def test_a_district_or_a_role_from_before_brings_a_digest(world: World) -> None:
    aigul = await at_home(world)
    yerlan = await assistant_of(world, SABILYANOV)
    stranger = world.person("Berik")
    await stranger.says("/start")
    await as_before_digests(world)
    found = await plans(world)
    assert set(found) == {aigul.telegram.id, yerlan.telegram.id}
    for plan in found.values():
        assert plan.next_at is not None
        local = plan.next_at.astimezone(ZoneInfo("Asia/Almaty"))
        assert (local.weekday(), local.hour, local.minute) == (0, 9, 0)
    async with world.app.database.write() as uow:
        (followed,) = await uow.session.scalars(select(Subscription))
        await uow.session.execute(update(DigestPlan).values(cursor=uow.now, next_at=MONDAY))
    assert followed.mandate_id == await deputy_id(world, SABILYANOV)
    await world.at(MONDAY)
    assert "Nothing new about Nurtai Sabilyanov" in aigul.text
    assert "What the district asks" in yerlan.text
    assert not stranger.saw("Your week")


async def test_where_nobody_sits_any_longer_the_last_one_is_followed(world: World) -> None:
    await at_home(world)
    async with world.app.database.write() as uow:
        await uow.session.execute(update(Mandate).values(ends_on=datetime(2020, 1, 1, tzinfo=UTC)))
    await as_before_digests(world)
    async with world.app.database.read() as uow:
        (followed,) = await uow.session.scalars(select(Subscription))
    assert followed.mandate_id == await deputy_id(world, SABILYANOV)


async def test_what_somebody_chose_stays(world: World) -> None:
    aigul = await at_home(world)
    await aigul.says("/following")
    await aigul.taps("Stop 1")
    await aigul.says("/digest")
    await aigul.taps("Switch off")
    await downgrade(world.app.database.engine, "0091")
    await upgrade(world.app.database.engine)
    (plan,) = (await plans(world)).values()
    assert plan.next_at is None
    async with world.app.database.read() as uow:
        assert (await uow.session.scalars(select(Subscription))).all() == []


async def test_a_coordinator_of_the_settings_gets_it_without_a_tap(world: World) -> None:
    saule = await world.coordinator()
    await world.at(world.clock())
    await world.at(MONDAY)
    assert "Coordination" in saule.text
    await saule.says("/digest")
    await saule.taps("Switch off")
    await world.at(datetime(2026, 12, 7, 4, 0, tzinfo=UTC))
    assert sum("Coordination" in one.text for one in saule.messages) == 1
