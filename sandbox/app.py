"""The server on loopback: the Bot API, the control API and the chat page on one port."""

from typing import Self

from aiohttp import web

from sandbox.control import add_control
from sandbox.desk import Desk
from sandbox.page import add_page, guard
from sandbox.webhook import LOOPBACK

_MAX_BODY = 64 * 1024 * 1024


class Sandbox(Desk):
    """A local Telegram for one bot; see the package's docstring for an example."""

    api_url = ""
    _runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        """Start on a free port."""
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop."""
        await self.stop()

    async def start(self, port: int = 0, host: str = "127.0.0.1") -> None:
        """Listen on loopback; anything else is refused, because nobody here proves who they are."""
        if host not in LOOPBACK:
            raise ValueError(f"the sandbox listens on loopback only, not on {host}")
        app = web.Application(client_max_size=_MAX_BODY, middlewares=[guard])
        app.router.add_route("*", "/bot{token:[^/]+}/{method}", self.gateway.handle)
        app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", self.gateway.handle_file)
        add_control(app, self)
        add_page(app)
        self.world.feed.closed = False
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port)
        await site.start()
        bound = self._runner.addresses[0][1]
        self.api_url = f"http://{'[::1]' if host == '::1' else host}:{bound}"

    async def stop(self) -> None:
        """Close the server and end the webhook's deliveries."""
        self.world.webhook.stop()
        self.world.feed.close()
        self.world.updates.wake()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None
