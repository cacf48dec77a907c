"""The HTTP session: what Telegram answers to a send is not read beyond "ok"."""

from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.methods import AnswerCallbackQuery, EditMessageText, SendMessage, TelegramMethod
from aiogram.methods.base import Response, TelegramType

SENT = (AnswerCallbackQuery, EditMessageText, SendMessage)
OK = '{"ok":true'


class LeanSession(AiohttpSession):
    """Nobody looks at the message that a send gives back, and making a model of it is dear.

    Errors are parsed as ever: whatever does not begin with "ok" takes aiogram's own way.
    """

    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        if isinstance(method, SENT) and content.startswith(OK):
            nothing: Any = None
            return Response.model_construct(ok=True, result=nothing)
        return super().check_response(bot, method, status_code, content)
