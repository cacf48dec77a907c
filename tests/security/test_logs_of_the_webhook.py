"""What the webhook cannot store is asked for again, and the log says nothing of it."""

import pytest
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import text

from bot.intake import Webhook
from tests.world import World

UPDATE = {
    "update_id": 1,
    "message": {
        "message_id": 1,
        "date": 0,
        "chat": {"id": 1001, "type": "private", "first_name": "CANARY-NAME"},
        "text": "CANARY-LETTER",
    },
}


async def test_a_letter_that_cannot_be_stored_is_not_logged(
    world: World, capfd: pytest.CaptureFixture[str]
) -> None:
    webhook = Webhook(world.app.intake, "secret", 0)
    async with world.app.database.write() as uow:
        await uow.session.execute(text("ALTER TABLE inbox RENAME TO elsewhere"))
    async with TestClient(TestServer(webhook.application())) as telegram:
        headers = {"X-Telegram-Bot-Api-Secret-Token": "secret"}
        answer = await telegram.post("/telegram", json=UPDATE, headers=headers)
    assert answer.status == 500
    written = "".join(capfd.readouterr())
    assert "intake_failed" in written
    assert "CANARY" not in written
