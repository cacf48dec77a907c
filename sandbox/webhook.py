"""Delivery by webhook: one update after another, repeated until the bot answers 2xx."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

import aiohttp

from sandbox.codec import Json, loads
from sandbox.errors import bad_request
from sandbox.feed import Feed
from sandbox.updates import Pending, UpdateQueue

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_ANSWER_IN = 55.0
_LONGEST_PAUSE = 8.0

Execute = Callable[[str, Json], Awaitable[object]]


@dataclass(slots=True)
class Hook:
    """Where updates go and how that went."""

    url: str = ""
    secret_token: str = ""
    max_connections: int = 40
    last_error_date: int = 0
    last_error_message: str = ""
    attempts: int = 0


class Webhook:
    """Posts the oldest update, waits for 2xx; methods in the answer's body are carried out."""

    def __init__(self, updates: UpdateQueue, feed: Feed, timestamp: Callable[[], int]) -> None:
        """Stay idle until a webhook is set."""
        self.hook = Hook()
        self.execute: Execute | None = None
        self.first_pause = 0.1
        self._updates = updates
        self._feed = feed
        self._timestamp = timestamp
        self._task: asyncio.Task[None] | None = None

    def set(self, url: str, secret_token: str, max_connections: int) -> None:
        """Start delivering; an empty address stops it."""
        if url:
            host = urlsplit(url).hostname or ""
            if host not in LOOPBACK:
                raise bad_request("bad webhook: this stand-in delivers to loopback addresses only")
            if any(not (c.isascii() and (c.isalnum() or c in "_-")) for c in secret_token):
                raise bad_request("bad webhook: secret token contains unallowed characters")
        self.stop()
        self.hook = Hook(url, secret_token, max_connections)
        if url:
            self._task = asyncio.create_task(self._deliver())

    def stop(self) -> None:
        """End the delivery."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def info(self) -> Json:
        """Answer getWebhookInfo."""
        raw: Json = {
            "url": self.hook.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self._updates),
        }
        if self.hook.url:
            raw |= {"max_connections": self.hook.max_connections, "ip_address": "127.0.0.1"}
        if self.hook.last_error_date:
            raw |= {
                "last_error_date": self.hook.last_error_date,
                "last_error_message": self.hook.last_error_message,
            }
        if self._updates.allowed is not None:
            raw["allowed_updates"] = sorted(self._updates.allowed)
        return raw

    async def _deliver(self) -> None:
        timeout = aiohttp.ClientTimeout(total=_ANSWER_IN)
        async with aiohttp.ClientSession(timeout=timeout) as session:
            pause = self.first_pause
            while True:
                item = self._updates.peek()
                if item is None:
                    await self._feed.changed(1.0)
                elif await self._post(session, item):
                    pause = self.first_pause
                else:
                    await asyncio.sleep(pause)
                    pause = min(pause * 2, _LONGEST_PAUSE)

    async def _post(self, session: aiohttp.ClientSession, item: Pending) -> bool:
        headers = {"Content-Type": "application/json"}
        if self.hook.secret_token:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.hook.secret_token
        self.hook.attempts += 1
        try:
            async with session.post(self.hook.url, data=item.body, headers=headers) as answer:
                body = await answer.read()
                if not 200 <= answer.status < 300:  # noqa: PLR2004 - 2xx
                    return self._failed(
                        f"Wrong response from the webhook: {answer.status} {answer.reason}"
                    )
        except TimeoutError:
            return self._failed("Read timeout expired")
        except aiohttp.ClientError:
            return self._failed("Connection refused")
        self._updates.pop(item)
        await self._answered(body)
        return True

    def _failed(self, text: str) -> bool:
        self.hook.last_error_date = self._timestamp()
        self.hook.last_error_message = text
        self._feed.emit("webhook_error", text=text)
        return False

    async def _answered(self, body: bytes) -> None:
        """Carry out a method that came as the answer; nobody is told its result, as documented."""
        try:
            call = loads(body) if body.strip() else None
        except ValueError:
            return
        if (
            isinstance(call, dict)
            and isinstance(call.get("method"), str)
            and self.execute is not None
        ):
            await self.execute(call.pop("method"), call)
