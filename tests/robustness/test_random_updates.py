"""500 random updates of all kinds: none stops the bot, none stays, no secret is logged."""

import random
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from bot import log
from models.messaging import InboxUpdate
from tests.acting import compose
from tests.world import TOKEN, World

CANARY = "CANARY-LETTER-5520"
Json = dict[str, Any]
pytestmark = pytest.mark.parametrize("loaded_url", ["sqlite"], indirect=True)

chance = random.Random(20261121)


def user() -> Json:
    found: Json = {"id": chance.randrange(1, 40), "is_bot": False, "first_name": word()}
    if chance.random() < 0.7:
        found["language_code"] = chance.choice(["kk", "ru", "en", "de", "", "zh-hans", "x" * 30])
    return found


def word() -> str:
    signs = "абвәғқңөұүһі <&>\"'/{}%\u202e\u0000\n😀ab1"
    return CANARY + "".join(chance.choices(signs, k=chance.randrange(0, 40)))


def chat(sender: Json) -> Json:
    if chance.random() < 0.8:
        return {"id": sender["id"], "type": "private", "first_name": sender["first_name"]}
    return {"id": -1000 - chance.randrange(3), "type": "supergroup", "title": word()}


def message() -> Json:
    sender = user()
    found: Json = {
        "message_id": chance.randrange(1, 10**6),
        "date": chance.choice([1, 1_790_000_000, 2**31 - 1]),
        "chat": chat(sender),
        "from": sender,
    }
    found.update(chance.choice(CONTENTS)())
    return found


def size() -> Json:
    return {"file_id": word(), "file_unique_id": word(), "width": 1, "height": 1}


CONTENTS: tuple[Callable[[], Json], ...] = (
    lambda: {"text": word()},
    lambda: {"text": "/" + word()},
    lambda: {"text": chance.choice(["/start", "/deputy 8", "/cancel", "/inbox", "/forget", "/x"])},
    lambda: {"photo": [size()], "caption": word(), "media_group_id": "7"},
    lambda: {"document": {"file_id": word(), "file_unique_id": word()}},
    lambda: {"location": {"latitude": chance.uniform(-90, 90), "longitude": 77.0}},
    lambda: {"contact": {"phone_number": "+7", "first_name": word()}},
    lambda: {"voice": {"file_id": word(), "file_unique_id": word(), "duration": 1}},
    lambda: {"dice": {"emoji": "🎲", "value": 3}},
    lambda: {"new_chat_members": [user()]},
    lambda: {"pinned_message": {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}}},
    lambda: {"something_new_of_telegram": {"deep": [1, 2, {"x": word()}]}},
    dict,
)


def query() -> Json:
    sender = user()
    found: Json = {"id": word(), "from": sender, "chat_instance": "1", "data": word()}
    if chance.random() < 0.5:
        found["data"] = chance.choice(["home", "card:1", "a_send:1", "mine:99", "case:-5", ""])
    if chance.random() < 0.7:
        found["message"] = {"message_id": 5, "date": 0, "chat": chat(sender)}
    return found


def update(ident: int) -> Json:
    kinds: tuple[tuple[str, Callable[[], Any]], ...] = (
        ("message", message),
        ("message", message),
        ("edited_message", message),
        ("callback_query", query),
        ("callback_query", query),
        ("channel_post", message),
        ("poll", lambda: {"id": "1", "question": word()}),
        ("my_chat_member", lambda: {"chat": {"id": 1, "type": "private"}, "from": user()}),
        ("inline_query", lambda: {"id": "1", "from": user(), "query": word(), "offset": ""}),
        ("a_kind_of_tomorrow", lambda: {"from": user()}),
        ("message", lambda: chance.choice([None, [], "text", 5, {}, {"chat": 7}])),
    )
    kind, make = chance.choice(kinds)
    return {"update_id": ident, kind: make()}


async def test_random_updates(world: World, capfd: pytest.CaptureFixture[str]) -> None:
    log.configure("DEBUG")
    voter = world.person(language="en", ident=999)
    await compose(world, voter, "The road is broken.")
    first = world.sandbox.next_update_id
    raw = [update(first + number) for number in range(500)]
    await world.app.intake.store(raw)
    await world.app.intake.store(raw)  # Telegram may hand an update over twice
    world.sandbox.next_update_id = first + 500
    for _ in range(10):
        await world.settle()
        await world.patience()
    async with world.app.database.read() as uow:
        states = select(InboxUpdate.state)
        count = Counter(await uow.session.scalars(states))
    assert count["new"] == 0
    assert count["dead"] < 100
    await voter.says("/appeals")
    assert "Not sent yet" in " ".join(voter.labels)
    written = "".join(capfd.readouterr())
    log.configure("WARNING")
    assert CANARY not in written
    assert TOKEN not in written
    assert written.count("update_undecodable") == count["dead"]
