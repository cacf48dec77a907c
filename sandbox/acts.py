"""What anybody can write into a chat: the updates that follow from it."""

import mimetypes
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sandbox.chats import Chat, User
from sandbox.codec import Json
from sandbox.messages import Message
from sandbox.methods.forwarding import forwarded
from sandbox.methods.sending import document_raw, photo_raw, sticker_raw
from sandbox.text import find_entities
from sandbox.world import World

SAMPLE_PHOTO = Path(__file__).with_name("sample.jpg")
_LARGEST_CAPTION_PART = {"caption", "caption_entities"}


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to send; `size` may be larger than the content, to stand for a big file."""

    name: str = "photo.jpg"
    content: bytes | None = None
    mime: str = ""
    size: int | None = None
    caption: str = ""

    def data(self) -> bytes:
        """Return the content, a small sample picture by default."""
        return SAMPLE_PHOTO.read_bytes() if self.content is None else self.content

    def mime_type(self) -> str:
        """Return the type as given or as the name tells."""
        return self.mime or mimetypes.guess_type(self.name)[0] or "application/octet-stream"


def text_content(text: str) -> Json:
    """Return `text` with the entities that Telegram finds."""
    entities = find_entities(text)
    return {"text": text, "entities": entities} if entities else {"text": text}


def caption_content(caption: str) -> Json:
    """Return `caption` with the entities that Telegram finds."""
    if not caption:
        return {}
    entities = find_entities(caption)
    return {"caption": caption, "caption_entities": entities} if entities else {"caption": caption}


def file_content(world: World, kind: str, attachment: Attachment) -> Json:
    """Store the file and return the message part of the kind."""
    stored = world.files.add(
        kind, attachment.data(), attachment.name, attachment.mime_type(), attachment.size
    )
    caption = caption_content(attachment.caption)
    if kind == "photo":
        return {"photo": photo_raw(stored), **caption}
    if kind == "sticker":
        return {"sticker": sticker_raw(stored)}
    if kind == "voice":
        return {"voice": {**stored.raw(), "duration": 3, "mime_type": stored.mime}, **caption}
    if kind == "video":
        return {"video": {**stored.raw(), "width": 640, "height": 360, "duration": 3}, **caption}
    return {"document": document_raw(stored), **caption}


class Acts:
    """Writing into one chat as one sender."""

    def __init__(self, world: World, chat: Chat, sender: User | None) -> None:
        """Without a sender it is a channel that posts."""
        self.world = world
        self.chat = chat
        self.sender = sender

    def write(
        self, content: Json, *, thread_id: int | None = None, reply_to: Message | None = None
    ) -> Message:
        """Put a message into the chat and queue its update."""
        if reply_to is not None:
            original = {k: v for k, v in reply_to.raw.items() if k != "reply_to_message"}
            content = {"reply_to_message": original, **content}
        if self.chat.private:
            if self.chat.bot_status == "kicked":
                raise AssertionError("the bot is blocked: unblock it before writing to it")
            self.chat.started = True
        message = self.world.add(self.chat, self.sender, content, thread_id)
        if self._reaches_bot(message):
            kind = "channel_post" if self.chat.type == "channel" else "message"
            self.world.queue(kind, message.raw, self.chat.id)
        return message

    def album(self, kind: str, attachments: Sequence[Attachment]) -> list[Message]:
        """Write several files as one album: one update each, as Telegram does."""
        group = {"media_group_id": self.world.next_query_id()}
        return [self.write(group | file_content(self.world, kind, item)) for item in attachments]

    def edit(self, message: Message, text: str) -> Message:
        """Change an own message."""
        if message.by_bot:
            raise AssertionError("people edit their own messages only")
        content = caption_content(text) if "text" not in message.raw else text_content(text)
        for name in ("text", "entities", *_LARGEST_CAPTION_PART):
            message.raw.pop(name, None)
        message.raw |= content | {"edit_date": self.world.timestamp()}
        message.edited = True
        self.world.announce("edit", message)
        kind = "edited_channel_post" if self.chat.type == "channel" else "edited_message"
        self.world.queue(kind, message.raw, self.chat.id)
        return message

    def forward(self, message: Message) -> Message:
        """Forward a message into this chat."""
        return self.write(forwarded(message))

    def _reaches_bot(self, message: Message) -> bool:
        """Blocked bots hear nothing; in groups privacy mode hides what is not for the bot."""
        if self.chat.bot_status in {"kicked", "left"}:
            return False
        if self.chat.type not in {"group", "supergroup"} or self.chat.bot_status == "administrator":
            return True
        replied = message.raw.get("reply_to_message", {}).get("from", {}).get("id")
        mentioned = f"@{self.world.bot.username}" in message.text
        return message.text.startswith("/") or mentioned or replied == self.world.bot.id
