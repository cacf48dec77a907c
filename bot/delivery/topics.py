"""Posts to a group: in the topic of the case, opened when it is needed and again when it is gone.

In a group without topics, or where the bot may not open any, posts go to the group itself.
"""

from dataclasses import dataclass, replace

from aiogram.methods import CreateForumTopic

from bot.delivery.telegram import Delivered, Telegram, Verdict
from handlers.common.post import Post
from handlers.common.respond import Place, attached, show
from handlers.common.screen import Screen
from services.desk import posting
from services.outbox_sending import Claimed
from services.unit_of_work import Database

Said = tuple[Delivered, int]  # and how many parts of the post have gone
GONE = ("thread not found", "topic_deleted", "topic_id_invalid")


@dataclass(frozen=True, slots=True)
class Topics:
    database: Database
    telegram: Telegram

    async def send(self, one: Claimed, post: Post) -> Said:
        """Called by whoever holds the lane of the chat."""
        async with self.database.read() as uow:
            thread_id = await posting.thread_of(uow, one.telegram_id, post.appeal_id)
        if thread_id is not None:
            said, parts = await self._say(one, post.news, thread_id, one.parts_sent)
            if not any(words in said.error.lower() for words in GONE):
                return said, parts
        return await self._open(one, post)

    async def _open(self, one: Claimed, post: Post) -> Said:
        chat_id = one.telegram_id
        method = CreateForumTopic(chat_id=chat_id, name=post.title)
        opened = await self.telegram.call(chat_id, method, one.priority)
        if opened.verdict is Verdict.REFUSED:
            screen = post.card if post.opening else post.news
            return await self._say(one, screen, None, one.parts_sent)
        if opened.verdict is not Verdict.SENT:
            return opened, 0
        thread_id = opened.result.message_thread_id
        said, parts = await self._say(one, post.card, thread_id, 0)
        if parts:
            async with self.database.write() as uow:
                await posting.remember(uow, chat_id, post.appeal_id, thread_id)
        return said, parts

    async def _say(self, one: Claimed, screen: Screen, thread_id: int | None, begun: int) -> Said:
        """The words first: a file that Telegram holds no longer must not keep them back."""
        place = Place(one.telegram_id, thread_id=thread_id)
        words = show(place, replace(screen, files=()))
        methods = [*words, *attached(place, screen.files)]
        for part, method in enumerate(methods[begun:], start=begun):
            said = await self.telegram.call(one.telegram_id, method, one.priority)
            lost = said.verdict is Verdict.REFUSED and part >= len(words)
            if said.verdict is not Verdict.SENT and not lost:
                return said, part
        return Delivered(Verdict.SENT), len(methods)
