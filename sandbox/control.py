"""The control API: what tests do in Python, over HTTP as JSON, for another process or the page."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from aiohttp import web

from sandbox import bulk, verbs
from sandbox.codec import Json, dumps, loads
from sandbox.desk import Desk
from sandbox.errors import ApiError
from sandbox.faults import named_trouble
from sandbox.options import PersonSpec
from sandbox.stats import call_view, person_view, state_view, statistics

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]
_LONGEST_WAIT = 60.0


def add_control(app: web.Application, desk: Desk) -> None:
    """Add all routes below `/control/`."""
    control = Control(desk)
    routes: list[tuple[str, str, Answer]] = [
        ("GET", "state", control.state),
        ("GET", "events", control.events),
        ("GET", "changes", control.changes),
        ("POST", "people", control.add_person),
        ("GET", "people/{id}", control.person),
        ("POST", "people/{id}/{verb}", control.act),
        ("POST", "groups", control.add_group),
        ("GET", "chats/{id}", control.chat),
        ("POST", "updates", control.queue),
        ("GET", "pending", control.pending),
        ("GET", "stats", control.stats),
        ("GET", "calls", control.calls),
        ("DELETE", "calls", control.clear_calls),
        ("POST", "faults", control.fail),
        ("DELETE", "faults", control.clear_faults),
        ("POST", "settings", control.settings),
        ("GET", "clock", control.clock),
        ("POST", "clock", control.move_clock),
        ("GET", "files/{id}", control.file),
    ]
    for method, path, handler in routes:
        app.router.add_route(method, f"/control/{path}", _safe(handler))


def answer(value: object, status: int = 200) -> web.Response:
    """Return JSON."""
    return web.Response(body=dumps(value), status=status, content_type="application/json")


def _safe(handler: Answer) -> Answer:
    async def safe(request: web.Request) -> web.StreamResponse:
        if request.method == "POST" and request.content_type != "application/json":
            return answer({"error": "send application/json"}, 415)
        try:
            return await handler(request)
        except AssertionError as failed:
            return answer({"error": str(failed)}, 409)
        except ApiError as refused:
            return answer({"error": refused.description}, 400)
        except (KeyError, ValueError, TypeError) as wrong:
            return answer({"error": f"{type(wrong).__name__}: {wrong}"}, 400)

    return safe


async def _body(request: web.Request) -> Json:
    body = loads(await request.read() or b"{}")
    if not isinstance(body, dict):
        raise TypeError("a JSON object is expected")
    return body


class Control:
    """One handler per route."""

    def __init__(self, desk: Desk) -> None:
        """Control this desk."""
        self.desk = desk

    async def state(self, request: web.Request) -> web.Response:  # noqa: ARG002 - a handler
        """Tell everything the page needs to begin with."""
        return answer(state_view(self.desk))

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Send changes as server-sent events."""
        stream = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await stream.prepare(request)
        after = int(
            request.headers.get(
                "Last-Event-ID", request.query.get("after", self.desk.world.feed.last)
            )
        )
        try:
            async for events in self.desk.world.feed.follow(after):
                lines = [b"id: %d\ndata: %b\n\n" % (e["number"], dumps(e)) for e in events]
                await stream.write(b"".join(lines) or b": still here\n\n")
        except ConnectionResetError:
            pass
        return stream

    async def changes(self, request: web.Request) -> web.Response:
        """Wait for changes: the long poll for who does not speak server-sent events."""
        feed = self.desk.world.feed
        after = int(request.query.get("after", 0))
        seconds = min(float(request.query.get("timeout", 0)), _LONGEST_WAIT)
        if not feed.after(after) and seconds > 0:
            await feed.changed(seconds)
        return answer({"last": feed.last, "events": feed.after(after)})

    async def add_person(self, request: web.Request) -> web.Response:
        """Add a person; without an id a free one is taken."""
        body = await _body(request)
        user_id = int(body.get("id") or max([1000, *self.desk.people]) + 1)
        spec = PersonSpec(
            user_id, body.get("name", ""), body.get("language", "en"), body.get("note", "")
        )
        return answer(person_view(self.desk.add_person(spec)))

    async def person(self, request: web.Request) -> web.Response:
        """Tell all about one person."""
        return answer(person_view(self.desk.people[int(request.match_info["id"])]))

    async def act(self, request: web.Request) -> web.Response:
        """Let a person do something; the verbs are those of the Python API."""
        person = self.desk.person(int(request.match_info["id"]))
        verb = verbs.VERBS.get(request.match_info["verb"])
        if verb is None:
            return answer({"error": f"no such verb; there are {sorted(verbs.VERBS)}"}, 404)
        return answer(verbs.outcome(await verb(person, await _body(request))))

    async def add_group(self, request: web.Request) -> web.Response:
        """Add a group or forum."""
        body = await _body(request)
        chat_id, title = int(body["id"]), str(body.get("title", "Group"))
        status = str(body.get("bot_status", "administrator"))
        group = self.desk.group(chat_id, title, forum=bool(body.get("forum")), bot_status=status)
        return answer(group.chat.raw())

    async def chat(self, request: web.Request) -> web.Response:
        """List the messages of any chat."""
        chat = self.desk.world.chats[int(request.match_info["id"])]
        return answer({"chat": chat.raw(), "messages": verbs.outcome(chat.visible())})

    async def queue(self, request: web.Request) -> web.Response:
        """Queue many updates at once."""
        return answer({"queued": bulk.queue(self.desk, await _body(request))})

    async def pending(self, request: web.Request) -> web.Response:  # noqa: ARG002 - a handler
        """List what the bot has not confirmed."""
        return answer({"pending": self.desk.pending})

    async def stats(self, request: web.Request) -> web.Response:
        """Count calls, errors, updates, messages per chat, time to the first answer."""
        return answer(statistics(self.desk, chats="chats" in request.query))

    async def calls(self, request: web.Request) -> web.Response:
        """List the method calls, of one method or of all."""
        method = request.query.get("method", "").lower()
        calls = self.desk.gateway.calls
        return answer(
            {"calls": [call_view(call) for call in calls if method in {"", call.method.lower()}]}
        )

    async def clear_calls(self, request: web.Request) -> web.Response:  # noqa: ARG002 - a handler
        """Forget calls, counts and times."""
        self.desk.clear_calls()
        return answer({})

    async def fail(self, request: web.Request) -> web.Response:
        """Plan a fault, or be unreachable for some seconds."""
        body = await _body(request)
        if "unreachable" in body:
            self.desk.unreachable(float(body["unreachable"]))
            return answer({})
        times = body.get("times", 1)
        self.desk.fail(body.get("method"), body.get("chat_id"), times, error=named_trouble(body))
        return answer({"planned": len(self.desk.faults.planned)})

    async def clear_faults(self, request: web.Request) -> web.Response:  # noqa: ARG002 - a handler
        """Take all faults back."""
        self.desk.faults.clear()
        return answer({})

    async def settings(self, request: web.Request) -> web.Response:
        """Set `lean`, `delay`, `next_update_id`, `overall` and `per_chat` limits."""
        body = await _body(request)
        gateway = self.desk.gateway
        gateway.lean = bool(body.get("lean", gateway.lean))
        gateway.delay = float(body.get("delay", gateway.delay))
        if "next_update_id" in body:
            self.desk.next_update_id = int(body["next_update_id"])
        if "overall" in body or "per_chat" in body:
            self.desk.limit(body.get("overall"), body.get("per_chat"))
        return answer({"lean": gateway.lean, "delay": gateway.delay})

    async def clock(self, request: web.Request) -> web.Response:  # noqa: ARG002 - a handler
        """Tell the time."""
        return answer({"now": self.desk.options.now().isoformat()})

    async def move_clock(self, request: web.Request) -> web.Response:
        """Move the clock by the callback that was handed in."""
        body = await _body(request)
        if self.desk.options.move_clock is None:
            raise ValueError("this clock cannot be moved")
        moment = datetime.fromisoformat(str(body["to"]))
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=self.desk.options.now().tzinfo)
        await self.desk.options.move_clock(moment)
        now = self.desk.options.now().isoformat()
        self.desk.world.feed.emit("clock", now=now)
        return answer({"now": now})

    async def file(self, request: web.Request) -> web.Response:
        """Give out a file for the page to show, never as something a browser would run."""
        stored = self.desk.world.files.by_id[request.match_info["id"]]
        image = stored.width > 0 and stored.mime in {
            "image/png",
            "image/jpeg",
            "image/gif",
            "image/webp",
        }
        return web.Response(
            body=stored.content,
            content_type=stored.mime if image else "application/octet-stream",
            headers={"X-Content-Type-Options": "nosniff", "Cache-Control": "private, max-age=3600"},
        )
