"""How much one may send, whom one may not write to, and whom to call in danger."""

from datetime import timedelta

import pytest

from domain.appeals import State
from models.users import Grant
from services import inbox, people
from tests.acting import SABILYANOV, assistant_of, compose, deputy_id, write
from tests.appeals.guarding import appeals, write_next
from tests.world import MORNING, World

DEPUTIES = (SABILYANOV, "bapi", "kuspan")


@pytest.fixture(autouse=True)
def _limits(world: World) -> None:
    world.with_limits()


async def test_one_letter_a_minute(world: World) -> None:
    voter = world.person()
    await write(world, voter, "The road is broken.")
    await compose(world, voter, "The school is cold.", slug="bapi")
    await voter.taps("Agree and send")
    assert "it can be sent on Tuesday, November 24, 2026, 10:01" in voter.text
    assert [one.state for one in await appeals(world)].count(State.DRAFT) == 1
    world.clock.move_to(MORNING + timedelta(minutes=1))
    await voter.says("/appeals")
    await voter.taps(next(one for one in voter.labels if one.startswith("Not sent yet")))
    assert "The school is cold." in voter.text
    await voter.taps("Agree and send")
    assert all(one.number for one in await appeals(world))


async def test_five_letters_a_day(world: World) -> None:
    voter = world.person()
    for index in range(5):
        await write_next(world, voter, f"Matter {index} of mine.", slug=DEPUTIES[index % 3])
    world.clock.move_to(MORNING + timedelta(hours=1))
    await compose(world, voter, "One more.", slug="kuspan")
    await voter.taps("Agree and send")
    assert "it can be sent on Wednesday, November 25, 2026, 10:01" in voter.text
    world.clock.move_to(MORNING + timedelta(days=1, minutes=1))
    await voter.says("/appeal")
    await voter.taps("Agree and send")
    assert len([one for one in await appeals(world) if one.number]) == 6


async def test_three_letters_wait_for_one_deputy(world: World) -> None:
    voter = world.person()
    for index in range(3):
        await write_next(world, voter, f"Matter {index} of mine.")
    world.clock.move_to(MORNING + timedelta(days=2))
    await compose(world, voter, "One more.")
    await voter.taps("Agree and send")
    assert "wait for this deputy's answer" in voter.text
    assert len([one for one in await appeals(world) if one.number]) == 3
    first = (await appeals(world))[0]
    await voter.taps_data(f"a_wd:{first.id}:1")
    await voter.says("/appeal")
    await voter.taps("Agree and send")
    assert len([one for one in await appeals(world) if one.number]) == 4


async def test_nobody_writes_to_themselves(world: World) -> None:
    assistant = await assistant_of(world, SABILYANOV)
    await assistant.opens(f"d_{await deputy_id(world, SABILYANOV)}")
    await assistant.taps("Write an appeal")
    assert "You work for this deputy" in assistant.text
    await write(world, assistant, "The road is broken.", slug="bapi")
    assert assistant.saw("Your letter is registered")


async def test_who_joins_the_side_while_writing(world: World) -> None:
    voter = world.person(ident=5005)
    await compose(world, voter, "The road is broken.")
    async with world.app.database.write() as uow:
        actor = await people.actor_of(uow, 5005, "en")
        mandate_id = (await appeals(world))[0].mandate_id
        uow.session.add(
            Grant(user_id=actor.user_id, role="deputy", mandate_id=mandate_id, granted_at=uow.now)
        )
    await voter.taps("Agree and send")
    assert "You work for this deputy" in voter.text
    assert (await appeals(world))[0].number is None


async def test_danger_shows_whom_to_call_and_goes_on(world: World) -> None:
    voter = world.person()
    await compose(world, voter, "My husband beats me and nobody helps.")
    called, preview = voter.messages[-2:]
    assert "102: police" in called.text
    assert "111: " in called.text
    assert "My husband beats me" in preview.text
    await voter.taps("Agree and send")
    assert voter.saw("Your letter is registered")


async def test_danger_outside_of_a_letter_too(world: World) -> None:
    voter = world.person()
    await voter.says("/start")
    await voter.says("Our house is on fire, help")
    assert voter.saw("101: fire brigade")


async def test_no_alarm_about_a_fire_station(world: World) -> None:
    voter = world.person(language="ru")
    await voter.says("/start")
    await voter.says("Пожарная часть в селе закрыта второй год, это опасно")
    assert not voter.saw("101")
    async with world.app.database.read() as uow:
        assert await inbox.dead(uow) == []
