"""Who may read a letter that was sent: its author opens a summary, and closes it again."""

from domain.appeals import Visibility
from services.appeals.events import broken_at
from tests.acting import SABILYANOV, assistant_of, compose, write
from tests.appeals.guarding import ROAD, SAME_ROAD, appeals, supporters, writes_publicly
from tests.world import Someone, World


async def looks(voter: Someone) -> None:
    """At who may read the newest letter."""
    await voter.says("/appeals")
    await voter.says("1")
    await voter.taps("Who may read it")


async def asks_the_same(world: World) -> Someone:
    other = world.person("Marat")
    await compose(world, other, SAME_ROAD)
    await other.taps("Agree and send")
    return other


async def visibility(world: World) -> tuple[str, str | None]:
    found = (await appeals(world))[0]
    async with world.app.database.read() as uow:
        assert await broken_at(uow, found.id) is None
    return found.visibility, found.summary


async def test_a_summary_is_opened_after_it_was_looked_at(world: World) -> None:
    assistant = await assistant_of(world, SABILYANOV)
    voter = world.person()
    await write(world, voter, ROAD)
    assert (await asks_the_same(world)).saw("Your letter is registered")
    await looks(voter)
    assert "The deputy's side alone." in voter.text
    await voter.taps("A summary may be public")
    await voter.says("Road")
    assert "write a little more" in voter.text
    await voter.says("Potholes at Abai street 15, apt 7, call me on 8 701 123 45 67")
    assert "Potholes at Abai street [***], call me on [***]" in voter.text
    assert "701" not in voter.text
    assert (await visibility(world))[0] == Visibility.PRIVATE
    await voter.taps("Open it for all")
    assert "Only the deputy's side" in voter.labels
    assert (await visibility(world))[0] == Visibility.SUMMARY
    third = await asks_the_same(world)
    assert "Potholes at Abai street [***]" in third.text
    await third.taps("Join")
    assert len(await supporters(world)) == 1
    await voter.taps("Back")
    await voter.taps("What happened")
    assert "You opened a summary for all." in voter.text
    await assistant.says("/inbox")
    await assistant.says("1")
    assert "the voter opened a summary for all" in assistant.text


async def test_private_again_at_once(world: World) -> None:
    voter = world.person()
    await writes_publicly(world, voter)
    waiting = await asks_the_same(world)
    assert "Potholes on Abai street" in waiting.text
    await looks(voter)
    assert "Potholes on Abai street" in voter.text
    await voter.taps("Only the deputy's side")
    assert "It is private again." in voter.alerts
    assert await visibility(world) == (Visibility.PRIVATE, None)
    await waiting.taps("Join")
    assert "cannot find this" in waiting.text
    assert not await supporters(world)
    assert (await asks_the_same(world)).saw("Your letter is registered")
    ident = (await appeals(world))[0].id
    for _ in range(2):
        await voter.taps_data(f"a_priv:{ident}")
    async with world.app.database.read() as uow:
        assert await broken_at(uow, ident) is None


async def test_private_again_also_where_it_was_redirected(world: World) -> None:
    assistant = await assistant_of(world, SABILYANOV)
    await assistant_of(world, "bapi", "Other side")
    voter = world.person()
    await writes_publicly(world, voter)
    for act in ("Open", "What else can be done", "Redirect it", "Another deputy in this bot"):
        await assistant.taps(act)
    await assistant.says("Бапи")
    await assistant.taps("Yes, redirect")
    assert [one.visibility for one in await appeals(world)] == [Visibility.SUMMARY] * 2
    await looks(voter)  # the newest: the one it became
    await voter.taps("Only the deputy's side")
    assert [one.visibility for one in await appeals(world)] == [Visibility.PRIVATE] * 2
    async with world.app.database.read() as uow:
        for one in await appeals(world):
            assert await broken_at(uow, one.id) is None


async def test_a_closed_letter_is_closed_to_all_but_not_opened(world: World) -> None:
    voter = world.person()
    await writes_publicly(world, voter)
    await looks(voter)
    await voter.taps("Another summary")
    await voter.says("Potholes in the whole of Abai street")
    ident = (await appeals(world))[0].id
    await voter.taps_data(f"a_wd:{ident}:1")
    await voter.taps_data(f"a_publ:{ident}")
    assert "nobody could join it any more" in voter.text
    assert (await visibility(world))[1] == "Potholes on Abai street"
    await looks(voter)
    assert "Another summary" not in voter.labels
    await voter.taps("Only the deputy's side")
    assert (await visibility(world))[0] == Visibility.PRIVATE
    await voter.taps("Back")
    assert "Who may read it" not in voter.labels


async def test_others_cannot_open_or_close_it(world: World) -> None:
    assistant = await assistant_of(world, SABILYANOV)
    voter = world.person()
    await writes_publicly(world, voter)
    ident = (await appeals(world))[0].id
    stranger = world.person("Stranger")
    await stranger.says("/start")
    for someone in (assistant, stranger):
        for data in (f"a_see:{ident}", f"a_priv:{ident}", f"a_pub:{ident}", f"a_publ:{ident}"):
            await someone.taps_data(data)
            assert "cannot find this" in someone.text
    assert (await visibility(world))[0] == Visibility.SUMMARY
