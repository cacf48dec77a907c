"""A person with a private chat with the bot: everything a thumb can do."""

from collections.abc import Callable

from sandbox.acts import Acts
from sandbox.chats import CallbackQuery, Chat, User, member_raw
from sandbox.codec import Json
from sandbox.messages import Button, Message
from sandbox.taps import callback_query, find_button, shown_labels, start_payload
from sandbox.world import World
from sandbox.writer import Writer

Tapped = CallbackQuery | Message | None


class Person(Writer):
    """Verbs act (`says`, `taps`), nouns look (`sees`, `screen`, `alerts`)."""

    def __init__(self, world: World, user: User, chat: Chat, patience: Callable[[], float]) -> None:
        """Start with nothing opened and nothing copied."""
        super().__init__(world, user, chat, patience)
        self.opened_urls: list[str] = []
        self.clipboard: list[str] = []

    async def taps(
        self,
        label: str,
        message: Message | None = None,
        *,
        timeout: float | None = None,
    ) -> Tapped:
        """Tap the newest button so labelled, waiting a little; failing lists what there is."""
        found = await self._awaited(lambda: find_button(self.chat, label, message), timeout)
        if found is None:
            raise AssertionError(f"no button {label!r}; shown are {shown_labels(self.chat)}")
        return await self._tap(*found)

    async def taps_data(self, data: str, message: Message | None = None) -> CallbackQuery:
        """Send callback data that need not be on any button: a forged tap."""
        return callback_query(self.world, self.user, message or self.screen, data)

    async def taps_in(self, chat: Chat, label: str) -> Tapped:
        """Tap a button in a group."""
        found = find_button(chat, label)
        if found is None:
            raise AssertionError(f"no button {label!r}; shown are {shown_labels(chat)}")
        return await self._tap_inline(*found)

    async def types_inline(self, text: str) -> str:
        """Type `@bot text`; the answer appears in `world.inline_queries` under the returned id."""
        query_id = self.world.next_query_id()
        self.world.inline_queries[query_id] = None
        raw = {
            "id": query_id,
            "from": self.user.raw(),
            "query": text,
            "offset": "",
            "chat_type": "sender",
        }
        self.world.queue("inline_query", raw)
        return query_id

    async def votes(self, message: Message, *options: int) -> None:
        """Vote in a poll of the bot by the options' numbers from zero."""
        poll: Json = message.raw["poll"]
        for option in options:
            poll["options"][option]["voter_count"] += 1
        poll["total_voter_count"] += 1
        self.world.announce("edit", message)
        if not poll["is_anonymous"]:
            ids = [str(poll["options"][option].get("persistent_id", option)) for option in options]
            answer = {
                "poll_id": poll["id"],
                "user": self.user.raw(),
                "option_ids": list(options),
                "option_persistent_ids": ids,
            }
            self.world.queue("poll_answer", answer)
        self.world.queue("poll", poll)

    async def blocks(self) -> None:
        """Block the bot."""
        self._set_status("kicked")

    async def unblocks(self) -> None:
        """Let the bot write again."""
        self._set_status("member")

    async def joins(self, chat: Chat, status: str = "member") -> None:
        """Enter a group."""
        chat.members[self.id] = status
        service = {"new_chat_members": [self.user.raw()]}
        Acts(self.world, chat, self.user).write(service)

    async def sets_language(self, language_code: str) -> None:
        """Change the language of the person's Telegram."""
        self.user.language_code = language_code
        self.world.feed.emit("person", user_id=self.id)

    async def deletes_account(self) -> None:
        """Leave Telegram: the bot gets "user is deactivated"."""
        self.user.deactivated = True

    async def _tap(self, message: Message, button: Button) -> Tapped:
        if button.inline:
            return await self._tap_inline(message, button)
        if (self.chat.reply_keyboard and message.keyboard) and message.keyboard.get(
            "one_time_keyboard"
        ):
            self.chat.reply_keyboard = None
            self.world.feed.emit("keyboard", chat_id=self.chat.id, keyboard=None)
        if button.raw.get("request_location"):
            return await self.sends_location()
        if button.raw.get("request_contact"):
            return await self.sends_contact()
        return await self.says(button.text)

    async def _tap_inline(self, message: Message, button: Button) -> Tapped:
        if button.callback_data is not None:
            return callback_query(self.world, self.user, message, button.callback_data)
        if button.url is not None:
            payload = start_payload(button.url, self.world.bot.username)
            if payload is not None:
                return await self.opens(payload)
            self.opened_urls.append(button.url)
        elif "copy_text" in button.raw:
            self.clipboard.append(button.raw["copy_text"]["text"])
        elif "switch_inline_query_current_chat" in button.raw:
            await self.types_inline(button.raw["switch_inline_query_current_chat"])
        return None

    def _set_status(self, status: str) -> None:
        before, self.chat.bot_status = self.chat.bot_status, status
        raw = {
            "chat": self.chat.raw(),
            "from": self.user.raw(),
            "date": self.world.timestamp(),
            "old_chat_member": member_raw(self.world.bot, before),
            "new_chat_member": member_raw(self.world.bot, status),
        }
        self.world.queue("my_chat_member", raw)
        self.world.feed.emit("person", user_id=self.id)
