"""The queue of updates, confirmed as Telegram does: by a higher offset, without a way back."""

import asyncio
import random
from collections import deque
from dataclasses import dataclass
from itertools import islice

from sandbox.codec import Json, dumps, loads
from sandbox.errors import conflict

#: Telegram sends these only to bots that ask for them.
ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_FIRST_IDS = range(100_000_000, 900_000_000)
_BATCH = 100


@dataclass(frozen=True, slots=True)
class Pending:
    """An update that waits for its confirmation, serialized once."""

    update_id: int
    body: bytes


class UpdateQueue:
    """Updates from the oldest on, one waiting poller at most."""

    def __init__(self) -> None:
        """Start at a random number, as Telegram does after a week of silence."""
        self._pending: deque[Pending] = deque()
        self._next_id = random.choice(_FIRST_IDS)  # noqa: S311 - no secret
        self._highest = 0
        self._in_order = True
        self._poller: asyncio.Future[None] | None = None
        self.allowed: frozenset[str] | None = None
        self.queued = 0
        self.confirmed = 0

    def __len__(self) -> int:
        """Count what is not confirmed."""
        return len(self._pending)

    @property
    def pending(self) -> list[Json]:
        """Return the unconfirmed updates."""
        return [loads(item.body) for item in self._pending]

    @property
    def next_id(self) -> int:
        """Return the number that the next update gets."""
        return self._next_id

    @next_id.setter
    def next_id(self, value: int) -> None:
        self._next_id = value

    def wants(self, kind: str) -> bool:
        """Tell whether the bot asked for such updates."""
        return kind not in ON_REQUEST if self.allowed is None else kind in self.allowed

    def allow(self, kinds: list[str] | None) -> None:
        """Remember `allowed_updates`; an empty list means the default, None the previous choice."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or None

    def push(self, update: Json) -> int:
        """Queue an update as it is; give it a number when it has none."""
        update_id = update.get("update_id")
        if not isinstance(update_id, int):
            update_id = self._next_id
            update = {"update_id": update_id, **update}
        self._next_id = update_id + 1
        self._append(Pending(update_id, dumps(update)))
        return update_id

    def push_body(self, body: bytes) -> int:
        """Queue an already serialized update without its `update_id`: the cheap way for loads."""
        update_id = self._next_id
        self._next_id += 1
        self._append(Pending(update_id, b'{"update_id":%d,%b' % (update_id, body[1:])))
        return update_id

    def _append(self, item: Pending) -> None:
        if item.update_id <= self._highest:
            self._in_order = False
        self._highest = max(self._highest, item.update_id)
        self._pending.append(item)
        self.queued += 1
        self.wake()

    def wake(self) -> None:
        """Let the waiting poller look again."""
        if self._poller is not None and not self._poller.done():
            self._poller.set_result(None)

    def clear(self) -> None:
        """Drop everything (`drop_pending_updates`)."""
        self._pending.clear()

    def confirm(self, offset: int) -> None:
        """Forget updates below the offset; a negative one keeps only the last ones."""
        before = len(self._pending)
        if offset < 0:
            while len(self._pending) > -offset:
                self._pending.popleft()
        elif self._in_order:
            while self._pending and self._pending[0].update_id < offset:
                self._pending.popleft()
        else:
            self._pending = deque(item for item in self._pending if item.update_id >= offset)
        if not self._pending:
            self._highest, self._in_order = 0, True
        self.confirmed += before - len(self._pending)

    def peek(self) -> Pending | None:
        """Return the oldest update, which a webhook gets next."""
        return self._pending[0] if self._pending else None

    def pop(self, item: Pending) -> None:
        """Confirm one update: the webhook answered 2xx."""
        if self._pending and self._pending[0] is item:
            self._pending.popleft()
            self.confirmed += 1

    def batch(self, limit: int) -> list[bytes]:
        """Return the oldest updates, serialized."""
        return [item.body for item in islice(self._pending, limit)]

    async def poll(self, offset: int, limit: int, timeout: float) -> list[bytes]:
        """Do what getUpdates does; a newer poller ends the older one."""
        if self._poller is not None and not self._poller.done():
            self._poller.set_exception(
                conflict(
                    "terminated by other getUpdates request; "
                    "make sure that only one bot instance is running"
                )
            )
        if offset:
            self.confirm(offset)
        limit = limit if 0 < limit <= _BATCH else _BATCH
        if not self._pending and timeout > 0:
            await self._wait(timeout)
        return self.batch(limit)

    async def _wait(self, seconds: float) -> None:
        self._poller = poller = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(seconds):
                await poller
        except TimeoutError:
            pass
        finally:
            if self._poller is poller:
                self._poller = None
