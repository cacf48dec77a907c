"""Many updates in one request, for loads and chaos runs."""

from typing import Any

from sandbox.codec import Json, dumps
from sandbox.desk import Desk
from sandbox.people import Person
from sandbox.taps import callback_query
from sandbox.text import find_entities


def queue(desk: Desk, body: Json) -> int:
    """Queue `updates` (raw), `texts` ([person, text]) and `taps` ([person, data, message_id])."""
    updates: list[Json] = body.get("updates", [])
    texts: list[list[Any]] = body.get("texts", [])
    taps: list[list[Any]] = body.get("taps", [])
    for update in updates:
        desk.world.updates.push(update)
    for user_id, text in texts:
        _text(desk, desk.person(int(user_id)), str(text))
    for tap in taps:
        _tap(desk, desk.person(int(tap[0])), str(tap[1]), int(tap[2]) if len(tap) > 2 else None)  # noqa: PLR2004
    desk.world.feed.wake()
    return len(updates) + len(texts) + len(taps)


def _text(desk: Desk, person: Person, text: str) -> None:
    if not desk.gateway.lean:
        person.writes(text)
        return
    world = desk.world
    message = {
        "message_id": world.next_account_id(),
        "from": person.user.raw(),
        "chat": person.chat.raw(),
        "date": world.timestamp(),
        "text": text,
    }
    if text.startswith("/"):
        message["entities"] = find_entities(text)
    world.asked(person.id)
    world.updates.push_body(b'{"message":%b}' % dumps(message))


def _tap(desk: Desk, person: Person, data: str, message_id: int | None) -> None:
    world = desk.world
    if not desk.gateway.lean:
        message = person.screen if message_id is None else person.chat.messages[message_id]
        callback_query(world, person.user, message, data)
        return
    query = {
        "id": world.next_query_id(),
        "from": person.user.raw(),
        "message": {
            "message_id": message_id or 1,
            "from": world.bot.raw(),
            "chat": person.chat.raw(),
            "date": world.timestamp(),
            "text": "?",
        },
        "chat_instance": str(person.id),
        "data": data,
    }
    world.asked(person.id)
    world.updates.push_body(b'{"callback_query":%b}' % dumps(query))
