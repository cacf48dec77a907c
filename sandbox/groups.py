"""Groups, forums and channels that the bot may be in."""

from sandbox.acts import Acts, Attachment, file_content, text_content
from sandbox.chats import Chat, Topic, member_raw
from sandbox.codec import Json
from sandbox.messages import Message
from sandbox.methods.topics import drop_topic
from sandbox.people import Person
from sandbox.world import World


class Group:
    """A group, a supergroup, a forum or a channel."""

    def __init__(self, world: World, chat: Chat) -> None:
        """Look at a chat that is there."""
        self.world = world
        self.chat = chat

    @property
    def id(self) -> int:
        """Return the chat's id."""
        return self.chat.id

    @property
    def sees(self) -> list[Message]:
        """Return the messages there now."""
        return self.chat.visible()

    @property
    def topics(self) -> dict[int, Topic]:
        """Return the topics of a forum by thread id."""
        return self.chat.topics

    def in_topic(self, thread_id: int) -> list[Message]:
        """Return the messages of a topic."""
        return [message for message in self.sees if message.thread_id == thread_id]

    async def sets_bot(self, status: str, by: Person) -> None:
        """Add, promote or kick the bot: "member", "administrator", "kicked", "left"."""
        before, self.chat.bot_status = self.chat.bot_status, status
        raw: Json = {
            "chat": self.chat.raw(),
            "from": by.user.raw(),
            "date": self.world.timestamp(),
            "old_chat_member": member_raw(self.world.bot, before),
            "new_chat_member": member_raw(self.world.bot, status),
        }
        self.world.queue("my_chat_member", raw)

    async def posts(self, text: str) -> Message:
        """Post as the channel, or as an anonymous administrator of a group."""
        return Acts(self.world, self.chat, None).write(text_content(text))

    async def posts_photo(self, caption: str = "") -> Message:
        """Post a photo as the channel."""
        content = file_content(self.world, "photo", Attachment(caption=caption))
        return Acts(self.world, self.chat, None).write(content)

    def deletes_topic(self, thread_id: int) -> None:
        """Delete a topic, as an administrator would: the bot is not told."""
        drop_topic(self.world, self.chat, thread_id)

    async def upgrades(self, new_id: int, by: Person) -> "Group":
        """Turn the group into a supergroup; the old id then answers with `migrate_to_chat_id`."""
        old = self.chat
        new = Chat(
            new_id, "supergroup", old.title, bot_status=old.bot_status, members=dict(old.members)
        )
        self.world.chats[new_id] = new
        Acts(self.world, old, by.user).write({"migrate_to_chat_id": new_id})
        old.migrated_to = new_id
        Acts(self.world, new, by.user).write({"migrate_from_chat_id": old.id})
        return Group(self.world, new)
