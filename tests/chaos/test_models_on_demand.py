"""Leaving out aiogram's rebuilding must leave no model that cannot be built."""

import subprocess
import sys

BUILD_ALL = """
import bot
from pydantic import BaseModel
import aiogram.methods, aiogram.types

built = 0
for module in (aiogram.types, aiogram.methods):
    for name in module.__all__:
        model = getattr(module, name)
        if isinstance(model, type) and issubclass(model, BaseModel):
            model.model_rebuild()
            assert model.__pydantic_complete__, name
            built += 1
assert built > 400, built
"""

ON_DEMAND = """
import bot
from aiogram.types import PassportData

assert not PassportData.__pydantic_complete__
"""


def run(code: str) -> None:
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)


def test_every_model_can_be_built() -> None:
    run(BUILD_ALL)


def test_nothing_is_built_before_it_is_used() -> None:
    run(ON_DEMAND)


ANSWERS = """
import asyncio
import bot
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import GetChat, SendPoll

async def main():
    telegram = Bot("42:TEST")
    poll = SendPoll(chat_id=1, question="?", options=["a", "b"])
    raw = '{"ok":true,"result":{"message_id":7,"date":1,"chat":{"id":1,"type":"private"}}}'
    assert telegram.session.check_response(telegram, poll, 200, raw).result.message_id == 7
    try:
        refused = '{"ok":false,"error_code":400,"description":"Bad"}'
        telegram.session.check_response(telegram, GetChat(chat_id=1), 400, refused)
    except TelegramBadRequest:
        return
    raise AssertionError

asyncio.run(main())
"""


def test_answers_and_errors_are_read() -> None:
    run(ANSWERS)
