"""The verbs of a person as the control API takes them."""

import base64
from collections.abc import Awaitable, Callable

from sandbox.acts import Attachment
from sandbox.chats import CallbackQuery
from sandbox.codec import Json
from sandbox.messages import Message
from sandbox.people import Person
from sandbox.world import view

Verb = Callable[[Person, Json], Awaitable[object]]


def _content(body: Json) -> bytes | None:
    return base64.b64decode(body["content"], validate=True) if body.get("content") else None


def _message(person: Person, body: Json) -> Message | None:
    message_id = body.get("message_id")
    if message_id is None:
        return None
    message = person.chat.messages.get(int(message_id))
    if message is None:
        raise AssertionError(f"no message {message_id} in the chat of {person.user.first_name}")
    return message


def _known(person: Person, body: Json) -> Message:
    message = _message(person, body)
    if message is None:
        raise AssertionError("message_id is missing")
    return message


async def _says(person: Person, body: Json) -> Message:
    return await person.says(str(body["text"]), reply_to=_message(person, body))


async def _opens(person: Person, body: Json) -> Message:
    return await person.opens(str(body.get("payload", "")))


async def _taps(person: Person, body: Json) -> object:
    timeout = float(body.get("timeout", 0))
    return await person.taps(str(body["label"]), _message(person, body), timeout=timeout)


async def _taps_data(person: Person, body: Json) -> CallbackQuery:
    return await person.taps_data(str(body["data"]), _message(person, body))


async def _photo(person: Person, body: Json) -> Message:
    caption = str(body.get("caption", ""))
    return await person.sends_photo(caption, _content(body), size=body.get("size"))


async def _document(person: Person, body: Json) -> Message:
    return await person.sends_document(
        str(body.get("name", "letter.pdf")),
        _content(body) or b"%PDF-1.4\n%%EOF\n",
        str(body.get("mime", "")),
        body.get("size"),
        str(body.get("caption", "")),
    )


async def _album(person: Person, body: Json) -> list[Message]:
    attachments = [
        Attachment(
            str(item.get("name", "photo.jpg")),
            _content(item),
            str(item.get("mime", "")),
            item.get("size"),
            str(item.get("caption", "")),
        )
        for item in body["attachments"]
    ]
    return await person.sends_album(attachments, str(body.get("kind", "photo")))


async def _voice(person: Person, body: Json) -> Message:
    return await person.sends_voice(_content(body) or b"OggS", str(body.get("caption", "")))


async def _video(person: Person, body: Json) -> Message:
    return await person.sends_video(_content(body) or b"ftyp", str(body.get("caption", "")))


async def _sticker(person: Person, body: Json) -> Message:  # noqa: ARG001 - one signature for all
    return await person.sends_sticker()


async def _location(person: Person, body: Json) -> Message:
    return await person.sends_location(body.get("latitude"), body.get("longitude"))


async def _contact(person: Person, body: Json) -> Message:
    user_id = body.get("user_id", 0)
    return await person.sends_contact(
        body.get("phone_number", ""), body.get("first_name", ""), user_id
    )


async def _edits(person: Person, body: Json) -> Message:
    return await person.edits(_known(person, body), str(body["text"]))


async def _forwards(person: Person, body: Json) -> Message:
    return await person.forwards(_known(person, body))


async def _votes(person: Person, body: Json) -> None:
    await person.votes(_known(person, body), *map(int, body["options"]))


async def _blocks(person: Person, body: Json) -> None:  # noqa: ARG001 - one signature for all
    await person.blocks()


async def _unblocks(person: Person, body: Json) -> None:  # noqa: ARG001 - one signature for all
    await person.unblocks()


async def _language(person: Person, body: Json) -> None:
    await person.sets_language(str(body["language_code"]))


async def _place(person: Person, body: Json) -> None:
    person.place = (float(body["latitude"]), float(body["longitude"]))


async def _types_inline(person: Person, body: Json) -> str:
    return await person.types_inline(str(body.get("text", "")))


VERBS: dict[str, Verb] = {
    "says": _says,
    "opens": _opens,
    "taps": _taps,
    "taps_data": _taps_data,
    "sends_photo": _photo,
    "sends_document": _document,
    "sends_album": _album,
    "sends_voice": _voice,
    "sends_video": _video,
    "sends_sticker": _sticker,
    "sends_location": _location,
    "sends_contact": _contact,
    "edits": _edits,
    "forwards": _forwards,
    "votes": _votes,
    "blocks": _blocks,
    "unblocks": _unblocks,
    "sets_language": _language,
    "sets_place": _place,
    "types_inline": _types_inline,
}


def outcome(result: object) -> object:
    """Return what a verb returned as JSON."""
    if isinstance(result, Message):
        return view(result)
    if isinstance(result, CallbackQuery):
        return {"query_id": result.id, "message_id": result.message.message_id, "data": result.data}
    if isinstance(result, list):
        return [outcome(item) for item in result]
    return {"result": result}
