"""A text that comes in several messages: each is a part, joined in the order they came."""

from typing import Any

from aiogram.types import Message

from domain.errors import BadInput

Parts = list[list[Any]]  # the number of the message, its words


def words_of(message: Message) -> str:
    return message.text or message.caption or ""


def added(parts: Parts, message: Message) -> Parts:
    return [*parts, [message.message_id, words_of(message)]]


def edited(parts: Parts, message: Message) -> Parts:
    """An edited message replaces its own part. Raises BadInput where it is none of them."""
    if message.message_id not in {ident for ident, _ in parts}:
        raise BadInput("edited_elsewhere")
    new = words_of(message)
    return [[ident, new if ident == message.message_id else words] for ident, words in parts]
