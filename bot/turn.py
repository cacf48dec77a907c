"""What the worker must know of a raw update before aiogram reads it: who, where, in which form."""

from dataclasses import dataclass, field
from typing import Any

from bot.storage import conversation_key
from domain.names import Language, language_of
from handlers.common.respond import Place, typed
from handlers.common.screen import Screen
from handlers.common.texts import Texts

TYPED_TAP = "typed"


@dataclass
class Turn:
    """One person's turn: filled while an update is handled, then answered."""

    telegram_id: int | None = None
    chat_id: int | None = None
    language_code: str | None = None
    is_private: bool = False
    text: str = ""
    message_id: int | None = None
    thread_id: int | None = None  # the topic of a forum
    query_id: str | None = None
    texts: Texts | None = None
    screens: list[Screen] = field(default_factory=list)

    @property
    def key(self) -> str:
        return conversation_key(self.chat_id or 0, self.telegram_id or 0)

    @property
    def typed(self) -> str:
        return typed(self.text)

    @property
    def guessed_language(self) -> Language:
        return language_of(self.language_code)

    @property
    def place(self) -> Place:
        return Place(self.chat_id or 0, self.message_id, self.query_id, self.thread_id)

    def as_tap(self, raw: dict[str, Any], data: str) -> dict[str, Any]:
        """The same update as if the button had been tapped: typing works as well as tapping."""
        return {
            "update_id": raw["update_id"],
            "callback_query": {
                "id": TYPED_TAP,
                "from": raw["message"]["from"],
                "chat_instance": TYPED_TAP,
                "data": data,
            },
        }


class Undecodable(Exception):
    """Not an update as we know them: trying again cannot help before the software changes."""


def read_turn(raw: dict[str, Any], turn: Turn) -> None:
    """Fills the turn from raw JSON. Leaves it empty for what concerns nobody."""
    try:
        _read(raw, turn)
    except (AttributeError, TypeError) as error:
        raise Undecodable from error


def _read(raw: dict[str, Any], turn: Turn) -> None:
    event = _event(raw)
    query = raw.get("callback_query")
    message = (query or {}).get("message") if query else event
    sender = (event or {}).get("from") or {}
    chat = (message or {}).get("chat") or {}
    turn.telegram_id = sender.get("id")
    turn.chat_id = chat.get("id", turn.telegram_id)
    turn.language_code = sender.get("language_code")
    turn.is_private = chat.get("type", "private") == "private"
    if (message or {}).get("is_topic_message"):
        turn.thread_id = (message or {}).get("message_thread_id")
    if query is not None:
        turn.query_id = str(query.get("id"))
        turn.message_id = (message or {}).get("message_id")
    elif "message" in raw:
        text = raw["message"].get("text")
        turn.text = text if isinstance(text, str) else ""


def _event(raw: dict[str, Any]) -> dict[str, Any] | None:
    found = (raw.get(kind) for kind in HANDLED)
    return next((event for event in found if isinstance(event, dict)), None)


def chat_of(raw: dict[str, Any]) -> int:
    """The chat whose order an update belongs to; 0 where it has none."""
    turn = Turn()
    try:
        read_turn(raw, turn)
    except Undecodable:
        return 0
    return turn.chat_id if isinstance(turn.chat_id, int) else 0


HANDLED = ("message", "edited_message", "callback_query", "my_chat_member")
