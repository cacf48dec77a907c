"""The control API, the page's files, and the stand-in as its own process."""

import ast
import asyncio
import sys
from pathlib import Path

import aiohttp
import pytest

from sandbox import Sandbox
from tests.sandbox.api import Api

ROOT = Path(__file__).parents[2]


async def test_people_act_over_http(sandbox: Sandbox, api: Api) -> None:
    person = await api.control("POST", "people", {"id": 5, "name": "Dana", "language": "ru"})
    assert person["name"] == "Dana"
    said = await api.control("POST", "people/5/says", {"text": "/start x"})
    assert said["text"] == "/start x"
    button = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
    await api("sendMessage", chat_id=5, text="a", reply_markup=button)
    tapped = await api.control("POST", "people/5/taps", {"label": "go"})
    assert tapped["data"] == "go"
    missing = await api.control("POST", "people/5/taps", {"label": "Stop"})
    assert missing["error"] == "no button 'Stop'; shown are ['Go']"
    assert "no such verb" in (await api.control("POST", "people/5/dances", {}))["error"]
    pending = (await api.control("GET", "pending"))["pending"]
    assert pending == sandbox.pending
    assert len((await api.control("GET", "chats/5"))["messages"]) == 2


async def test_bulk_and_statistics(sandbox: Sandbox, api: Api) -> None:
    sandbox.gateway.lean = True
    texts = [[1000 + number, f"text {number}"] for number in range(150)]
    body = {"texts": texts, "taps": [[1000, "data"]], "updates": [{"update_id": 7, "x": {}}]}
    assert await api.control("POST", "updates", body) == {"queued": 152}
    updates = await api("getUpdates")
    assert updates[-1]["message"]["text"] == "text 98" or updates[0]["update_id"] == 7
    await api("sendMessage", chat_id=1000, text="")
    stats = await api.control("GET", "stats?chats=1")
    assert stats["calls"] == {"getUpdates": 1, "sendMessage": 1}
    assert (stats["queued"], stats["pending"], stats["sent_to"]) == (152, 152, {"1000": 1})
    assert stats["latency_ms"]["count"] == 1


async def test_faults_and_calls(api: Api, sandbox: Sandbox) -> None:
    await sandbox.person(5).opens()
    await api.control("POST", "faults", {"error": 429, "retry_after": 3, "method": "sendMessage"})
    assert "retry after 3" in await api.refused("sendMessage", chat_id=5, text="a")
    await api.control("POST", "faults", {"error": 403, "times": None})
    await api.control("DELETE", "faults")
    await api("sendMessage", chat_id=5, text="a")
    calls = (await api.control("GET", "calls?method=sendMessage"))["calls"]
    assert [call["error"] is None for call in calls] == [False, True]
    await api.control("DELETE", "calls")
    assert sandbox.calls == []


async def test_changes_and_clock(api: Api, sandbox: Sandbox) -> None:
    waiting = asyncio.create_task(
        api.control("GET", f"changes?after={sandbox.world.feed.last}&timeout=5")
    )
    await asyncio.sleep(0.05)
    await api.control("POST", "clock", {"to": "2026-12-01T09:00:00+05:00"})
    assert (await waiting)["events"][0]["kind"] == "clock"
    assert sandbox.world.now().isoformat() == "2026-12-01T09:00:00+05:00"
    assert "error" in await api.control("POST", "clock", {"to": "soon"})


async def test_live_events(api: Api, sandbox: Sandbox) -> None:
    async with api.session.get(f"{api.url}/control/events?after=0") as stream:
        await sandbox.person(5).says("hello")
        seen = b""
        while b'"text":"hello"' not in seen:
            seen += await asyncio.wait_for(stream.content.readline(), 2)


async def test_other_sites_are_kept_out(api: Api) -> None:
    async with api.session.get(
        f"{api.url}/control/state", headers={"Origin": "https://evil.example"}
    ) as answer:
        assert answer.status == 403
    async with api.session.get(f"{api.url}/", headers={"Host": "evil.example"}) as answer:
        assert answer.status == 403
    async with api.session.post(f"{api.url}/control/people", data="{}") as answer:
        assert answer.status == 415
    async with api.session.get(f"{api.url}/") as answer:
        assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    async with api.session.get(f"{api.url}/web/..%2fapp.py") as answer:
        assert answer.status == 404


async def test_listens_on_loopback_only() -> None:
    with pytest.raises(ValueError, match="loopback only"):
        await Sandbox().start(host="0.0.0.0")  # noqa: S104 - this is what is refused


async def test_its_own_process(tmp_path: Path) -> None:
    people = tmp_path / "people.json"
    people.write_text('{"people": [{"id": 5, "name": "Dana", "note": "voter"}]}', encoding="utf-8")
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "sandbox", "--port", "0", "--people", str(people)),
        stdout=asyncio.subprocess.PIPE,
        cwd=ROOT,
    )
    assert process.stdout is not None
    url = (await asyncio.wait_for(process.stdout.readline(), 10)).decode().strip()
    async with aiohttp.ClientSession() as session:
        api = Api(session, url)
        assert (await api("getMe"))["id"] == 42
        assert (await api.control("GET", "people/5"))["note"] == "voter"
    process.terminate()
    assert await asyncio.wait_for(process.wait(), 10) == 0


def test_knows_nothing_of_any_bot() -> None:
    allowed = sys.stdlib_module_names | {"aiohttp", "sandbox", "uvloop"}
    for path in (ROOT / "sandbox").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module]
            assert {name.partition(".")[0] for name in names} <= allowed, path
