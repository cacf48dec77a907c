"""Cases close by themselves; once, some at a time, also when the clock was still for long."""

import pytest
from sqlalchemy import select, update

from models.appeals import Appeal, AppealEvent
from services import checking
from services.appeals import closing
from tests.acting import write
from tests.closing.acts import answered, appeal, day, opens
from tests.world import World


async def closings(world: World) -> list[tuple[str, str]]:
    async with world.app.database.read() as uow:
        rows = await uow.session.execute(
            select(AppealEvent.action, AppealEvent.actor_role).where(
                AppealEvent.action.startswith("close_")
            )
        )
        assert await checking.check(uow) == []
        return [(action, role) for action, role in rows]


async def test_silence_is_not_counted_as_a_success(world: World) -> None:
    voter, assistant = await answered(world)
    told = len(assistant.messages)
    await world.at(day(29))
    assert (await appeal(world)).state == "answered"
    for number in (30, 31, 60):
        await world.at(day(number))
    found = await appeal(world)
    assert (found.state, found.closed_as, found.outcome) == ("closed", "silent", "solved")
    assert await closings(world) == [("close_silent", "system")]
    assert len(assistant.messages) == told
    await opens(voter)
    assert "nobody said whether the answer helped" in voter.text


@pytest.mark.parametrize(("word", "closed_as"), [("Solved", "solved"), ("Partly", "partly")])
async def test_what_is_settled_closes_after_thirty_days(
    world: World, word: str, closed_as: str
) -> None:
    voter, _ = await answered(world)
    await voter.taps(word)
    count = len(voter.messages)
    await world.at(day(400))
    found = await appeal(world)
    assert (found.state, found.closed_as) == ("closed", closed_as)
    assert len(voter.messages) == count


async def test_a_redirected_letter_closes_and_its_author_is_told(world: World) -> None:
    voter, _ = await answered(world)
    async with world.app.database.write() as uow:
        await uow.session.execute(update(Appeal).values(state="redirected"))
        await uow.session.execute(
            update(AppealEvent).where(AppealEvent.action == "answer").values(state="redirected")
        )
    count = len(voter.messages)
    await world.at(day(50))  # due on 15 December, day 21
    assert len(voter.messages) == count
    await world.at(day(52))
    await world.at(day(53))
    assert len(voter.messages) == count + 1
    assert "no answer has become known here" in voter.text
    assert (await appeal_now(world)).closed_as == "redirected"


async def appeal_now(world: World) -> Appeal:
    async with world.app.database.read() as uow:
        return (await uow.session.scalars(select(Appeal))).one()


async def test_many_close_in_helpings(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(closing, "AT_ONCE", 2)
    for words in ("The road.", "A school.", "No water.", "Cold flats.", "The bus stop."):
        await write(world, world.person("Aigul"), words)
    async with world.app.database.write() as uow:
        await uow.session.execute(update(Appeal).values(state="answered"))
        await uow.session.execute(
            update(AppealEvent).where(AppealEvent.position == 2).values(state="answered")
        )
    world.clock.move_to(day(31))
    async with world.app.database.write() as uow:
        assert await closing.close_silent(uow)
    await world.at(day(31))
    async with world.app.database.read() as uow:
        states = (await uow.session.scalars(select(Appeal.closed_as))).all()
    assert list(states) == ["silent"] * 5
