"""Forwarding and copying."""

from sandbox.codec import Json
from sandbox.content import read_caption
from sandbox.errors import bad_request
from sandbox.messages import MEDIA, Message
from sandbox.methods.common import chat_of, message_of, send
from sandbox.methods.registry import method
from sandbox.params import Params
from sandbox.world import World

_CONTENT = (
    *MEDIA,
    "text",
    "entities",
    "caption",
    "caption_entities",
    "location",
    "contact",
    "poll",
)


@method("forwardMessage")
def forward_message(world: World, params: Params) -> Json:
    """Forward with the name of who wrote it."""
    chat = chat_of(world, params)
    original = _original(world, params, "message to forward")
    return send(
        world, Params({**params.values, "reply_markup": None}), forwarded(original), chat
    ).raw


@method("copyMessage")
def copy_message(world: World, params: Params) -> Json:
    """Send the same content as the bot's own message."""
    chat = chat_of(world, params)
    original = _original(world, params, "message to copy")
    content = content_of(original)
    if not content:
        raise bad_request("message can't be copied")
    if "caption" in params and "text" not in content:
        content = {k: v for k, v in content.items() if not k.startswith("caption")}
        content |= read_caption(world, params)
    return {"message_id": send(world, params, content, chat).message_id}


def content_of(message: Message) -> Json:
    """Return what a message says, without who and when."""
    return {name: message.raw[name] for name in _CONTENT if name in message.raw}


def forwarded(message: Message) -> Json:
    """Return the content with the note where it comes from."""
    origin = message.raw.get("forward_origin") or _origin(message)
    return {**content_of(message), "forward_origin": origin}


def _origin(message: Message) -> Json:
    if "from" in message.raw:
        return {"type": "user", "sender_user": message.raw["from"], "date": message.raw["date"]}
    return {
        "type": "channel",
        "chat": message.raw["chat"],
        "message_id": message.message_id,
        "date": message.raw["date"],
    }


def _original(world: World, params: Params, what: str) -> Message:
    source = world.find_chat(params.values.get("from_chat_id") or "")
    message = message_of(source, params, what)
    if message.raw.get("has_protected_content"):
        raise bad_request(
            "the message can't be forwarded" if "forward" in what else "message can't be copied"
        )
    return message
