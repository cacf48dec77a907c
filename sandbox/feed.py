"""News of what changed, for pages that look on and for tests that wait."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator

from sandbox.codec import Json

_KEPT = 2000


class Feed:
    """Numbered events; listeners catch up from any number that is still kept."""

    def __init__(self) -> None:
        """Start at zero."""
        self.events: deque[Json] = deque(maxlen=_KEPT)
        self.last = 0
        self.closed = False
        self._waiting: set[asyncio.Future[None]] = set()

    def emit(self, kind: str, **facts: object) -> None:
        """Tell everybody who listens."""
        self.last += 1
        self.events.append({"number": self.last, "kind": kind, **facts})
        self.wake()

    def wake(self) -> None:
        """Let everybody who waits look again."""
        for future in self._waiting:
            if not future.done():
                future.set_result(None)
        self._waiting.clear()

    def close(self) -> None:
        """End the streams, so that the server can stop at once."""
        self.closed = True
        self.wake()

    def after(self, number: int) -> list[Json]:
        """Return the events that came later than this number."""
        return [event for event in self.events if event["number"] > number]

    async def changed(self, seconds: float) -> bool:
        """Wait for the next event; False when none came in time."""
        future = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            async with asyncio.timeout(seconds):
                await future
        except TimeoutError:
            return False
        finally:
            self._waiting.discard(future)
        return True

    async def follow(self, number: int, heartbeat: float = 15.0) -> AsyncIterator[list[Json]]:
        """Yield events as they come, an empty list when nothing happened for a while."""
        while not self.closed:
            events = self.after(number)
            if not events and await self.changed(heartbeat):
                events = self.after(number)
            if events:
                number = events[-1]["number"]
            yield events
