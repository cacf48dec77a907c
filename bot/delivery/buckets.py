"""How often one chat may get a message: a small bucket for each of them."""

from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

REMEMBERED: Final = 10_000  # chats


@dataclass(frozen=True, slots=True)
class Limit:
    """So many at once, and then so many a second."""

    burst: int
    rate: float


PERSON: Final = Limit(5, 1.0)
GROUP: Final = Limit(5, 15 / 60)  # Telegram allows a group twenty in any minute: five and fifteen


class Buckets:
    def __init__(self) -> None:
        self._chats: OrderedDict[int, tuple[float, float]] = OrderedDict()

    def take(self, chat_id: int, now: float) -> float:
        """Takes one token; how long to wait when there was none, in seconds."""
        limit = GROUP if chat_id < 0 else PERSON
        tokens, seen = self._chats.pop(chat_id, (float(limit.burst), now))
        tokens = min(limit.burst, tokens + (now - seen) * limit.rate) - 1
        self._chats[chat_id] = (tokens, now)
        while len(self._chats) > REMEMBERED:
            self._chats.popitem(last=False)
        return max(0.0, -tokens / limit.rate)
