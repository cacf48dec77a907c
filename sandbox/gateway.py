"""One method call from the socket to the answer: token, faults, limits, the method, the log."""

import asyncio
import hmac
from collections import Counter, deque
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from aiohttp import web

from sandbox import lean
from sandbox.codec import Json, dumps
from sandbox.errors import ApiError, conflict, not_found, unauthorized
from sandbox.faults import Delay, Drop, Faults, Limits
from sandbox.methods import METHODS
from sandbox.methods.intake import allowed_updates
from sandbox.params import Params, read_params
from sandbox.world import World

_LONGEST_POLL = 50
_LINK_LIVES = timedelta(hours=1)
_KEPT_CALLS = 200_000
_LIMITED = ("send", "edit", "copy", "forward")


@dataclass(frozen=True, slots=True)
class Call:
    """A method call as the bot made it and what it got."""

    method: str
    params: Json
    at: datetime
    chat_id: int | None = None
    result: Any = None
    error: ApiError | None = None


class Gateway:
    """Answers `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

    def __init__(self, world: World, token: str) -> None:
        """Wait for calls."""
        self.world = world
        self.token = token
        self.faults = Faults()
        self.limits = Limits()
        self.lean = False
        self.delay = 0.0
        self.calls: deque[Call] = deque(maxlen=_KEPT_CALLS)
        self.counts: Counter[str] = Counter()
        self.errors: Counter[int] = Counter()
        world.webhook.execute = self.execute

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answer a method call."""
        if self.faults.unreachable:
            return _drop(request)
        try:
            self._check_token(request.match_info["token"])
            name = request.match_info["method"].lower()
            params = await read_params(request)
            return await self._answer(request, name, params)
        except ApiError as error:
            self.errors[error.error_code] += 1
            return _response(dumps(error.body()), error.error_code)

    async def handle_file(self, request: web.Request) -> web.StreamResponse:
        """Give a file out under the path that getFile told, for an hour."""
        trouble = self.faults.take("downloadFile", None)
        if self.faults.unreachable or isinstance(trouble, Drop):
            return _drop(request)
        try:
            self._check_token(request.match_info["token"])
            if isinstance(trouble, ApiError):
                raise trouble
            stored = self.world.files.by_path.get(request.match_info["path"])
            linked_at = stored.linked_at if stored else None
            if stored is None or linked_at is None or self.world.now() - linked_at > _LINK_LIVES:
                raise not_found()
        except ApiError as error:
            return _response(dumps(error.body()), error.error_code)
        return web.Response(body=stored.content, content_type="application/octet-stream")

    async def execute(self, name: str, values: Json) -> object:
        """Carry out a call that came as the answer to a webhook delivery."""
        try:
            return self._run(name.lower(), Params(values))
        except ApiError as error:
            return error.body()

    def _check_token(self, token: str) -> None:
        if not hmac.compare_digest(token.encode(), self.token.encode()):
            raise unauthorized()

    async def _answer(self, request: web.Request, name: str, params: Params) -> web.StreamResponse:
        trouble = self.faults.take(name, _chat_id(params)) if self.faults.planned else None
        pause = self.delay + (trouble.seconds if isinstance(trouble, Delay) else 0)
        if pause:
            await asyncio.sleep(pause)
        if trouble == Drop():
            self.counts[name] += 1
            return _drop(request)
        if name == "getupdates":
            body = await self._get_updates(
                params, trouble if isinstance(trouble, ApiError) else None
            )
        else:
            body = self._run_to_bytes(
                name, params, trouble if isinstance(trouble, ApiError) else None
            )
        if self.faults.unreachable or isinstance(trouble, Drop):
            return _drop(request)
        return _response(body, 200)

    async def _get_updates(self, params: Params, trouble: ApiError | None) -> bytes:
        self.counts["getUpdates"] += 1
        if trouble is not None:
            raise trouble
        if self.world.webhook.hook.url:
            raise conflict(
                "can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first"
            )
        self.world.updates.allow(allowed_updates(params))
        timeout = min(max(params.integer("timeout") or 0, 0), _LONGEST_POLL)
        batch = await self.world.updates.poll(
            params.integer("offset") or 0, params.integer("limit") or 100, timeout
        )
        self.world.feed.wake()
        return b'{"ok":true,"result":[' + b",".join(batch) + b"]}"

    def _run_to_bytes(self, name: str, params: Params, trouble: ApiError | None) -> bytes:
        if self.lean and trouble is None and (short := lean.METHODS.get(name)) is not None:
            self.counts[METHODS[name][0]] += 1
            chat_id = _chat_id(params)
            if name.startswith(_LIMITED):
                self.limits.check(chat_id)
            return short(self.world, params, chat_id)
        return dumps({"ok": True, "result": self._run(name, params, trouble)})

    def _run(self, name: str, params: Params, trouble: ApiError | None = None) -> Any:
        if name not in METHODS:
            raise not_found()
        proper, function = METHODS[name]
        self.counts[proper] += 1
        chat_id = _chat_id(params)
        result: Any = None
        error: ApiError | None = trouble
        try:
            if error is None:
                if name.startswith(_LIMITED) and name != "sendchataction":
                    self.limits.check(chat_id)
                result = function(self.world, params)
                if isinstance(result, dict):
                    result = dict(result)  # later edits change the message, not this answer
        except ApiError as refused:
            error = refused
        self.calls.append(Call(proper, _shown(params), self.world.now(), chat_id, result, error))
        self.world.feed.wake()
        if error is not None:
            raise error
        return result


def _chat_id(params: Params) -> int | None:
    value = params.values.get("chat_id")
    if isinstance(value, int):
        return value
    return int(value) if isinstance(value, str) and value.lstrip("-").isdecimal() else None


def _shown(params: Params) -> Json:
    files = {
        name: f"<{upload.name}, {len(upload.content)} bytes>"
        for name, upload in params.uploads.items()
    }
    return params.values | files if files else params.values


def _response(body: bytes, status: int) -> web.Response:
    return web.Response(body=body, status=status, headers={"Content-Type": "application/json"})


def _drop(request: web.Request) -> web.StreamResponse:
    """Close the socket; what is returned is never sent."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=502)
