"""What stands before several webhook processes: it asks them in turn, and sometimes two at once."""

import asyncio
import itertools
import random
from dataclasses import dataclass, field

from aiohttp import ClientError, ClientSession, web

from benchmarks.processes import free_port

TWICE = 0.2  # share of updates that arrive at two processes at the same time
HEADER = "X-Telegram-Bot-Api-Secret-Token"


@dataclass
class Balancer:
    backends: list[int]  # ports
    chance: random.Random
    port: int = field(default_factory=free_port)
    _turn: "itertools.count[int]" = field(default_factory=itertools.count)
    _session: ClientSession | None = None
    _runner: web.AppRunner | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/telegram"

    async def start(self) -> None:
        self._session = ClientSession()
        app = web.Application()
        app.router.add_post("/telegram", self._pass_on)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port).start()

    async def stop(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()
        if self._session is not None:
            await self._session.close()

    async def _pass_on(self, request: web.Request) -> web.Response:
        body = await request.read()
        secret = request.headers.get(HEADER, "")
        first = next(self._turn) % len(self.backends)
        ports = self.backends[first:] + self.backends[:first]
        if self.chance.random() < TWICE:
            answers = await asyncio.gather(*(self._ask(port, body, secret) for port in ports))
            return web.Response(status=200 if any(answers) else 502)
        for port in ports:
            if await self._ask(port, body, secret):
                return web.Response(status=200)
        return web.Response(status=502)

    async def _ask(self, port: int, body: bytes, secret: str) -> bool:
        assert self._session is not None
        url = f"http://127.0.0.1:{port}/telegram"
        try:
            async with self._session.post(url, data=body, headers={HEADER: secret}) as response:
                return response.ok
        except ClientError:
            return False
