"""What a person sees of the bot."""

import time
from collections.abc import Callable
from typing import TypeVar

from sandbox.chats import CallbackQuery, Chat, User
from sandbox.codec import Json
from sandbox.messages import Button, Message
from sandbox.methods.profile import commands_for
from sandbox.world import World

_T = TypeVar("_T")
_QUIET = 0.03
_LONGEST_REST = 1.0


class Viewer:
    """A person in front of the private chat with the bot."""

    def __init__(self, world: World, user: User, chat: Chat, patience: Callable[[], float]) -> None:
        """Meet a person; the bot does not know them before they write."""
        self.world = world
        self.user = user
        self.chat = chat
        self._patience = patience

    @property
    def id(self) -> int:
        """Return the Telegram id, which is that of the private chat too."""
        return self.user.id

    @property
    def sees(self) -> list[Message]:
        """Return the messages in the chat now, the oldest first."""
        return self.chat.visible()

    @property
    def screen(self) -> Message:
        """Return the newest message of the bot."""
        for message in reversed(self.sees):
            if message.by_bot:
                return message
        raise AssertionError(f"the bot has not written to {self.user.first_name}")

    @property
    def keyboard(self) -> list[list[Button]]:
        """Return the reply keyboard that is shown, rows of buttons."""
        return self.chat.reply_keyboard.buttons if self.chat.reply_keyboard else []

    @property
    def queries(self) -> list[CallbackQuery]:
        """Return the taps so far, answered or not."""
        return [query for query in self.world.queries.values() if query.user is self.user]

    @property
    def alerts(self) -> list[str]:
        """Return the notes that answers to taps showed, the oldest first."""
        return [query.text for query in self.queries if query.text]

    @property
    def commands(self) -> list[Json]:
        """Return the commands in the menu, in the person's language."""
        return commands_for(self.world, self.chat, self.user)

    async def answered(self, timeout: float | None = None) -> Message:
        """Wait until the bot has reacted here since the last act, and rests."""
        if await self._awaited(self._news, timeout) is None:
            pending = len(self.world.updates)
            raise AssertionError(f"no answer to {self.user.first_name}; {pending} updates pending")
        enough = time.monotonic() + _LONGEST_REST
        while time.monotonic() < enough and await self.world.feed.changed(_QUIET):
            pass
        return self.screen

    def _news(self) -> bool | None:
        """Tell whether the bot did something that shows, None when not."""
        events = self.world.feed.after(self.world.acted.get(self.chat.id, 0))
        mine = [event for event in events if event.get("chat_id") == self.chat.id]
        wrote = any(e["kind"] in {"message", "edit"} and e["message"]["by_bot"] for e in mine)
        noted = any(e["kind"] == "answer" and e["text"] for e in mine)
        return wrote or noted or None

    async def _awaited(self, look: Callable[[], _T | None], seconds: float | None) -> _T | None:
        deadline = time.monotonic() + (self._patience() if seconds is None else seconds)
        while (found := look()) is None and (left := deadline - time.monotonic()) > 0:
            await self.world.feed.changed(left)
        return found
