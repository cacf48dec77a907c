"""Faults on demand: refusals, lost connections, waits, limits."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from sandbox.codec import Json
from sandbox.errors import ApiError, bad_request, forbidden, server_error, too_many_requests

BAD_REQUEST, FORBIDDEN, TOO_MANY = 400, 403, 429
#: Taking in updates goes on while "the next call" fails; name such a method to hit it.
INTAKE = frozenset({"getupdates", "getme", "setwebhook", "deletewebhook", "getwebhookinfo"})


@dataclass(frozen=True, slots=True)
class Drop:
    """Cut the connection: before the method is done, or after it: then only the answer is lost."""

    after: bool = False


@dataclass(frozen=True, slots=True)
class Delay:
    """Answer rightly, but late."""

    seconds: float


Trouble = ApiError | Drop | Delay
DROP = Drop()
CUT_OFF = Drop(after=True)


def named_trouble(named: Json) -> Trouble:
    """Return the fault of a JSON: `error` is 429, 403, 400, 5xx, "drop", "cut_off" or "delay"."""
    error = named.get("error", TOO_MANY)
    if error == "delay":
        return Delay(float(named.get("seconds", 1)))
    if error in {"drop", "cut_off"}:
        return Drop(after=error == "cut_off")
    code, text = int(error), str(named.get("text", ""))
    if code == TOO_MANY:
        return too_many_requests(int(named.get("retry_after", 5)))
    if code == FORBIDDEN:
        return forbidden(text or "bot was blocked by the user")
    return bad_request(text or "chat not found") if code == BAD_REQUEST else server_error(code)


@dataclass(slots=True)
class Fault:
    """What happens to the next `times` matching calls; None means always."""

    error: Trouble
    method: str | None = None
    chat_id: int | None = None
    times: int | None = 1
    hits: int = 0

    def matches(self, method: str, chat_id: int | None) -> bool:
        """Tell whether the call is meant."""
        if self.method is None:
            if method.lower() in INTAKE:
                return False
        elif self.method.lower() != method.lower():
            return False
        return self.chat_id is None or self.chat_id == chat_id


class Faults:
    """Planned faults and outages."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        """Start without any."""
        self.planned: list[Fault] = []
        self._monotonic = monotonic
        self._unreachable_until = 0.0

    def add(self, fault: Fault) -> Fault:
        """Plan a fault."""
        self.planned.append(fault)
        return fault

    def take(self, method: str, chat_id: int | None) -> Trouble | None:
        """Return what happens to this call, using the fault up."""
        for fault in self.planned:
            if fault.matches(method, chat_id):
                fault.hits += 1
                if fault.times is not None:
                    fault.times -= 1
                    if fault.times <= 0:
                        self.planned.remove(fault)
                return fault.error
        return None

    def cut_off_for(self, seconds: float) -> None:
        """Make the server unreachable."""
        self._unreachable_until = self._monotonic() + seconds

    @property
    def unreachable(self) -> bool:
        """Tell whether connections are dropped just now."""
        return self._monotonic() < self._unreachable_until

    def clear(self) -> None:
        """Take all faults and outages back."""
        self.planned.clear()
        self._unreachable_until = 0.0


@dataclass(slots=True)
class _Bucket:
    tokens: float
    filled_at: float


@dataclass(slots=True)
class Limits:
    """Token buckets for what the bot sends: in all and per chat; `refused` counts the 429s."""

    overall: float | None = None
    per_chat: float | None = None
    burst: float = 1.0
    chat_burst: float = 3.0
    monotonic: Callable[[], float] = time.monotonic
    refused: int = 0
    _buckets: dict[int, _Bucket] = field(default_factory=dict)

    def check(self, chat_id: int | None) -> None:
        """Take a token or raise 429."""
        wanted: list[tuple[int, float, float]] = []
        if self.overall is not None:
            wanted.append((0, self.overall, max(self.burst, self.overall)))
        if self.per_chat is not None and chat_id is not None:
            wanted.append((chat_id, self.per_chat, self.chat_burst))
        buckets = [(self._filled(key, rate, most), rate) for key, rate, most in wanted]
        for bucket, rate in buckets:
            if bucket.tokens < 1:
                self.refused += 1
                raise too_many_requests(max(1, math.ceil((1 - bucket.tokens) / rate)))
        for bucket, _ in buckets:
            bucket.tokens -= 1

    def _filled(self, key: int, rate: float, most: float) -> _Bucket:
        now = self.monotonic()
        bucket = self._buckets.setdefault(key, _Bucket(most, now))
        bucket.tokens = min(most, bucket.tokens + (now - bucket.filled_at) * rate)
        bucket.filled_at = now
        return bucket
