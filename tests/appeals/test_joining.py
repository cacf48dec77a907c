"""Others ask the same: join them, or send one's own."""

import pytest
from sqlalchemy import update

from domain.appeals import State
from models.appeals import Appeal
from tests.acting import SABILYANOV, answer, assistant_of, compose, write
from tests.appeals.guarding import (
    OTHER_ROAD,
    ROAD,
    SAME_ROAD,
    appeals,
    many_write,
    supporters,
    write_next,
    writes_publicly,
)
from tests.world import Someone, World


@pytest.fixture(autouse=True)
def _limits(world: World) -> None:
    world.with_limits()


async def asks_the_same(world: World, text: str = SAME_ROAD) -> Someone:
    voter = world.person()
    await compose(world, voter, text)
    await voter.taps("Agree and send")
    return voter


async def test_join_instead_of_sending(world: World) -> None:
    await writes_publicly(world, world.person())
    second = await asks_the_same(world)
    assert "1 person asks this" in second.text
    assert "Potholes on Abai street" in second.text
    await second.taps("Join")
    assert "You have joined" in second.text
    assert "2 people ask this now" in second.text
    first, own = await appeals(world)
    assert (own.state, own.parent_id, own.number) == (State.JOINED, first.id, None)
    (row,) = await supporters(world)
    assert row.appeal_id == first.id


async def test_the_number_grows_and_each_is_counted_once(world: World) -> None:
    await writes_publicly(world, world.person())
    second = await asks_the_same(world)
    button = second.screen.button("Join")
    assert button is not None
    for _ in range(3):
        await second.taps_data(button.callback_data or "")
    assert len(await supporters(world)) == 1
    third = await asks_the_same(world)
    assert "2 people ask this" in third.text


async def test_who_wants_may_send_their_own(world: World) -> None:
    await writes_publicly(world, world.person())
    second = await asks_the_same(world)
    await second.taps("Send my own")
    assert second.saw("Your letter is registered")
    assert not await supporters(world)


async def test_back_leads_to_the_letter(world: World) -> None:
    await writes_publicly(world, world.person())
    second = await asks_the_same(world)
    await second.taps("Back")
    assert SAME_ROAD in second.text
    assert "Agree and send" in second.labels


async def test_another_street_is_not_offered(world: World) -> None:
    await writes_publicly(world, world.person())
    second = await asks_the_same(world, OTHER_ROAD)
    assert second.saw("Your letter is registered")


async def test_another_deputy_is_not_offered(world: World) -> None:
    await writes_publicly(world, world.person())
    second = world.person()
    await compose(world, second, SAME_ROAD, slug="bapi")
    await second.taps("Agree and send")
    assert second.saw("Your letter is registered")


async def test_private_letters_are_a_count_from_five_upwards(world: World) -> None:
    await many_write(world, 4, ROAD)
    fifth = await asks_the_same(world)
    assert fifth.saw("Your letter is registered")
    sixth = await asks_the_same(world)
    assert "At least 5 others" in sixth.text
    assert "Abai" not in sixth.text
    assert "Join" not in sixth.labels
    await sixth.taps("Send my own")
    assert sixth.saw("Your letter is registered")


async def test_ones_own_letter_is_not_offered(world: World) -> None:
    voter = world.person()
    await writes_publicly(world, voter)
    await write_next(world, voter, SAME_ROAD)
    assert len([one for one in await appeals(world) if one.number]) == 2


async def test_what_is_joined_is_under_my_appeals_with_its_state(world: World) -> None:
    assistant = await assistant_of(world, SABILYANOV)
    await writes_publicly(world, world.person("First"))
    second = await asks_the_same(world)
    await second.taps("Join")
    await answer(assistant, "We shall mend it.")
    await second.says("/appeals")
    await second.taps("Joined: 1")
    assert "Answered" in second.text
    await second.says("1")
    assert "Potholes on Abai street" in second.text
    assert "2 people ask this" in second.text
    assert ROAD not in second.text


async def test_leaving(world: World) -> None:
    await writes_publicly(world, world.person())
    second = await asks_the_same(world)
    await second.taps("Join")
    await second.taps("Open")
    await second.taps("Leave")
    assert len(await supporters(world)) == 1
    await second.taps("Yes, leave")
    assert not await supporters(world)
    assert "You have left." in second.alerts
    await second.says("/appeals")
    assert "Joined: 1" not in second.labels


async def test_the_deputys_side_sees_how_many(world: World) -> None:
    assistant = await assistant_of(world, SABILYANOV)
    await writes_publicly(world, world.person())
    second = await asks_the_same(world)
    await second.taps("Join")
    await assistant.says("/inbox")
    await assistant.says("1")
    assert "1" in assistant.text
    assert SAME_ROAD not in assistant.text


async def test_closed_meanwhile(world: World) -> None:
    await writes_publicly(world, world.person())
    second = await asks_the_same(world)
    async with world.app.database.write() as uow:
        await uow.session.execute(
            update(Appeal).where(Appeal.number.is_not(None)).values(state=State.CLOSED)
        )
    await second.taps("Join")
    assert "was closed meanwhile" in second.text
    assert not await supporters(world)
    (_, own) = await appeals(world)
    assert own.state == State.DRAFT


async def test_a_forged_join_of_a_private_letter_is_refused(world: World) -> None:
    await write(world, world.person(), ROAD)
    (private,) = await appeals(world)
    stranger = world.person()
    await compose(world, stranger, SAME_ROAD)
    own = (await appeals(world))[-1]
    await stranger.taps_data(f"a_join:{own.id}:{private.id}")
    assert "cannot find this" in stranger.text
    await stranger.taps_data(f"a_jo:{private.id}")
    assert "cannot find this" in stranger.text
    assert not await supporters(world)


async def test_who_forgets_themselves_is_no_supporter_any_more(world: World) -> None:
    await writes_publicly(world, world.person())
    second = await asks_the_same(world)
    await second.taps("Join")
    await second.says("/forget")
    await second.taps("Erase everything")
    await second.taps("Yes, erase for good")
    assert not await supporters(world)
    assert len(await appeals(world)) == 1
