"""Texts and captions of method calls: parsed, cleaned, counted."""

from typing import Any

from sandbox.codec import Json
from sandbox.errors import bad_request
from sandbox.html_reader import parse_html
from sandbox.params import Params
from sandbox.text import clean, find_entities, trim, utf16_length
from sandbox.world import World

MAX_TEXT = 4096
MAX_CAPTION = 1024
_TYPES = frozenset(
    {
        "mention",
        "hashtag",
        "cashtag",
        "bot_command",
        "url",
        "email",
        "phone_number",
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "blockquote",
        "expandable_blockquote",
        "code",
        "pre",
        "text_link",
        "text_mention",
        "custom_emoji",
        "date_time",
    }
)


def read_text(world: World, params: Params, *, edit: bool = False) -> Json:
    """Return `text` and `entities` of a message to send or to edit."""
    text, entities = _formatted(world, params, "text", "entities")
    if not text:
        raise bad_request("message text is empty")
    if utf16_length(text) > MAX_TEXT:
        raise bad_request("MESSAGE_TOO_LONG" if edit else "message is too long")
    return {"text": text, "entities": entities} if entities else {"text": text}


def read_caption(world: World, params: Params) -> Json:
    """Return `caption` and `caption_entities`, nothing when there is no caption."""
    text, entities = _formatted(world, params, "caption", "caption_entities")
    if utf16_length(text) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    if not text:
        return {}
    return {"caption": text, "caption_entities": entities} if entities else {"caption": text}


def _formatted(
    world: World, params: Params, name: str, entities_name: str
) -> tuple[str, list[Json]]:
    source = clean(params.text(name))
    mode = params.text("parse_mode").lower()
    if mode == "html":
        text, entities = parse_html(source)
    elif mode in {"markdown", "markdownv2"}:
        raise bad_request(
            "can't parse entities: this stand-in reads parse_mode HTML and entities, not Markdown"
        )
    elif mode and mode != "none":
        raise bad_request("unsupported parse_mode")
    else:
        text, entities = source, _given(params.json(entities_name))
    text, entities = trim(text, entities)
    return text, find_entities(
        text, [known for e in entities if (known := _mention(world, e)) is not None]
    )


def _given(entities: Any) -> list[Json]:
    if entities is None:
        return []
    if not isinstance(entities, list):
        raise bad_request("can't parse entities: expected an Array of MessageEntity")
    for entity in entities:
        if not isinstance(entity, dict) or entity.get("type") not in _TYPES:
            raise bad_request("can't parse entities: unsupported MessageEntity type")
        offset, length = entity.get("offset"), entity.get("length")
        if not isinstance(offset, int) or not isinstance(length, int) or offset < 0 or length < 0:
            raise bad_request(
                "can't parse entities: receive an entity with incorrect offset or length"
            )
    return [
        {key: value for key, value in entity.items() if value is not None} for entity in entities
    ]


def _mention(world: World, entity: Json) -> Json | None:
    """`tg://user?id=` becomes a mention of a known person and nothing for an unknown one."""
    url = str(entity.get("url", ""))
    if entity["type"] != "text_link" or not url.startswith("tg://user?id="):
        return entity
    digits = url.removeprefix("tg://user?id=")
    user = world.users.get(int(digits)) if digits.isdecimal() else None
    if user is None:
        return None
    return {
        "type": "text_mention",
        "offset": entity["offset"],
        "length": entity["length"],
        "user": user.raw(),
    }
