"""The HTTP session: sends go as JSON, and what Telegram answers is not read beyond "ok"."""

from typing import Any

import orjson
from aiogram import Bot
from aiogram.client.default import Default
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.methods import AnswerCallbackQuery, EditMessageText, SendMessage, TelegramMethod
from aiogram.methods.base import Response, TelegramType
from aiohttp import BytesPayload, FormData
from pydantic import BaseModel

SENT = (AnswerCallbackQuery, EditMessageText, SendMessage)
OK = '{"ok":true'


class LeanSession(AiohttpSession):
    """Nobody looks at the message that a send gives back, and making a model of it is dear.

    A form of many fields, each a JSON text of its own, is dear too. Errors and methods that may
    carry a file take aiogram's own way.
    """

    async def close(self) -> None:
        """Without the nap of a quarter of a second: aiohttp waits for its connections by itself."""
        if self._session is not None:
            await self._session.close()

    def build_form_data(self, bot: Bot, method: TelegramMethod[TelegramType]) -> FormData:
        if not isinstance(method, SENT):
            return super().build_form_data(bot, method)
        body: Any = BytesPayload(
            orjson.dumps(_given(method), default=_given), content_type="application/json"
        )
        return body  # type: ignore[no-any-return]

    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        if isinstance(method, SENT) and content.startswith(OK):
            nothing: Any = None
            return Response.model_construct(ok=True, result=nothing)
        return super().check_response(bot, method, status_code, content)


def _given(model: BaseModel) -> dict[str, Any]:
    """What was said, without what Telegram or the bot's defaults say by themselves."""
    return {
        name: value for name, value in model if value is not None and not isinstance(value, Default)
    }
