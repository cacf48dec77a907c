"""getUpdates: confirmed by a higher offset and never brought back."""

import asyncio

import pytest

from sandbox import Person, Sandbox
from tests.sandbox.api import Api

pytestmark = pytest.mark.asyncio


async def texts(api: Api, **params: object) -> list[str]:
    return [update["message"]["text"] for update in await api("getUpdates", **params)]


async def test_an_update_comes_again_until_a_higher_offset_confirms_it(
    api: Api, voter: Person
) -> None:
    await voter.says("a")
    await voter.says("b")
    assert await texts(api) == ["/start", "a", "b"]
    first = (await api("getUpdates", limit=1))[0]["update_id"]
    assert await texts(api, offset=first + 1) == ["a", "b"]
    assert await texts(api, offset=0) == ["a", "b"]
    assert await texts(api, offset=first - 50) == ["a", "b"]
    assert await texts(api, offset=-1) == ["b"]
    assert await texts(api) == ["b"]


async def test_at_most_a_hundred_at_once(api: Api, voter: Person) -> None:
    for number in range(120):
        await voter.says(str(number))
    assert len(await api("getUpdates", limit=1000)) == 100
    assert len(await api("getUpdates", limit=7)) == 7


async def test_ids_may_fall_after_a_week(sandbox: Sandbox, api: Api, voter: Person) -> None:
    sandbox.next_update_id = 500
    await voter.says("old")
    sandbox.next_update_id = 100
    await voter.says("new")
    ids = [update["update_id"] for update in await api("getUpdates")]
    assert ids[1:] == [500, 100]
    assert await texts(api, offset=501) == ["/start"]


async def test_long_poll_wakes_at_once(api: Api, voter: Person) -> None:
    last = (await api("getUpdates"))[-1]["update_id"]
    poll = asyncio.create_task(texts(api, offset=last + 1, timeout=20))
    await asyncio.sleep(0.05)
    await voter.says("now")
    assert await asyncio.wait_for(poll, 1) == ["now"]


async def test_long_poll_ends_empty(api: Api) -> None:
    assert await api("getUpdates", timeout=1) == []


async def test_a_second_poller_ends_the_first(api: Api) -> None:
    first = asyncio.create_task(api.raw("getUpdates", timeout=20))
    await asyncio.sleep(0.05)
    second = asyncio.create_task(api.raw("getUpdates", timeout=1))
    ended = await asyncio.wait_for(first, 1)
    assert ended["error_code"] == 409
    assert ended["description"].startswith("Conflict: terminated by other getUpdates request")
    assert (await second)["ok"]


async def test_allowed_updates(sandbox: Sandbox, api: Api, voter: Person) -> None:
    await api("getUpdates", allowed_updates=["callback_query"])
    await voter.says("unwanted")
    await api("getUpdates", allowed_updates=[])
    await voter.says("wanted")
    assert (await texts(api))[-2:] == ["/start", "wanted"]
    assert sandbox.pending[-1]["message"]["text"] == "wanted"


async def test_any_json_can_be_an_update(sandbox: Sandbox, api: Api) -> None:
    pushed = sandbox.push({"from_the_future": {"x": 1}})
    assert await api("getUpdates") == [{"update_id": pushed, "from_the_future": {"x": 1}}]


async def test_everything_people_send(sandbox: Sandbox, api: Api, voter: Person) -> None:
    said = await voter.says("/help@town_bot me")
    await voter.edits(said, "changed")
    await voter.sends_document(size=30_000_000)
    await voter.sends_sticker()
    await voter.sends_voice()
    await voter.sends_video()
    await voter.sends_contact()
    await voter.forwards(said)
    await voter.blocks()
    await voter.unblocks()
    updates = await api("getUpdates")
    kinds = [next(key for key in update if key != "update_id") for update in updates]
    assert kinds == [
        "message",
        "message",
        "edited_message",
        *["message"] * 6,
        *["my_chat_member"] * 2,
    ]
    assert updates[1]["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 14}]
    assert updates[3]["message"]["document"]["file_size"] == 30_000_000
    assert updates[7]["message"]["contact"]["user_id"] == voter.id
    assert updates[-2]["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert sandbox.pending == updates
