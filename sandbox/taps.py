"""Tapping buttons: callback queries, links, requests for a location or contact."""

from urllib.parse import parse_qs, urlsplit

from sandbox.chats import CallbackQuery, Chat, User
from sandbox.messages import Button, Message
from sandbox.world import World

_LINK_HOSTS = {"t.me", "telegram.me"}


def find_button(
    chat: Chat, label: str, message: Message | None = None
) -> tuple[Message, Button] | None:
    """Find a button in the newest message that has it; reply keyboards count while shown."""
    candidates = [message] if message is not None else reversed(chat.visible())
    for candidate in candidates:
        if candidate.deleted or not candidate.keyboard:
            continue
        if "keyboard" in candidate.keyboard and candidate is not chat.reply_keyboard:
            continue
        button = candidate.button(label)
        if button is not None:
            return candidate, button
    return None


def shown_labels(chat: Chat) -> list[str]:
    """List all buttons that can be tapped, the newest message first, for a failing test to show."""
    labels: list[str] = []
    for message in reversed(chat.visible()):
        if message.keyboard and (
            "keyboard" not in message.keyboard or message is chat.reply_keyboard
        ):
            labels.extend(message.labels)
    return labels


def callback_query(world: World, user: User, message: Message, data: str) -> CallbackQuery:
    """Queue a tap, forged or not: Telegram does not promise that such a button exists."""
    query = CallbackQuery(world.next_query_id(), user, message, data, world.now())
    world.queries[query.id] = query
    raw = {
        "id": query.id,
        "from": user.raw(),
        "message": message.raw,
        "chat_instance": str(message.chat_id * 7919),
        "data": data,
    }
    world.feed.emit(
        "tap",
        chat_id=message.chat_id,
        user_id=user.id,
        message_id=message.message_id,
        query_id=query.id,
        data=data,
    )
    world.queue("callback_query", raw, message.chat_id)
    return query


def start_payload(url: str, bot_username: str) -> str | None:
    """Return the payload of a deep link to this bot, None for any other link."""
    parts = urlsplit(url if "://" in url else f"https://{url}")
    query = parse_qs(parts.query)
    if parts.scheme == "tg":
        name = query.get("domain", [""])[0]
    elif parts.hostname in _LINK_HOSTS:
        name = parts.path.strip("/")
    else:
        return None
    return query.get("start", [""])[0] if name.casefold() == bot_username.casefold() else None
