"""What is typed where a question stands open: words, and no command."""

from typing import Final

from aiogram import F
from aiogram.types import Message
from magic_filter import MagicFilter

from domain.errors import BadInput

WORDS: Final[MagicFilter] = F.text & ~F.text.startswith("/")


async def only_words(_message: Message) -> None:
    """A photo or a voice message where words are asked for. Raises BadInput."""
    raise BadInput("only_words")
