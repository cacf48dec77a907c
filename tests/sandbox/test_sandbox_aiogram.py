"""A real library against the stand-in: nothing it reads or sends surprises it."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from aiogram import Bot
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import Update

from sandbox import Attachment, Person, Sandbox, server_error, too_many_requests
from tests.sandbox.bots import connect, running_bot

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    connected = connect(sandbox.api_url)
    yield connected
    await connected.session.close()


async def test_a_conversation(sandbox: Sandbox) -> None:
    async with running_bot(sandbox.api_url):
        voter = sandbox.person(1001, "Айгүл")
        await voter.opens("abc")
        assert (await voter.answered()).html == "<b>Hello</b> abc"
        await voter.taps("deputy")
        await sandbox.wait_for(lambda: voter.alerts == ["Here you are"])
        assert voter.screen.text == "Found"
        await voter.sends_photo()
        await sandbox.wait_for(lambda: voter.screen.documents)
        assert voter.screen.text == "Your photo"
        await voter.says("қалайсың")
        assert (await voter.answered()).text == "You sent: қалайсың"
        await sandbox.settled()


async def test_every_update_parses(sandbox: Sandbox, bot: Bot, voter: Person) -> None:
    said = await voter.says("#a /b https://a.kz @someone")
    await voter.edits(said, "b")
    await voter.sends_album([Attachment(), Attachment("a.png")])
    for send in (
        voter.sends_document,
        voter.sends_voice,
        voter.sends_video,
        voter.sends_sticker,
        voter.sends_location,
        voter.sends_contact,
        voter.blocks,
        voter.unblocks,
    ):
        await send()
    await voter.forwards(said)
    await voter.types_inline("a")
    await bot.send_poll(voter.id, "a?", ["a", "b"], is_anonymous=False)
    await voter.votes(voter.screen, 0)
    await voter.taps_data("x")
    forum = sandbox.group(-1_001_000_000_001, forum=True)
    topic = await bot.create_forum_topic(forum.id, "Topic")
    await voter.says("in a topic", chat=forum.chat, thread_id=topic.message_thread_id)
    await voter.joins(forum.chat)
    await sandbox.channel(-1_002_000_000_001).posts("post")
    await sandbox.group(-9).upgrades(-1_001_000_000_009, voter)
    updates = await bot.get_updates()
    assert len(updates) == len(sandbox.pending)
    assert {update.event_type for update in updates} >= {
        "message",
        "edited_message",
        "callback_query",
        "poll",
        "poll_answer",
        "my_chat_member",
        "inline_query",
        "channel_post",
    }
    for update in sandbox.pending:
        Update.model_validate(update)


async def test_answers_parse(sandbox: Sandbox, bot: Bot, voter: Person) -> None:
    group = sandbox.group(-9)
    await voter.joins(group.chat, "restricted")
    await bot.get_me()
    await bot.get_chat(voter.id)
    await bot.get_webhook_info()
    await bot.get_chat_member(group.id, bot.id)
    await bot.get_chat_member(group.id, voter.id)
    await bot.get_chat_administrators(group.id)
    await bot.get_my_commands()
    await bot.set_my_name("Bot")
    sent = await bot.send_message(voter.id, "a")
    await bot.pin_chat_message(voter.id, sent.message_id)
    assert await bot.delete_message(voter.id, sent.message_id)


async def test_errors_become_the_librarys_own(sandbox: Sandbox, bot: Bot, voter: Person) -> None:
    sandbox.fail(error=too_many_requests(9))
    with pytest.raises(TelegramRetryAfter) as late:
        await bot.send_message(voter.id, "a")
    assert late.value.retry_after == 9
    sandbox.fail(error=server_error(500))
    with pytest.raises(TelegramServerError):
        await bot.send_message(voter.id, "a")
    with pytest.raises(TelegramBadRequest, match="can't parse entities"):
        await bot.send_message(voter.id, "<b", parse_mode="HTML")
    await voter.blocks()
    with pytest.raises(TelegramForbiddenError):
        await bot.send_message(voter.id, "a")
    await sandbox.group(-9).upgrades(-1_001_000_000_009, voter)
    with pytest.raises(TelegramMigrateToChat):
        await bot.send_message(-9, "a")
