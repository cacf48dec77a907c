"""Updates in: stored and committed first, confirmed to Telegram after.

aiogram's own polling confirms before it has handled anything, so every restart loses letters; its
webhook answers 200 just as early (docs/decisions/0001-store-confirm-work-say.md).
"""

import asyncio
import hmac
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import orjson
import structlog
from aiohttp import ClientError, ClientSession, ClientTimeout, web

from bot.fatal import StartRefused
from bot.log import where
from bot.turn import HANDLED, chat_of
from services import inbox
from services.inbox import Incoming
from services.unit_of_work import Database

log = structlog.get_logger()
BATCH = 100
LONG_POLL = 30  # seconds
BACK_OFF = (1, 2, 5, 10, 30)
LARGEST_BODY = 1024 * 1024
UNAUTHORIZED, CONFLICT = 401, 409


def incoming(raw: dict[str, Any]) -> Incoming:
    """An update as the inbox keeps it. Raises KeyError or TypeError for what is none."""
    update_id = raw["update_id"]
    if not isinstance(update_id, int):
        raise TypeError("update_id")
    return Incoming(update_id, chat_of(raw), orjson.dumps(raw).decode())


@dataclass
class Intake:
    """Stores batches of raw updates and wakes the worker."""

    database: Database
    stored: Callable[[], None]

    async def store(self, updates: list[dict[str, Any]]) -> None:
        async with self.database.write() as uow:
            await inbox.store(uow, [incoming(raw) for raw in updates])
        self.stored()


@dataclass
class Polling:
    """Long polling with the offset as confirmation. Starts without one: ids may start anywhere."""

    intake: Intake
    api_url: str
    token: str = field(repr=False)
    _offset: int | None = None
    _failures: int = 0
    _session: ClientSession | None = field(default=None, repr=False)

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            try:
                await self.poll_once(LONG_POLL)
                self._failures = 0
            except (ClientError, TimeoutError, OSError) as error:
                await self._pause("telegram_unreachable", type(error).__name__)
            except StartRefused:
                raise
            except Exception as error:  # noqa: BLE001 - the database may be away; nothing is confirmed
                await self._pause("intake_failed", where(error))

    async def poll_once(self, timeout: float) -> int:
        """Asks once, which also confirms what was stored before; how many updates came."""
        body: dict[str, Any] = {"timeout": timeout, "limit": BATCH, "allowed_updates": HANDLED}
        if self._offset is not None:
            body["offset"] = self._offset
        answer = await self._ask(body, timeout)
        if not answer.get("ok"):
            await self._complain(answer)
            return 0
        updates = answer["result"]
        if updates:
            await self.intake.store(updates)
            self._offset = max(raw["update_id"] for raw in updates) + 1
        return len(updates)

    async def _ask(self, body: dict[str, Any], timeout: float) -> dict[str, Any]:
        if self._session is None:
            self._session = ClientSession()
        url = f"{self.api_url}/bot{self.token}/getUpdates"
        limit = ClientTimeout(total=timeout + 15)
        async with self._session.post(url, json=body, timeout=limit) as response:
            answer: dict[str, Any] = orjson.loads(await response.read())
            return answer

    async def _complain(self, answer: dict[str, Any]) -> None:
        code = answer.get("error_code")
        if code == UNAUTHORIZED:
            message = "Telegram does not know this BOT_TOKEN."
            raise StartRefused(message)
        if code == CONFLICT:
            # Another poller or a webhook: somebody else may be using the token.
            await self._pause("telegram_conflict", "another process uses this token")
            return
        after = (answer.get("parameters") or {}).get("retry_after", 0)
        await self._pause("telegram_refused", str(code), after)

    async def _pause(self, event: str, reason: str, after: float = 0) -> None:
        pause = max(after, BACK_OFF[min(self._failures, len(BACK_OFF) - 1)])
        self._failures += 1
        log.warning(event, reason=reason, pause=pause)
        await asyncio.sleep(pause)

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()


@dataclass
class Webhook:
    """An endpoint that answers 200 only when the update is in the database."""

    intake: Intake
    secret: str
    port: int
    _runner: web.AppRunner | None = field(default=None, repr=False)

    def application(self) -> web.Application:
        app = web.Application(client_max_size=LARGEST_BODY)
        app.router.add_post("/telegram", self._receive)
        return app

    async def start(self) -> None:
        self._runner = web.AppRunner(self.application(), access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "0.0.0.0", self.port).start()  # noqa: S104 - behind a proxy

    async def close(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    async def _receive(self, request: web.Request) -> web.Response:
        given = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        if not hmac.compare_digest(given.encode("utf-8", "replace"), self.secret.encode()):
            return web.Response(status=401)
        body = await request.read()
        try:
            raw = orjson.loads(body)
            incoming(raw)
        except (orjson.JSONDecodeError, KeyError, TypeError):
            return web.Response(status=400)
        try:
            await self.intake.store([raw])
        except Exception as error:  # noqa: BLE001 - Telegram asks again; aiohttp would log the letter
            log.error("intake_failed", where=where(error))
            return web.Response(status=500)
        return web.Response(status=200)
