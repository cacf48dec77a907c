"""A flood from one chat does not slow the others; it is told once and not handled."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

BURST = 40
RATE = 2.0  # updates a second in the long run
NOTICE_EVERY = 30.0
REMEMBERED = 20_000


@dataclass
class _Bucket:
    tokens: float
    seen: float
    told: float = -NOTICE_EVERY


@dataclass
class Throttle:
    now: Callable[[], float] = time.monotonic
    _buckets: OrderedDict[int, _Bucket] = field(default_factory=OrderedDict)

    def take(self, chat_id: int) -> bool:
        """True when this update may be handled."""
        moment = self.now()
        bucket = self._buckets.pop(chat_id, None) or _Bucket(BURST, moment)
        bucket.tokens = min(BURST, bucket.tokens + (moment - bucket.seen) * RATE)
        bucket.seen = moment
        self._buckets[chat_id] = bucket
        while len(self._buckets) > REMEMBERED:
            self._buckets.popitem(last=False)
        if bucket.tokens < 1:
            return False
        bucket.tokens -= 1
        return True

    def tell(self, chat_id: int) -> bool:
        """True when the person has not been told lately."""
        bucket = self._buckets[chat_id]
        if bucket.seen - bucket.told < NOTICE_EVERY:
            return False
        bucket.told = bucket.seen
        return True
