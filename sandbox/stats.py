"""What the control API and the page tell about the stand-in's state."""

from sandbox.codec import Json
from sandbox.desk import Desk
from sandbox.gateway import Call
from sandbox.people import Person
from sandbox.world import view

_SHOWN_MESSAGES = 200


def statistics(desk: Desk, *, chats: bool) -> Json:
    """Return counts, and the times from the oldest unanswered update of a chat to the answer."""
    world, gateway = desk.world, desk.gateway
    times = sorted(world.latencies)
    counts: Json = {
        "calls": dict(gateway.counts),
        "errors": {str(code): count for code, count in gateway.errors.items()},
        "refused": gateway.limits.refused,
        "queued": world.updates.queued,
        "confirmed": world.updates.confirmed,
        "pending": len(world.updates),
        "sent": world.sent_to.total(),
        "latency_ms": {
            "count": len(times),
            **{f"p{part}": _percentile(times, part) for part in (50, 95, 99, 100)},
        },
    }
    if chats:
        counts["sent_to"] = {str(chat_id): count for chat_id, count in world.sent_to.items()}
    return counts


def _percentile(times: list[float], part: int) -> float:
    if not times:
        return 0.0
    return round(times[min(len(times) - 1, len(times) * part // 100)] * 1000, 2)


def call_view(call: Call) -> Json:
    """Return a method call."""
    return {
        "method": call.method,
        "params": {name: value for name, value in call.params.items() if value is not None},
        "at": call.at.isoformat(),
        "chat_id": call.chat_id,
        "result": call.result,
        "error": call.error.body() if call.error else None,
    }


def person_view(person: Person) -> Json:
    """Return a person with the chat as they see it."""
    waiting = [query for query in person.queries if not query.answered]
    reply_keyboard = person.chat.reply_keyboard
    return {
        "id": person.id,
        "name": person.user.first_name,
        "language": person.user.language_code,
        "note": person.user.note,
        "phone_number": person.user.phone_number,
        "blocked": person.chat.bot_status == "kicked",
        "started": person.chat.started,
        "place": list(person.place),
        "keyboard": reply_keyboard.keyboard if reply_keyboard else None,
        "commands": person.commands,
        "messages": [view(message) for message in person.sees[-_SHOWN_MESSAGES:]],
        "waiting": [
            {"query_id": q.id, "message_id": q.message.message_id, "data": q.data} for q in waiting
        ],
    }


def state_view(desk: Desk) -> Json:
    """Return everything."""
    options = desk.options
    return {
        "bot": desk.world.bot.raw(),
        "title": options.title,
        "notes": options.notes,
        "now": options.now().isoformat(),
        "clock_moves": options.move_clock is not None,
        "places": [
            {"name": p.name, "latitude": p.latitude, "longitude": p.longitude}
            for p in options.places
        ],
        "people": [person_view(person) for person in desk.people.values()],
        "last": desk.world.feed.last,
        "faults": len(desk.faults.planned),
        "unreachable": desk.faults.unreachable,
    }
