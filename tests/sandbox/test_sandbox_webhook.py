"""Webhooks: delivered in order, repeated until 2xx, methods in the answer carried out."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from aiohttp import web

from sandbox import Person, Sandbox
from tests.sandbox.api import Api

pytestmark = pytest.mark.asyncio


class Receiver:
    """A bot's end of a webhook."""

    def __init__(self) -> None:
        self.url = ""
        self.statuses: list[int] = []
        self.texts: list[str] = []
        self.secrets: list[str] = []
        self.answer: object = None

    async def receive(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.texts.append(update["message"]["text"])
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token", ""))
        status = self.statuses.pop(0) if self.statuses else 200
        return web.json_response(self.answer, status=status)


@pytest_asyncio.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiver.receive)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield receiver
    await runner.cleanup()


async def test_delivers_again_until_it_is_taken(
    sandbox: Sandbox, api: Api, voter: Person, receiver: Receiver
) -> None:
    receiver.statuses = [500, 503]
    await api("setWebhook", url=receiver.url, secret_token="s3cret")
    await voter.says("second")
    await sandbox.wait_for(lambda: not sandbox.pending)
    assert receiver.texts == ["/start", "/start", "/start", "second"]
    assert set(receiver.secrets) == {"s3cret"}
    info = await api("getWebhookInfo")
    assert info["last_error_message"].startswith("Wrong response from the webhook: 503")


async def test_method_in_the_answer(
    sandbox: Sandbox, api: Api, voter: Person, receiver: Receiver
) -> None:
    receiver.answer = {"method": "sendMessage", "chat_id": voter.id, "text": "at once"}
    await api("setWebhook", url=receiver.url)
    await sandbox.wait_for(
        lambda: voter.screen.text == "at once" if sandbox.calls_of("sendMessage") else False
    )


async def test_no_polling_beside_it(api: Api, receiver: Receiver) -> None:
    await api("setWebhook", url=receiver.url)
    refused = await api.raw("getUpdates")
    assert refused["error_code"] == 409
    assert "can't use getUpdates method while webhook is active" in refused["description"]
    await api("deleteWebhook", drop_pending_updates=True)
    assert await api("getUpdates") == []


async def test_never_leaves_the_machine(api: Api) -> None:
    assert "loopback" in await api.refused("setWebhook", url="https://example.org/hook")
    assert "HTTPS" in await api.refused("setWebhook", url="ftp://example.org")
