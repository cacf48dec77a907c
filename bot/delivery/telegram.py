"""One call to Telegram and what its answer means for the message."""

import asyncio
import contextlib
from dataclasses import dataclass
from enum import Enum
from typing import Any
from weakref import WeakValueDictionary

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
)
from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteMyCommands,
    EditMessageText,
    SendMessage,
    SetMyCommands,
)

from bot.delivery.pacer import Pacer
from bot.log import scrubbed
from handlers.common.respond import Method

log = structlog.get_logger()
DIRECT_TRIES = 3
DIRECT_PRIORITY = -1
LONGEST_WAIT = 60  # seconds a direct answer waits for Telegram; it may be lost, the outbox may not
UNPACED = (AnswerCallbackQuery, SetMyCommands, DeleteMyCommands)


class Verdict(Enum):
    SENT = "sent"
    BLOCKED = "blocked"  # the person cannot be reached until they write again
    REFUSED = "refused"  # trying again cannot help
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Delivered:
    verdict: Verdict
    error: str = ""
    retry_after: float = 0.0
    result: Any = None
    moved_to: int | None = None  # the id of the supergroup that a group has become


class Telegram:
    """Sends methods, each chat in order, chats side by side."""

    def __init__(self, bot: Bot, pacer: Pacer) -> None:
        self._bot = bot
        self._pacer = pacer
        self._lanes: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._said: set[asyncio.Task[None]] = set()

    def lane(self, chat_id: int) -> asyncio.Lock:
        """Whoever sends to a chat holds its lane: order inside a chat is kept."""
        lock = self._lanes.get(chat_id)
        if lock is None:
            lock = self._lanes[chat_id] = asyncio.Lock()
        return lock

    def say(self, chat_id: int, methods: list[Method]) -> None:
        """Sends direct answers in the background: screens and answers to taps."""
        task = asyncio.create_task(self._say(chat_id, methods))
        self._said.add(task)
        task.add_done_callback(self._said.discard)

    async def drained(self, timeout: float | None = None) -> None:
        """Returns when all that was said has gone out or was given up, or after so many seconds."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(timeout):
                while self._said:
                    await asyncio.wait(self._said)

    async def _say(self, chat_id: int, methods: list[Method]) -> None:
        async with self.lane(chat_id):
            for method in methods:
                if await self._insist(chat_id, method) is Verdict.BLOCKED:
                    return

    async def _insist(self, chat_id: int, method: Method) -> Verdict:
        """A few tries; then a direct answer is given up."""
        for attempt in range(DIRECT_TRIES):
            result = await self.call(chat_id, method, DIRECT_PRIORITY)
            if result.verdict is not Verdict.LATER or result.retry_after > LONGEST_WAIT:
                return result.verdict
            await asyncio.sleep(result.retry_after or 0.2 * 4**attempt)
        return Verdict.LATER

    async def call(self, chat_id: int, method: Method, priority: int) -> Delivered:
        """One try. Never raises for what Telegram or the network does."""
        if not isinstance(method, UNPACED):
            await self._pacer.turn(chat_id, priority)
        try:
            result = await self._bot(method)
        except TelegramBadRequest as error:
            return await self._bad_request(chat_id, method, priority, error.message)
        except (TelegramAPIError, ClientDecodeError) as error:  # or the page of a proxy
            return _not_now(method, error)
        return Delivered(Verdict.SENT, result=result)

    async def _bad_request(
        self, chat_id: int, method: Method, priority: int, reason: str
    ) -> Delivered:
        """Telegram tells bad requests apart by their text only."""
        text = reason.lower()
        if "message is not modified" in text or "query is too old" in text:
            return Delivered(Verdict.SENT)
        if "chat not found" in text or "user is deactivated" in text:
            return Delivered(Verdict.BLOCKED, reason)
        if isinstance(method, EditMessageText) and "edit" in text:
            return await self.call(chat_id, _as_new(method), priority)
        log.warning("telegram_refused", method=type(method).__name__, reason=_kind_of(text))
        return Delivered(Verdict.REFUSED, _kind_of(text))


def _not_now(method: Method, error: TelegramAPIError | ClientDecodeError) -> Delivered:
    if isinstance(error, TelegramRetryAfter):
        return Delivered(Verdict.LATER, "429", error.retry_after)
    if isinstance(error, TelegramMigrateToChat):
        return Delivered(Verdict.LATER, "moved", moved_to=error.migrate_to_chat_id)
    if isinstance(error, TelegramForbiddenError):
        return Delivered(Verdict.BLOCKED, error.message)
    if isinstance(error, TelegramNetworkError):
        return Delivered(Verdict.LATER, scrubbed(error.message))
    log.warning("telegram_error", method=type(method).__name__, error=type(error).__name__)
    return Delivered(Verdict.LATER, type(error).__name__)


def _as_new(edit: EditMessageText) -> SendMessage:
    """The message to edit is gone or too old: the screen comes as a new one."""
    return SendMessage(
        chat_id=edit.chat_id or 0,
        text=edit.text or "",
        parse_mode="HTML",
        reply_markup=edit.reply_markup,
        link_preview_options=edit.link_preview_options,
    )


def _kind_of(reason: str) -> str:
    """Telegram quotes our text after a colon in some refusals; logs keep only the head."""
    return ":".join(reason.split(":")[:2])[:120]
