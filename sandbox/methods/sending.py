"""Methods that send one message."""

from sandbox.codec import Json
from sandbox.content import read_caption, read_text
from sandbox.errors import bad_request
from sandbox.files import StoredFile
from sandbox.messages import Message
from sandbox.methods.common import chat_of, send
from sandbox.methods.registry import method
from sandbox.params import Params
from sandbox.world import World

_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)
_MAX_QUESTION, _MAX_OPTION, _MAX_OPTIONS = 300, 100, 12


@method("sendMessage")
def send_message(world: World, params: Params) -> Json:
    """Send text."""
    chat = chat_of(world, params)
    return send(world, params, read_text(world, params), chat).raw


@method("sendPhoto")
def send_photo(world: World, params: Params) -> Json:
    """Send a photo."""
    chat = chat_of(world, params)
    stored = world.files.from_params(params, "photo", "photo")
    return send(
        world, params, {"photo": photo_raw(stored), **read_caption(world, params)}, chat
    ).raw


@method("sendDocument")
def send_document(world: World, params: Params) -> Json:
    """Send a file as it is."""
    chat = chat_of(world, params)
    stored = world.files.from_params(params, "document", "document")
    return send(
        world, params, {"document": document_raw(stored), **read_caption(world, params)}, chat
    ).raw


@method("sendVoice")
def send_voice(world: World, params: Params) -> Json:
    """Send a voice message."""
    chat = chat_of(world, params)
    stored = world.files.from_params(params, "voice", "voice")
    voice = {**stored.raw(), "duration": params.integer("duration") or 1, "mime_type": stored.mime}
    return send(world, params, {"voice": voice, **read_caption(world, params)}, chat).raw


@method("sendVideo")
def send_video(world: World, params: Params) -> Json:
    """Send a video."""
    chat = chat_of(world, params)
    stored = world.files.from_params(params, "video", "video")
    video = {
        **stored.raw(),
        "width": 640,
        "height": 360,
        "duration": params.integer("duration") or 1,
    }
    return send(world, params, {"video": video, **read_caption(world, params)}, chat).raw


@method("sendSticker")
def send_sticker(world: World, params: Params) -> Json:
    """Send a sticker."""
    chat = chat_of(world, params)
    stored = world.files.from_params(params, "sticker", "sticker")
    return send(world, params, {"sticker": sticker_raw(stored)}, chat).raw


@method("sendLocation")
def send_location(world: World, params: Params) -> Json:
    """Send a point on the map."""
    chat = chat_of(world, params)
    return send(world, params, {"location": location_raw(params)}, chat).raw


@method("sendContact")
def send_contact(world: World, params: Params) -> Json:
    """Send a phone number."""
    chat = chat_of(world, params)
    if not params.text("phone_number"):
        raise bad_request("phone number is empty")
    if not params.text("first_name"):
        raise bad_request("first name is empty")
    names = ("phone_number", "first_name", "last_name")
    contact = {name: params.text(name) for name in names if params.text(name)}
    return send(world, params, {"contact": contact}, chat).raw


@method("sendPoll")
def send_poll(world: World, params: Params) -> Json:
    """Send a poll."""
    chat = chat_of(world, params)
    question = params.text("question").strip()
    if not 1 <= len(question) <= _MAX_QUESTION:
        raise bad_request(
            "poll question must be non-empty" if not question else "poll question is too long"
        )
    given = params.json("options") or []
    texts = [option if isinstance(option, str) else str(option.get("text", "")) for option in given]
    if not 1 <= len(texts) <= _MAX_OPTIONS:
        raise bad_request(f"poll must have at least 1 and at most {_MAX_OPTIONS} options")
    if any(not 1 <= len(text) <= _MAX_OPTION for text in texts):
        raise bad_request("poll options length must not exceed 100")
    anonymous = params.flag("is_anonymous") if "is_anonymous" in params else True
    poll = _poll_raw(world.next_query_id(), question, texts, params, anonymous=anonymous)
    message = send(world, params, {"poll": poll}, chat)
    world.polls[poll["id"]] = message
    return message.raw


@method("sendChatAction")
def send_chat_action(world: World, params: Params) -> bool:
    """Show that the bot is busy."""
    chat = chat_of(world, params)
    action = params.text("action").lower()
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.topic(chat, params.integer("message_thread_id"))
    chat.typing = action
    world.feed.emit("typing", chat_id=chat.id, action=action)
    return True


@method("stopPoll")
def stop_poll(world: World, params: Params) -> Json:
    """Close a poll."""
    chat = chat_of(world, params)
    message = chat.messages.get(params.integer("message_id") or 0)
    if message is None or message.deleted:
        raise bad_request("message with poll to stop not found")
    if "poll" not in message.raw or not message.by_bot:
        raise bad_request("message is not a poll")
    if message.raw["poll"]["is_closed"]:
        raise bad_request("poll has already been closed")
    return close_poll(world, message)


def close_poll(world: World, message: Message) -> Json:
    """Close it and return the result."""
    poll: Json = message.raw["poll"]
    poll["is_closed"] = True
    world.announce("edit", message)
    return poll


def photo_raw(stored: StoredFile) -> list[Json]:
    """Return the sizes that Telegram makes of a photo."""
    width, height = stored.width or 640, stored.height or 480
    longest = max(width, height)
    thumb = {
        **stored.raw(),
        "file_unique_id": f"{stored.unique_id}s",
        "width": max(1, width * 90 // longest),
        "height": max(1, height * 90 // longest),
    }
    return [thumb, {**stored.raw(), "width": width, "height": height}]


def document_raw(stored: StoredFile) -> Json:
    """Return Telegram's Document."""
    return {**stored.raw(), "file_name": stored.name, "mime_type": stored.mime}


def sticker_raw(stored: StoredFile) -> Json:
    """Return Telegram's Sticker."""
    return {
        **stored.raw(),
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
        "emoji": "👍",
    }


def location_raw(params: Params) -> Json:
    """Return a checked Location."""
    latitude, longitude = params.number("latitude"), params.number("longitude")
    if latitude is None or longitude is None or abs(latitude) > 90 or abs(longitude) > 180:  # noqa: PLR2004
        raise bad_request("wrong latitude or longitude specified")
    return {"latitude": latitude, "longitude": longitude}


def _poll_raw(
    poll_id: str, question: str, texts: list[str], params: Params, *, anonymous: bool
) -> Json:
    return {
        "id": poll_id,
        "question": question,
        "options": [
            {"persistent_id": str(number), "text": text, "voter_count": 0}
            for number, text in enumerate(texts)
        ],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": anonymous,
        "type": params.text("type") or "regular",
        "allows_multiple_answers": params.flag("allows_multiple_answers"),
        "allows_revoting": True,
        "members_only": False,
    }
