"""What all sending methods share: the chat, the topic, the answered message, the keyboard."""

from sandbox.chats import Chat
from sandbox.codec import Json
from sandbox.errors import bad_request
from sandbox.markup import read_markup
from sandbox.messages import Message
from sandbox.params import Params
from sandbox.world import World


def chat_of(world: World, params: Params) -> Chat:
    """Return the chat to write to."""
    return world.writable(params.values.get("chat_id"))


def message_of(chat: Chat, params: Params, what: str, name: str = "message_id") -> Message:
    """Return a message that is still there."""
    message_id = params.integer(name)
    if message_id is None:
        raise bad_request("message identifier is not specified")
    message = chat.messages.get(message_id)
    if message is None or message.deleted:
        raise bad_request(f"{what} not found")
    return message


def send(world: World, params: Params, content: Json, chat: Chat | None = None) -> Message:
    """Send checked content with everything that may go along with it."""
    chat = chat or chat_of(world, params)
    markup = read_markup(params, private=chat.private)
    thread_id = params.integer("message_thread_id")
    topic = world.topic(chat, thread_id)
    content = {**_reply(chat, params), **content}
    if params.flag("protect_content"):
        content["has_protected_content"] = True
    if markup and "inline_keyboard" in markup:
        content["reply_markup"] = markup
    message = world.add(chat, world.bot, content, topic.thread_id if topic else None, markup)
    chat.typing = ""
    if markup and "keyboard" in markup:
        show_keyboard(world, chat, message)
    elif markup and markup.get("remove_keyboard"):
        show_keyboard(world, chat, None)
    return message


def show_keyboard(world: World, chat: Chat, message: Message | None) -> None:
    """Put the reply keyboard of a message in place of the person's own, or take it away."""
    chat.reply_keyboard = message
    world.feed.emit("keyboard", chat_id=chat.id, keyboard=message.keyboard if message else None)


def _reply(chat: Chat, params: Params) -> Json:
    given = params.json("reply_parameters", "reply parameters") or {}
    if not isinstance(given, dict):
        raise bad_request("can't parse reply parameters JSON object")
    message_id = given.get("message_id", params.integer("reply_to_message_id"))
    if message_id is None:
        return {}
    original = chat.messages.get(int(message_id))
    if original is None or original.deleted:
        if given.get("allow_sending_without_reply") or params.flag("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    return {"reply_to_message": {k: v for k, v in original.raw.items() if k != "reply_to_message"}}
