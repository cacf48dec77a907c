"""Faults on demand."""

import asyncio
import time

import aiohttp
import pytest

from sandbox import (
    CUT_OFF,
    DROP,
    Delay,
    Person,
    Sandbox,
    bad_request,
    forbidden,
    server_error,
    too_many_requests,
)
from sandbox.errors import ApiError
from tests.sandbox.api import Api

pytestmark = pytest.mark.asyncio


@pytest.mark.parametrize(
    ("error", "code", "description"),
    [
        (too_many_requests(7), 429, "Too Many Requests: retry after 7"),
        (forbidden(), 403, "Forbidden: bot was blocked by the user"),
        (bad_request("chat not found"), 400, "Bad Request: chat not found"),
        (server_error(502), 502, "Bad Gateway"),
    ],
)
async def test_the_next_call_is_refused(
    sandbox: Sandbox, api: Api, voter: Person, error: ApiError, code: int, description: str
) -> None:
    sandbox.fail("sendMessage", error=error)
    answer = await api.raw("sendMessage", chat_id=voter.id, text="a")
    assert (answer["error_code"], answer["description"]) == (code, description)
    assert answer.get("parameters", {}) == ({"retry_after": 7} if code == 429 else {})
    await api("sendMessage", chat_id=voter.id, text="a")
    assert [call.error is None for call in sandbox.calls_of("sendMessage")] == [False, True]


async def test_a_fault_of_one_chat(sandbox: Sandbox, api: Api, voter: Person) -> None:
    other = sandbox.person(1002)
    await other.opens()
    fault = sandbox.fail(chat_id=other.id, times=None, error=forbidden())
    for _ in range(3):
        await api.refused("sendMessage", chat_id=other.id, text="a")
    await api("sendMessage", chat_id=voter.id, text="a")
    assert len(await api("getUpdates")) == 2
    assert fault.hits == 3
    sandbox.faults.clear()
    await api("sendMessage", chat_id=other.id, text="a")


async def test_connection_lost_before_and_after(sandbox: Sandbox, api: Api, voter: Person) -> None:
    sandbox.fail("sendMessage", error=DROP)
    with pytest.raises(aiohttp.ClientError):
        await api("sendMessage", chat_id=voter.id, text="never arrived")
    sandbox.fail("sendMessage", error=CUT_OFF)
    with pytest.raises(aiohttp.ClientError):
        await api("sendMessage", chat_id=voter.id, text="arrived")
    assert [message.text for message in voter.sees] == ["/start", "arrived"]


async def test_delay(sandbox: Sandbox, api: Api, voter: Person) -> None:
    sandbox.fail("sendMessage", error=Delay(0.3))
    before = time.monotonic()
    await api("sendMessage", chat_id=voter.id, text="a")
    assert time.monotonic() - before >= 0.3


async def test_unreachable_cuts_waiting_polls_too(sandbox: Sandbox, api: Api) -> None:
    poll = asyncio.create_task(api("getUpdates", timeout=30))
    await asyncio.sleep(0.05)
    sandbox.unreachable(0.5)
    with pytest.raises(aiohttp.ClientError):
        await asyncio.wait_for(poll, 1)
    with pytest.raises(aiohttp.ClientError):
        await api("getMe")
    await asyncio.sleep(0.5)
    await api("getMe")


async def test_limits_per_chat_and_overall(sandbox: Sandbox, api: Api, voter: Person) -> None:
    sandbox.limit(overall=None, per_chat=1, chat_burst=2)
    answers = [await api.raw("sendMessage", chat_id=voter.id, text=str(i)) for i in range(4)]
    assert [answer["ok"] for answer in answers] == [True, True, False, False]
    assert answers[-1]["parameters"]["retry_after"] == 1
    assert sandbox.gateway.limits.refused == 2
    await api("sendChatAction", chat_id=voter.id, action="typing")
    sandbox.limit(overall=5, per_chat=None)
    answers = [await api.raw("sendMessage", chat_id=voter.id, text=str(i)) for i in range(8)]
    assert sum(answer["ok"] for answer in answers) == 5
