"""Posts to a group: in the topic of the case, opened when it is needed and again when it is gone.

In a group without topics, or where the bot may not open any, posts go to the group itself.
"""

from dataclasses import dataclass

from aiogram.methods import CreateForumTopic

from bot.delivery.telegram import Delivered, Telegram, Verdict
from handlers.common.post import Post
from handlers.common.respond import Place, show
from handlers.common.screen import Screen
from services.desk import posting
from services.outbox import Claimed
from services.unit_of_work import Database

GONE = ("thread not found", "topic_deleted", "topic_id_invalid")


@dataclass(frozen=True, slots=True)
class Topics:
    database: Database
    telegram: Telegram

    async def send(self, one: Claimed, post: Post) -> Delivered:
        """Called by whoever holds the lane of the chat."""
        async with self.database.read() as uow:
            thread_id = await posting.thread_of(uow, one.telegram_id, post.appeal_id)
        if thread_id is not None:
            said = await self._say(one, post.news, thread_id)
            if not any(words in said.error.lower() for words in GONE):
                return said
        return await self._open(one, post)

    async def _open(self, one: Claimed, post: Post) -> Delivered:
        chat_id = one.telegram_id
        method = CreateForumTopic(chat_id=chat_id, name=post.title)
        opened = await self.telegram.call(chat_id, method, one.priority)
        if opened.verdict is Verdict.REFUSED:
            return await self._say(one, post.card if post.opening else post.news, None)
        if opened.verdict is not Verdict.SENT:
            return opened
        thread_id = opened.result.message_thread_id
        said = await self._say(one, post.card, thread_id)
        if said.verdict is Verdict.SENT:
            async with self.database.write() as uow:
                await posting.remember(uow, chat_id, post.appeal_id, thread_id)
        return said

    async def _say(self, one: Claimed, screen: Screen, thread_id: int | None) -> Delivered:
        said = Delivered(Verdict.SENT)
        for method in show(Place(one.telegram_id, thread_id=thread_id), screen):
            said = await self.telegram.call(one.telegram_id, method, one.priority)
            if said.verdict is not Verdict.SENT:
                break
        return said
