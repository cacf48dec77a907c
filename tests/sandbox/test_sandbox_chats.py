"""Who may be written to; groups, topics, channels."""

import pytest

from sandbox import Person, Sandbox
from tests.sandbox.api import Api

pytestmark = pytest.mark.asyncio


async def test_strangers_and_people_who_left(sandbox: Sandbox, api: Api, voter: Person) -> None:
    sandbox.person(7, "Stranger")
    for chat_id, complaint in (
        (8, "Bad Request: chat not found"),
        ("", "Bad Request: chat_id is empty"),
        ("@nobody", "Bad Request: chat not found"),
        (7, "Forbidden: bot can't initiate conversation with a user"),
    ):
        assert await api.refused("sendMessage", chat_id=chat_id, text="a") == complaint
    await voter.blocks()
    blocked = "Forbidden: bot was blocked by the user"
    assert await api.refused("sendMessage", chat_id=voter.id, text="a") == blocked
    with pytest.raises(AssertionError, match="unblock it"):
        await voter.says("a")
    await voter.unblocks()
    await api("sendMessage", chat_id=voter.id, text="a")
    await voter.deletes_account()
    gone = "Forbidden: user is deactivated"
    assert await api.refused("sendMessage", chat_id=voter.id, text="a") == gone


async def test_topics_of_a_forum(sandbox: Sandbox, api: Api) -> None:
    forum = sandbox.group(-1_001_234_567_890, "Office", forum=True)
    topic = await api("createForumTopic", chat_id=forum.id, name="Appeal 1")
    thread = {"chat_id": forum.id, "message_thread_id": topic["message_thread_id"]}
    sent = await api("sendMessage", **thread, text="a")
    assert sent["is_topic_message"]
    assert [m.text for m in forum.in_topic(topic["message_thread_id"])] == ["a"]
    assert (
        await api.refused("editForumTopic", **thread, name="Appeal 1")
        == "Bad Request: TOPIC_NOT_MODIFIED"
    )
    await api("closeForumTopic", **thread)
    forum.deletes_topic(topic["message_thread_id"])
    assert (
        await api.refused("sendMessage", **thread, text="b")
        == "Bad Request: message thread not found"
    )
    assert await api.refused("closeForumTopic", **thread) == "Bad Request: TOPIC_ID_INVALID"
    assert forum.sees == []


async def test_a_group_becomes_a_supergroup(sandbox: Sandbox, api: Api, voter: Person) -> None:
    group = sandbox.group(-77)
    assert (
        await api.refused("createForumTopic", chat_id=-77, name="a")
        == "Bad Request: the chat is not a forum"
    )
    upgraded = await group.upgrades(-1_001_000_000_077, voter)
    answer = await api.raw("sendMessage", chat_id=-77, text="a")
    assert answer["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert answer["parameters"] == {"migrate_to_chat_id": upgraded.id}
    await api("sendMessage", chat_id=upgraded.id, text="a")


async def test_privacy_mode_hides_small_talk(sandbox: Sandbox, api: Api, voter: Person) -> None:
    group = sandbox.group(-77, bot_status="member")
    await voter.says("small talk", chat=group.chat)
    await voter.says("/help", chat=group.chat)
    assert [update["message"]["text"] for update in sandbox.pending] == ["/start", "/help"]
    await group.sets_bot("administrator", voter)
    await voter.says("small talk", chat=group.chat)
    assert sandbox.pending[-1]["message"]["chat"]["type"] == "group"
    await group.sets_bot("kicked", voter)
    kicked = "Forbidden: bot was kicked from the group chat"
    assert await api.refused("sendMessage", chat_id=-77, text="a") == kicked


async def test_channels_and_members(sandbox: Sandbox, api: Api, voter: Person) -> None:
    channel = sandbox.channel(-1_002_000_000_000, "News", username="town_news")
    await channel.posts("hello")
    assert sandbox.pending[-1]["channel_post"]["sender_chat"]["title"] == "News"
    assert (await api("getChat", chat_id="@town_news"))["id"] == channel.id
    group = sandbox.group(-77)
    await voter.joins(group.chat, "creator")
    member = await api("getChatMember", chat_id=-77, user_id=voter.id)
    assert member["status"] == "creator"
    assert len(await api("getChatAdministrators", chat_id=-77)) == 2
    assert await api("leaveChat", chat_id=-77)


async def test_pinning(api: Api, voter: Person) -> None:
    sent = await api("sendMessage", chat_id=voter.id, text="a")
    await api("pinChatMessage", chat_id=voter.id, message_id=sent["message_id"])
    chat = await api("getChat", chat_id=voter.id)
    assert chat["pinned_message"]["text"] == "a"
    refused = await api.refused("pinChatMessage", chat_id=voter.id, message_id=999_999)
    assert refused == "Bad Request: message to pin not found"


async def test_commands_by_scope_and_language(sandbox: Sandbox, api: Api, voter: Person) -> None:
    def one(text: str) -> list[dict[str, str]]:
        return [{"command": "help", "description": text}]

    await api("setMyCommands", commands=one("Help"))
    assert voter.commands == one("Help")
    await api("setMyCommands", commands=one("Көмек"), language_code="kk")
    assert voter.commands == one("Көмек")
    await voter.sets_language("ru")
    assert voter.commands == one("Help")
    own = {"type": "chat", "chat_id": voter.id}
    await api("setMyCommands", commands=one("Inbox"), scope=own)
    assert voter.commands == one("Inbox")
    assert sandbox.person(1002).commands == one("Help")
    await api("deleteMyCommands", scope=own)
    assert await api("getMyCommands", language_code="kk") == one("Көмек")
    for wrong in (
        {"command": "Help", "description": "a"},
        {"command": "a" * 33, "description": "a"},
    ):
        assert (
            await api.refused("setMyCommands", commands=[wrong])
            == "Bad Request: BOT_COMMAND_INVALID"
        )


async def test_name_and_descriptions(api: Api) -> None:
    await api("setMyDescription", description="About", language_code="en")
    assert await api("getMyDescription", language_code="en") == {"description": "About"}
    assert await api("getMyName") == {"name": "Sandbox bot"}
    assert "too long" in await api.refused("setMyShortDescription", short_description="a" * 121)
