"""Users and chats as the stand-in keeps them."""

from dataclasses import dataclass, field
from datetime import datetime

from sandbox.codec import Json
from sandbox.messages import Message

ADMINISTRATOR_RIGHTS = (
    "can_be_edited",
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
    "can_send_welcome_messages",
)

RESTRICTED_RIGHTS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)


@dataclass(slots=True)
class User:
    """A person or the bot."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = ""
    is_bot: bool = False
    note: str = ""
    phone_number: str = ""
    deactivated: bool = False

    def raw(self) -> Json:
        """Return Telegram's User."""
        raw: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        for name in ("last_name", "username", "language_code"):
            if value := getattr(self, name):
                raw[name] = value
        return raw


@dataclass(slots=True)
class Topic:
    """A topic of a forum."""

    thread_id: int
    name: str
    closed: bool = False


@dataclass(eq=False, slots=True)
class Chat:
    """A chat with what is in it; `bot_status` is "kicked" when a person blocked the bot."""

    id: int
    type: str
    title: str = ""
    user: User | None = None
    username: str = ""
    is_forum: bool = False
    started: bool = False
    bot_status: str = "member"
    messages: dict[int, Message] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    members: dict[int, str] = field(default_factory=dict)
    reply_keyboard: Message | None = None
    pinned: list[int] = field(default_factory=list)
    migrated_to: int | None = None
    typing: str = ""

    @property
    def private(self) -> bool:
        """Tell whether this is a chat of one person with the bot."""
        return self.type == "private"

    def raw(self) -> Json:
        """Return Telegram's Chat."""
        raw: Json = {"id": self.id, "type": self.type}
        if self.user is not None:
            raw["first_name"] = self.user.first_name
            for name in ("last_name", "username"):
                if value := getattr(self.user, name):
                    raw[name] = value
            return raw
        raw["title"] = self.title
        if self.username:
            raw["username"] = self.username
        if self.is_forum:
            raw["is_forum"] = True
        return raw

    def visible(self) -> list[Message]:
        """Return the messages that are still there, the oldest first."""
        return [message for message in self.messages.values() if not message.deleted]


@dataclass(slots=True)
class CallbackQuery:
    """A tapped button and what the bot answered; `text` is None until it answers."""

    id: str
    user: User
    message: Message
    data: str
    asked_at: datetime
    answered: bool = False
    text: str | None = None
    show_alert: bool = False
    url: str = ""


def member_raw(user: User, status: str) -> Json:
    """Return Telegram's ChatMember."""
    raw: Json = {"user": user.raw(), "status": status}
    if status == "administrator":
        raw |= dict.fromkeys(ADMINISTRATOR_RIGHTS, True) | {
            "can_be_edited": False,
            "is_anonymous": False,
        }
    elif status == "creator":
        raw["is_anonymous"] = False
    elif status == "kicked":
        raw["until_date"] = 0
    elif status == "restricted":
        raw |= dict.fromkeys(RESTRICTED_RIGHTS, False) | {"is_member": True, "until_date": 0}
    return raw
