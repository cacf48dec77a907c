"""Methods that change or take back messages."""

from datetime import timedelta

from sandbox.chats import Chat
from sandbox.codec import Json
from sandbox.content import read_caption, read_text
from sandbox.errors import bad_request, not_modified
from sandbox.markup import read_markup
from sandbox.messages import MEDIA, Message
from sandbox.methods.albums import media_content
from sandbox.methods.common import chat_of, message_of
from sandbox.methods.registry import method
from sandbox.params import Params
from sandbox.world import World

#: A message can be deleted for everyone within this time.
DELETABLE = timedelta(hours=48)


@method("editMessageText")
def edit_message_text(world: World, params: Params) -> Json:
    """Change text and inline keyboard."""
    message = _editable(world, params)
    content = read_text(world, params, edit=True)
    if "text" not in message.raw:
        raise bad_request("there is no text in the message to edit")
    return _change(world, params, message, content, ("text", "entities"))


@method("editMessageCaption")
def edit_message_caption(world: World, params: Params) -> Json:
    """Change what stands under a photo or document."""
    message = _editable(world, params)
    if not any(kind in message.raw for kind in MEDIA):
        raise bad_request("there is no caption in the message to edit")
    return _change(
        world, params, message, read_caption(world, params), ("caption", "caption_entities")
    )


@method("editMessageReplyMarkup")
def edit_message_reply_markup(world: World, params: Params) -> Json:
    """Change the inline keyboard only."""
    return _change(world, params, _editable(world, params), {}, ())


@method("editMessageMedia")
def edit_message_media(world: World, params: Params) -> Json:
    """Replace the photo or document."""
    message = _editable(world, params)
    content = media_content(world, params, params.json("media", "media"))
    return _change(
        world, params, message, content, (*MEDIA, "text", "entities", "caption", "caption_entities")
    )


@method("deleteMessage")
def delete_message(world: World, params: Params) -> bool:
    """Take a message back for everyone."""
    chat = chat_of(world, params)
    _delete(world, chat, message_of(chat, params, "message to delete"))
    return True


@method("deleteMessages")
def delete_messages(world: World, params: Params) -> bool:
    """Take several back; the unknown ones are skipped, as Telegram does."""
    chat = chat_of(world, params)
    for message_id in params.json("message_ids") or []:
        message = chat.messages.get(int(message_id))
        if message is not None and not message.deleted:
            _delete(world, chat, message)
    return True


def _delete(world: World, chat: Chat, message: Message) -> None:
    rights = chat.private or message.by_bot or chat.bot_status in {"administrator", "creator"}
    if not rights:
        raise bad_request("message can't be deleted")
    if world.timestamp() - message.raw["date"] > DELETABLE.total_seconds():
        raise bad_request("message can't be deleted for everyone")
    message.deleted = True
    if chat.reply_keyboard is message:
        chat.reply_keyboard = None
    world.announce("delete", message)


def _editable(world: World, params: Params) -> Message:
    if "inline_message_id" in params:
        raise bad_request("MESSAGE_ID_INVALID")
    message = message_of(chat_of(world, params), params, "message to edit")
    if not message.by_bot or "forward_origin" in message.raw:
        raise bad_request("message can't be edited")
    return message


def _change(
    world: World, params: Params, message: Message, content: Json, names: tuple[str, ...]
) -> Json:
    markup = read_markup(params, private=True, only_inline=True)
    if message.keyboard and "inline_keyboard" not in message.keyboard:
        raise bad_request("message can't be edited")
    before = {name: message.raw[name] for name in names if name in message.raw}
    if before == content and markup == message.keyboard:
        raise not_modified()
    for name in names:
        message.raw.pop(name, None)
    message.raw |= content | {"edit_date": world.timestamp()}
    message.raw.pop("reply_markup", None)
    if markup:
        message.raw["reply_markup"] = markup
    message.keyboard = markup
    message.edited = message.edited or bool(content)
    world.announce("edit", message)
    world.feed.wake()
    return message.raw
