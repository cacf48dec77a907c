"""Telegram's limits: a clock for all messages, a small bucket for each chat.

A clock was measured to reach the whole rate without a refusal under every model of the limit; a
bucket for all was not (docs/decisions/0006-pacing.md).
"""

import asyncio
import heapq
import itertools

from bot.delivery.buckets import Buckets


class Pacer:
    """`await turn(chat_id, priority)` before each message. A rate of 0 switches it off."""

    def __init__(self, rate: float) -> None:
        self._interval = 1 / rate if rate else 0.0
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []
        self._order = itertools.count()
        self._pump: asyncio.Task[None] | None = None
        self._next_slot = 0.0
        self._buckets = Buckets()

    async def turn(self, chat_id: int, priority: int) -> None:
        """Returns when this chat may get a message; a lower priority number goes first."""
        if not self._interval:
            return
        loop = asyncio.get_running_loop()
        await asyncio.sleep(self._buckets.take(chat_id, loop.time()))
        future = loop.create_future()
        heapq.heappush(self._waiting, (priority, next(self._order), future))
        if self._pump is None or self._pump.done():
            self._pump = asyncio.create_task(self._release())
        await future

    async def _release(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            if (early := self._next_slot - loop.time()) > 0:
                await asyncio.sleep(early)
            # Woken late by less than a turn it keeps its beat; after a pause it begins anew.
            now = loop.time()
            beat = self._next_slot if now - self._next_slot < self._interval else now
            self._next_slot = beat + self._interval
            _, _, future = heapq.heappop(self._waiting)
            if not future.done():
                future.set_result(None)
