"""The stand-in's control API as the benchmarks use it."""

from types import TracebackType
from typing import Any, Self

import orjson
from aiohttp import ClientSession, TCPConnector

Json = dict[str, Any]


class StandIn:
    """Use as `async with StandIn(address) as telegram`."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._session: ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = ClientSession(connector=TCPConnector(limit=0))
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._session is not None:
            await self._session.close()

    async def _ask(self, method: str, path: str, body: Json | None = None) -> Json:
        assert self._session is not None
        data = None if body is None else orjson.dumps(body)
        headers = {} if body is None else {"Content-Type": "application/json"}
        url = f"{self.url}/control/{path}"
        async with self._session.request(method, url, data=data, headers=headers) as response:
            found: Json = orjson.loads(await response.read())
            if not response.ok:
                raise RuntimeError(f"{path}: {found}")
            return found

    async def person(self, ident: int, language: str = "en") -> None:
        await self._ask("POST", "people", {"id": ident, "name": f"P{ident}", "language": language})

    async def act(self, ident: int, verb: str, **body: Any) -> Json:
        return await self._ask("POST", f"people/{ident}/{verb}", body)

    async def messages(self, ident: int) -> list[Json]:
        """The chat of a person, the oldest message first."""
        found: list[Json] = (await self._ask("GET", f"chats/{ident}"))["messages"]
        return found

    async def queue(self, **updates: list[Any]) -> None:
        """`texts` ([person, text]), `taps` ([person, data]), `updates` (raw)."""
        await self._ask("POST", "updates", updates)

    async def stats(self) -> Json:
        return await self._ask("GET", "stats")

    async def sent_to(self) -> dict[str, int]:
        """How many messages each chat got."""
        found: dict[str, int] = (await self._ask("GET", "stats?chats=1"))["sent_to"]
        return found

    async def set_limits(self, overall: float, per_chat: float) -> None:
        await self._ask("POST", "settings", {"overall": overall, "per_chat": per_chat})

    async def calls(self, method: str) -> list[Json]:
        found: list[Json] = (await self._ask("GET", f"calls?method={method}"))["calls"]
        return found

    async def clear(self) -> None:
        """Forgets calls, counts and times."""
        await self._ask("DELETE", "calls")
