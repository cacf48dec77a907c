"""Everything the stand-in knows: people, chats, messages, files, queries, commands."""

import itertools
import random
import secrets
import time
from collections import Counter
from collections.abc import Callable
from datetime import datetime

from sandbox.chats import CallbackQuery, Chat, Topic, User
from sandbox.codec import Json
from sandbox.errors import bad_request, forbidden
from sandbox.feed import Feed
from sandbox.files import FileStore
from sandbox.messages import Message
from sandbox.updates import UpdateQueue
from sandbox.webhook import Webhook

_SLOWEST_KEPT = 200_000


class World:
    """The state behind the methods."""

    def __init__(self, bot: User, now: Callable[[], datetime]) -> None:
        """Start with nobody but the bot."""
        self.bot = bot
        self.now = now
        self.users: dict[int, User] = {bot.id: bot}
        self.chats: dict[int, Chat] = {}
        self.files = FileStore()
        self.updates = UpdateQueue()
        self.feed = Feed()
        self.webhook = Webhook(self.updates, self.feed, self.timestamp)
        self.queries: dict[str, CallbackQuery] = {}
        self.inline_queries: dict[str, Json | None] = {}
        self.polls: dict[str, Message] = {}
        self.commands: dict[str, list[Json]] = {}
        self.profile: dict[tuple[str, str], str] = {}
        self.sent_to: Counter[int] = Counter()
        self.latencies: list[float] = []
        self.acted: dict[int, int] = {}
        self._asked_at: dict[int, float] = {}
        self._account_ids = itertools.count(random.randrange(1, 50))  # noqa: S311 - no secret
        self._chat_ids: dict[int, itertools.count[int]] = {}
        self._query_ids = itertools.count(secrets.randbelow(1 << 40) << 20)

    def timestamp(self) -> int:
        """Return the clock as Telegram writes it."""
        return int(self.now().timestamp())

    def next_message_id(self, chat: Chat) -> int:
        """Number a message: all private chats share one row of numbers, a supergroup has its own.

        There 1 is the message that created it, and the number of a forum's general topic.
        """
        if chat.type in {"private", "group"}:
            return self.next_account_id()
        return next(self._chat_ids.setdefault(chat.id, itertools.count(2)))

    def next_account_id(self) -> int:
        """Return the next number of the row that all private chats share."""
        return next(self._account_ids)

    def next_query_id(self) -> str:
        """Number a callback or inline query."""
        return str(next(self._query_ids))

    def find_chat(self, reference: object) -> Chat:
        """Return a chat that the bot has met, by id or @username."""
        chat: Chat | None = None
        if isinstance(reference, str) and reference.startswith("@"):
            public = (c for c in self.chats.values() if not c.private)
            chat = next((c for c in public if f"@{c.username}" == reference), None)
        elif isinstance(reference, (int, str)):
            if reference == "":
                raise bad_request("chat_id is empty")
            digits = str(reference)
            chat = self.chats.get(int(digits)) if digits.lstrip("-").isdecimal() else None
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def writable(self, reference: object) -> Chat:
        """Return a chat that the bot may write to now."""
        chat = self.find_chat("" if reference is None else reference)
        if chat.migrated_to is not None:
            text = "group chat was upgraded to a supergroup chat"
            raise bad_request(text, migrate_to_chat_id=chat.migrated_to)
        if chat.user is not None and chat.user.deactivated:
            raise forbidden("user is deactivated")
        if chat.private and not chat.started:
            raise forbidden("bot can't initiate conversation with a user")
        if chat.bot_status in {"kicked", "left"}:
            if chat.private:
                raise forbidden("bot was blocked by the user")
            kind = "group" if chat.type == "group" else chat.type
            verb = "was kicked from" if chat.bot_status == "kicked" else "is not a member of"
            raise forbidden(f"bot {verb} the {kind} chat")
        return chat

    def topic(self, chat: Chat, thread_id: int | None) -> Topic | None:
        """Return the topic to write to; None is the general one."""
        if thread_id is None or (chat.is_forum and thread_id == 1):
            return None
        topic = chat.topics.get(thread_id)
        if topic is None:
            raise bad_request("message thread not found")
        return topic

    def add(
        self,
        chat: Chat,
        sender: User | None,
        content: Json,
        thread_id: int | None = None,
        keyboard: Json | None = None,
    ) -> Message:
        """Put a new message into a chat; without a sender it is a post of the chat itself."""
        raw: Json = {"message_id": self.next_message_id(chat)}
        if thread_id is not None and chat.is_forum:
            raw |= {"message_thread_id": thread_id, "is_topic_message": True}
        if sender is not None:
            raw["from"] = sender.raw()
        else:
            raw["sender_chat"] = chat.raw()
        raw |= {"chat": chat.raw(), "date": self.timestamp(), **content}
        message = Message(raw, by_bot=sender is self.bot, keyboard=keyboard)
        chat.messages[message.message_id] = message
        if message.by_bot:
            self.spoke(chat.id)
        self.announce("message", message)
        return message

    def announce(self, kind: str, message: Message) -> None:
        """Tell who looks on about a new, edited or deleted message."""
        self.feed.emit(kind, chat_id=message.chat_id, message=view(message))

    def asked(self, chat_id: int) -> None:
        """Start the watch: somebody waits for the bot in this chat."""
        self._asked_at.setdefault(chat_id, time.perf_counter())

    def spoke(self, chat_id: int) -> None:
        """Count a message of the bot and stop the watch."""
        self.sent_to[chat_id] += 1
        asked_at = self._asked_at.pop(chat_id, None)
        if asked_at is not None and len(self.latencies) < _SLOWEST_KEPT:
            self.latencies.append(time.perf_counter() - asked_at)

    def queue(self, kind: str, content: Json, chat_id: int | None = None) -> int | None:
        """Queue an update if the bot wants such updates."""
        if not self.updates.wants(kind):
            return None
        if chat_id is not None:
            self.asked(chat_id)
            self.acted[chat_id] = self.feed.last
        update_id = self.updates.push({kind: content})
        self.feed.wake()
        return update_id


def view(message: Message) -> Json:
    """Return a message as the chat page and the control API show it."""
    shown = {**message.raw, "by_bot": message.by_bot, "edited": message.edited}
    shown.pop("reply_markup", None)
    if message.keyboard:
        shown["keyboard"] = message.keyboard
    return shown
