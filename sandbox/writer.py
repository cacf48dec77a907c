"""What a person can send to the bot."""

from collections.abc import Callable, Sequence

from sandbox.acts import Acts, Attachment, file_content, text_content
from sandbox.chats import Chat, User
from sandbox.codec import Json
from sandbox.messages import Message
from sandbox.viewer import Viewer
from sandbox.world import World

#: Where people are unless a test says otherwise: latitude and longitude.
DEFAULT_PLACE = (43.238949, 76.889709)


class Writer(Viewer):
    """A person who writes, here or in a group."""

    def __init__(self, world: World, user: User, chat: Chat, patience: Callable[[], float]) -> None:
        """Start at the default place."""
        super().__init__(world, user, chat, patience)
        self.place = DEFAULT_PLACE
        self._acts = Acts(world, chat, user)

    async def says(
        self,
        text: str,
        *,
        chat: Chat | None = None,
        thread_id: int | None = None,
        reply_to: Message | None = None,
    ) -> Message:
        """Write a message, here or in a group."""
        return self._in(chat).write(text_content(text), thread_id=thread_id, reply_to=reply_to)

    def writes(self, text: str) -> Message:
        """Write here without being awaited, for bulk."""
        return self._acts.write(text_content(text))

    async def opens(self, payload: str = "") -> Message:
        """Follow a deep link: `/start payload`."""
        return await self.says(f"/start {payload}".rstrip())

    async def sends_photo(
        self,
        caption: str = "",
        content: bytes | None = None,
        *,
        name: str = "photo.jpg",
        size: int | None = None,
        chat: Chat | None = None,
        thread_id: int | None = None,
    ) -> Message:
        """Send a photo, a small sample by default."""
        attachment = Attachment(name, content, "image/jpeg", size, caption)
        return self._in(chat).write(
            file_content(self.world, "photo", attachment), thread_id=thread_id
        )

    async def sends_document(
        self,
        name: str = "letter.pdf",
        content: bytes = b"%PDF-1.4\n%%EOF\n",
        mime: str = "",
        size: int | None = None,
        caption: str = "",
    ) -> Message:
        """Send a file; `size` may pretend that it is larger."""
        attachment = Attachment(name, content, mime, size, caption)
        return self._acts.write(file_content(self.world, "document", attachment))

    async def sends_album(
        self, attachments: Sequence[Attachment], kind: str = "photo"
    ) -> list[Message]:
        """Send 2 to 10 photos or documents at once."""
        return self._acts.album(kind, attachments)

    async def sends_voice(self, content: bytes = b"OggS", caption: str = "") -> Message:
        """Send a voice message."""
        attachment = Attachment("voice.ogg", content, "audio/ogg", caption=caption)
        return self._acts.write(file_content(self.world, "voice", attachment))

    async def sends_video(
        self, content: bytes = b"\0\0\0\x18ftypmp42", caption: str = ""
    ) -> Message:
        """Send a video."""
        attachment = Attachment("video.mp4", content, "video/mp4", caption=caption)
        return self._acts.write(file_content(self.world, "video", attachment))

    async def sends_sticker(self) -> Message:
        """Send a sticker."""
        return self._acts.write(
            file_content(self.world, "sticker", Attachment("sticker.webp", b"RIFF0000WEBP"))
        )

    async def sends_location(
        self, latitude: float | None = None, longitude: float | None = None
    ) -> Message:
        """Share a point, `place` by default."""
        point = (
            (latitude, longitude) if latitude is not None and longitude is not None else self.place
        )
        return self._acts.write({"location": {"latitude": point[0], "longitude": point[1]}})

    async def sends_contact(
        self, phone_number: str = "", first_name: str = "", user_id: int | None = 0
    ) -> Message:
        """Share a contact: the own one by default; `user_id=None` is a contact outside Telegram."""
        contact: Json = {
            "phone_number": phone_number or self.user.phone_number,
            "first_name": first_name or self.user.first_name,
        }
        if user_id is not None:
            contact["user_id"] = user_id or self.id
        return self._acts.write({"contact": contact})

    async def edits(self, message: Message, text: str) -> Message:
        """Change an own message."""
        return self._acts.edit(message, text)

    async def forwards(self, message: Message) -> Message:
        """Forward a message to the bot."""
        return self._acts.forward(message)

    def _in(self, chat: Chat | None) -> Acts:
        return self._acts if chat is None else Acts(self.world, chat, self.user)
