"""People follow what concerns them, and stop it with one tap."""

from sqlalchemy import select

from models.news import DigestPlan, Subscription
from tests.acting import SABILYANOV, answer, assistant_of, compose, deputy_id
from tests.appeals.guarding import SAME_ROAD, writes_publicly
from tests.world import Someone, World

MISSING = "I cannot find this."


async def card(world: World, person: Someone, slug: str = SABILYANOV) -> None:
    await person.opens(f"d_{await deputy_id(world, slug)}")


async def rows(world: World) -> list[Subscription]:
    async with world.app.database.read() as uow:
        return list(await uow.session.scalars(select(Subscription).order_by(Subscription.id)))


async def test_follow_from_the_card_at_once_and_stop(world: World) -> None:
    voter = world.person("Aigul")
    await card(world, voter)
    await voter.taps("Follow")
    assert "What is announced comes at once" in voter.text
    assert "The rest comes in your weekly digest" in voter.text
    await voter.taps("Tell me at once")
    assert "News come at once" in voter.text
    await card(world, voter)
    assert "You follow ✓" in voter.labels
    await voter.taps("You follow ✓")
    assert len(await rows(world)) == 1
    assert (await rows(world))[0].at_once
    await voter.taps("Stop following")
    assert "You follow nothing yet" in voter.text
    assert not await rows(world)


async def test_calling_a_district_home_follows_its_deputy_and_says_so(world: World) -> None:
    voter = world.person("Aigul")
    await card(world, voter)
    await voter.taps("This is my district")
    assert "/digest" in voter.alerts[-1]
    assert "You follow ✓" in voter.labels
    async with world.app.database.read() as uow:
        plan = await uow.session.scalar(select(DigestPlan))
    assert plan is not None
    assert plan.next_at is not None
    assert plan.next_at.isoformat() == "2026-11-30T04:00:00+00:00"


async def test_another_district_brings_its_deputy_and_takes_the_topics_along(world: World) -> None:
    voter = world.person("Aigul")
    await card(world, voter)
    await voter.taps("This is my district")
    await voter.says("/following")
    await voter.taps("Follow a topic")
    await voter.says("2")
    assert "Topic in district 8: Roads and transport" in voter.text
    before = await rows(world)
    await card(world, voter, "kuspan")
    await voter.taps("This is my district")
    after = await rows(world)
    assert len(after) == 2
    assert {one.mandate_id for one in after} == {None, await deputy_id(world, "kuspan")}
    topic = next(one for one in after if one.topic)
    assert topic.id in {one.id for one in before}
    await voter.says("/following")
    assert "Topic in district 8" not in voter.text
    await voter.says("/settings")
    await voter.taps(next(label for label in voter.labels if label.startswith("Remove district")))
    assert not await rows(world)


async def test_a_promise_is_followed(world: World) -> None:
    voter = world.person("Aigul")
    await card(world, voter)
    await voter.taps("Follow")
    await voter.taps("Follow one promise")
    await voter.says("1")
    assert "Promise of" in voter.text
    await voter.says("/settings")
    assert "You follow: 2" in voter.text
    assert "The next weekly digest: Monday, November 30, 2026, 09:00" in voter.text
    await voter.taps("What I follow")
    assert "What you follow: 2" in voter.text
    await voter.taps("Stop 1")
    assert "What you follow: 1" in voter.text
    assert [one.what for one in await rows(world)] == ["deputy"]


async def test_what_others_follow_cannot_be_touched(world: World) -> None:
    voter, other = world.person("Aigul"), world.person("Dana")
    await card(world, voter)
    await voter.taps("Follow")
    await other.says("/start")
    ident = (await rows(world))[0].id
    for data in (f"fol_o:{ident}", f"fol_w:{ident}:1", f"fol_o:{2**63}", f"fol_d:{10**20}"):
        await other.taps_data(data)
        assert MISSING in other.text, data
    await other.taps_data(f"fol_x:{ident}")
    assert not (await rows(world))[0].at_once
    assert len(await rows(world)) == 1


async def test_all_that_is_followed_fits_its_pages(world: World) -> None:
    voter = world.person("Aigul")
    await card(world, voter)
    await voter.taps("This is my district")
    for number in range(1, 9):
        await voter.says("/following")
        await voter.taps("Follow a topic")
        await voter.says(str(number))
    assert "What you follow: 9" in voter.text
    assert len(voter.screen.buttons) <= 8
    await voter.taps("Next")
    assert "6. " in voter.text
    await voter.says("6")
    assert "You follow" in voter.text


async def test_who_stops_a_joined_letter_hears_no_more_of_it(world: World) -> None:
    world.with_limits()
    assistant = await assistant_of(world, SABILYANOV)
    author = world.person()
    await writes_publicly(world, author)
    joined, stopped = await joins(world), await joins(world)
    await stopped.says("/following")
    await stopped.taps("Stop 1")
    await answer(assistant, "The potholes on Abai street were repaired on Monday.")
    assert "Stop following" in joined.labels
    assert author.saw("were repaired on Monday")
    assert joined.saw("were repaired on Monday")
    assert not stopped.saw("were repaired on Monday")


async def joins(world: World) -> Someone:
    voter = world.person()
    await compose(world, voter, SAME_ROAD)
    await voter.taps("Agree and send")
    await voter.taps("Join")
    return voter
