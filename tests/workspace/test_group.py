"""A workspace in a group with topics: a topic for each appeal, and only members act there."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from models.appeals import Appeal, Attachment
from models.messaging import OutboxMessage
from models.users import Grant
from models.workspaces import CaseTopic, WorkspaceGroup
from sandbox import Group, Message, too_many_requests
from tests.acting import answer, assistant_of, compose, write
from tests.world import MORNING, Someone, World

FORUM = -1_001_234_567_890


@pytest.fixture
async def forum(world: World, yerlan: Someone) -> Group:
    """The group of the workspace, connected."""
    found = world.sandbox.group(FORUM, "Office", forum=True)
    await says(world, yerlan, found, "/connect")
    return found


async def says(world: World, someone: Someone, group: Group, text: str) -> None:
    await world.after(someone.telegram.says(text, chat=group.chat))


async def taps(world: World, someone: Someone, group: Group, label: str) -> None:
    await world.after(someone.telegram.taps_in(group.chat, label))


def posts(group: Group) -> list[Message]:
    """What the bot has written there."""
    return [one for one in group.sees if one.by_bot and one.text]


async def topic(world: World) -> CaseTopic:
    async with world.app.database.read() as uow:
        return (await uow.session.scalars(select(CaseTopic))).one()


async def appeal(world: World) -> Appeal:
    async with world.app.database.read() as uow:
        return (await uow.session.scalars(select(Appeal))).one()


async def linked(world: World) -> list[int]:
    async with world.app.database.read() as uow:
        return list(await uow.session.scalars(select(WorkspaceGroup.chat_id)))


async def test_an_appeal_gets_a_topic_and_its_news_follow(
    world: World, yerlan: Someone, forum: Group
) -> None:
    assert "This group now gets the appeals to Nurtai Sabilyanov." in posts(forum)[-1].text
    voter = world.person("Aigul")
    await write(world, voter, "The <road> & the bridge are broken.")
    (found,) = forum.topics.values()
    assert found.name.startswith("№ MZH-2026-000001")
    (card,) = [one for one in forum.in_topic(found.thread_id) if one.by_bot and one.text]
    assert "The <road> & the bridge are broken." in card.text
    assert "To be answered by Tuesday, December 15, 2026" in card.text
    await answer(yerlan, "It is mended, the bridge as well.")
    told = [one.text for one in forum.in_topic(found.thread_id)]
    assert any("taken into work" in text for text in told)
    assert any("answered (Solved)" in text for text in told)
    await voter.taps("Solved")
    assert "the voter says that it is solved" in forum.in_topic(found.thread_id)[-1].text
    assert len(forum.topics) == 1


async def test_files_of_letter_reply_and_answer_come_into_the_topic(
    world: World, yerlan: Someone, forum: Group
) -> None:
    voter = world.person("Aigul")
    await compose(world, voter, "The road is broken.")
    await voter.sends_photo()
    await voter.sends_document("estimate.pdf")
    await voter.taps("Agree and send")
    (found,) = forum.topics.values()
    assert kinds(forum, found.thread_id) == ["words", "photo", "document"]
    for act in ("Open", "What else can be done", "Ask the author a question"):
        await yerlan.taps(act)
    await yerlan.says("Which street?")
    await yerlan.taps("Send the question")
    await voter.taps("Reply")
    await voter.sends_photo("Abai street.")
    await voter.taps("Send the reply")
    assert kinds(forum, found.thread_id)[-2:] == ["words", "photo"]
    await yerlan.says("/inbox")
    await yerlan.says("1")
    await yerlan.taps("Answer")
    await yerlan.sends_document("plan.pdf", "It is planned.")
    for act in ("Choose the outcome", "Explained", "Send"):
        await yerlan.taps(act)
    assert kinds(forum, found.thread_id)[-2:] == ["words", "document"]
    told = len(kinds(forum, found.thread_id))
    await voter.taps("Solved")
    assert kinds(forum, found.thread_id)[told:] == ["words"]
    forum.deletes_topic(found.thread_id)
    await world.at(MORNING + timedelta(days=31))
    again = (await topic(world)).thread_id
    assert kinds(forum, again) == ["words", "photo", "photo", "document", "document"]


async def test_a_file_that_telegram_lost_keeps_nothing_back(
    world: World, yerlan: Someone, forum: Group
) -> None:
    voter = world.person("Aigul")
    await compose(world, voter, "The road is broken.")
    await voter.sends_photo()
    async with world.app.database.write() as uow:
        row = (await uow.session.scalars(select(Attachment))).one()
        row.file_id = "nothing-that-exists"
    await voter.taps("Agree and send")
    (found,) = forum.topics.values()
    assert kinds(forum, found.thread_id) == ["words"]
    await answer(yerlan, "It is mended.")
    assert len(forum.topics) == 1


def kinds(group: Group, thread_id: int) -> list[str]:
    """What the bot has sent into a topic, in order."""
    return [
        "photo" if one.photo else "document" if one.documents else "words"
        for one in group.in_topic(thread_id)
        if one.by_bot and (one.photo or one.documents or one.text)
    ]


async def test_a_member_takes_it_by_a_button_in_the_group(
    world: World, yerlan: Someone, forum: Group
) -> None:
    voter = world.person("Aigul")
    await write(world, voter, "The road is broken.")
    await taps(world, yerlan, forum, "I take it")
    assert yerlan.alerts[-1] == "You work on it."
    assert (await appeal(world)).state == "in_work"
    assert voter.saw("in work")
    cards = [one for one in posts(forum) if "The road is broken." in one.text]
    assert "In charge: Assistant #" in cards[0].text
    assert "I take it" not in cards[0].labels
    await taps(world, yerlan, forum, "Open and answer, one to one")
    assert "The road is broken." in yerlan.text
    assert "Answer" in yerlan.labels


async def test_others_in_the_group_can_do_nothing(
    world: World, yerlan: Someone, forum: Group
) -> None:
    guest = await assistant_of(world, "bapi", "Guest")
    await write(world, world.person("Aigul"), "The road is broken.")
    before = [one.text for one in posts(forum)]
    for label in ("I take it", "Take into work", "Show the names of authors"):
        await taps(world, guest, forum, label)
        assert "cannot find this" in guest.alerts[-1]
    assert (await appeal(world)).state == "delivered"
    await says(world, guest, forum, "/disconnect")
    await says(world, guest, forum, "Hello everybody")
    assert await linked(world) == [FORUM]
    assert [one.text for one in posts(forum)] == before
    await taps(world, guest, forum, "Open and answer, one to one")
    assert not guest.saw("The road is broken.")


async def test_a_stranger_connects_nothing(world: World, yerlan: Someone) -> None:
    group = world.sandbox.group(FORUM, "Office", forum=True)
    await says(world, world.person("Stranger"), group, "/connect")
    await says(world, yerlan, group, "/connect@another_bot")
    assert await linked(world) == []
    assert posts(group) == []
    await says(world, yerlan, group, "/connect@deputat_test_bot")
    assert await linked(world) == [FORUM]


async def test_who_left_the_workspace_taps_in_vain(
    world: World, yerlan: Someone, forum: Group
) -> None:
    await write(world, world.person("Aigul"), "The road is broken.")
    async with world.app.database.write() as uow:
        grant = (await uow.session.scalars(select(Grant))).one()
        grant.revoked_at = uow.now
    await taps(world, yerlan, forum, "I take it")
    assert "cannot find this" in yerlan.alerts[-1]
    assert (await appeal(world)).assignee_id is None


@pytest.mark.parametrize("shown", [False, True])
async def test_names_of_authors_as_the_group_wants_it(
    world: World, yerlan: Someone, forum: Group, *, shown: bool
) -> None:
    if shown:
        await taps(world, yerlan, forum, "Show the names of authors")
        assert "The names of authors are shown." in posts(forum)[-1].text
    voter = world.person("Aigul")
    await compose(world, voter, "I am Aigul Serikova. The road is broken.")
    await voter.taps("Change")
    await voter.taps("My name")
    await voter.says("Aigul Serikova")
    await voter.taps("Agree and send")
    card = posts(forum)[-1].text
    assert "The road is broken." in card
    assert ("Serikova" in card) is shown
    assert "Not signed" not in card


async def test_a_deleted_topic_is_opened_again(world: World, yerlan: Someone, forum: Group) -> None:
    await write(world, world.person("Aigul"), "The road is broken.")
    old = (await topic(world)).thread_id
    forum.deletes_topic(old)
    await yerlan.taps("Open")
    await yerlan.taps("I take it")
    new = (await topic(world)).thread_id
    assert new != old
    (card,) = [one for one in forum.in_topic(new) if "The road is broken." in one.text]
    assert "In work" in card.text


async def test_a_group_without_topics_and_its_way_to_a_supergroup(
    world: World, yerlan: Someone
) -> None:
    small = world.sandbox.group(-77, "Office")
    await says(world, yerlan, small, "/connect")
    await write(world, world.person("Aigul"), "The road is broken.")
    assert "The road is broken." in posts(small)[-1].text
    large = await world.after(small.upgrades(-1_001_000_000_077, yerlan.telegram))
    assert await linked(world) == [large.id]
    await yerlan.taps("Open")
    await yerlan.taps("Take into work")
    assert "taken into work" in posts(large)[-1].text


async def test_a_move_that_nobody_told_of_is_followed_too(world: World, yerlan: Someone) -> None:
    small = world.sandbox.group(-77, "Office")
    await says(world, yerlan, small, "/connect")
    large = await small.upgrades(-1_001_000_000_077, yerlan.telegram)
    world.sandbox.world.updates.clear()
    await write(world, world.person("Aigul"), "The road is broken.")
    await world.at(MORNING + timedelta(seconds=30))
    assert await linked(world) == [large.id]
    assert any("The road is broken." in one.text for one in posts(large))


async def test_what_waits_for_the_group_outlives_whoever_connected_it(
    world: World, yerlan: Someone, forum: Group
) -> None:
    await assistant_of(world, "sabilyanov", "Timur")
    busy = too_many_requests(30)
    world.sandbox.fail("createForumTopic", chat_id=FORUM, error=busy)
    await write(world, world.person("Aigul"), "The road is broken.")
    assert not forum.topics
    await yerlan.says("/forget")
    await yerlan.taps("Erase everything")
    await yerlan.taps("Yes, erase for good")
    await world.at(MORNING + timedelta(minutes=1))
    assert len(forum.topics) == 1


async def test_after_disconnecting_the_group_hears_nothing(
    world: World, yerlan: Someone, forum: Group
) -> None:
    await says(world, yerlan, forum, "/disconnect")
    assert "This group gets no more appeals" in posts(forum)[-1].text
    await write(world, world.person("Aigul"), "The road is broken.")
    assert forum.topics == {}
    assert "A new appeal" in yerlan.text


async def test_put_out_of_the_group(world: World, yerlan: Someone, forum: Group) -> None:
    await world.after(forum.sets_bot("kicked", yerlan.telegram))
    assert await linked(world) == []
    assert "no longer in the group" in yerlan.text
    await write(world, world.person("Aigul"), "The road is broken.")
    async with world.app.database.read() as uow:
        waiting = await uow.session.scalars(
            select(OutboxMessage).where(OutboxMessage.chat_id == FORUM)
        )
        assert waiting.all() == []


async def test_a_forged_tap_in_a_group_is_answered_quietly(
    world: World, yerlan: Someone, forum: Group
) -> None:
    await write(world, world.person("Aigul"), "The road is broken.")
    ident = (await appeal(world)).id
    shown = posts(forum)
    for data in (f"case:{ident}", f"w_grp:{2**40}:take", "w_grp:x:y", "home"):
        await world.after(yerlan.telegram.taps_data(data, shown[-1]))
    assert len(posts(forum)) == len(shown)
    assert all(query.answered for query in yerlan.telegram.queries)
