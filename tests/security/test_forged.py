"""Nobody reads or changes what is not theirs, by any forged button, link or number.

The taps are taken from the code: a new callback class is tried from the day it is written.
"""

import random
from collections.abc import Iterator
from enum import Enum
from typing import Any

import pytest
from aiogram.filters.callback_data import CallbackData
from sqlalchemy import select, update

from models.appeals import Answer, Appeal, AppealEvent, Attachment, Handover
from models.programmes import Programme, Promise
from models.records import DeputyRequest, Evidence, Meeting, ProgrammeEvent
from models.users import Grant, HomeDistrict, Invite, User
from services import inbox
from tests.acting import SABILYANOV, assistant_of, compose, deputy_id, write
from tests.records.acts import activist, meeting
from tests.world import Someone, World

CANARY = "CANARY-LETTER-7431"
STRANGE_IDS = (0, -1, 1, 2, 2**63)
GUARDED = (
    Appeal, Answer, AppealEvent, Attachment, Handover, Grant, Invite, HomeDistrict,
    Meeting, DeputyRequest, ProgrammeEvent, Evidence, Programme, Promise,
)  # fmt: skip
pytestmark = pytest.mark.parametrize("loaded_url", ["sqlite"], indirect=True)


def all_taps() -> list[type[CallbackData]]:
    """Every callback class of the product, wherever it stands."""
    found = [one for one in _below(CallbackData) if one.__module__.startswith("handlers.")]
    return sorted(found, key=lambda one: one.__prefix__)


def _below(kind: type[CallbackData]) -> Iterator[type[CallbackData]]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)


def forged(kind: type[CallbackData]) -> list[str]:
    """Its data with ids of others and ids of nothing, as raw text: packing would refuse some."""
    return [
        ":".join([kind.__prefix__, *(_value(f.annotation, i) for f in kind.model_fields.values())])
        for i in STRANGE_IDS
    ]


def _value(annotation: Any, ident: int) -> str:
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return str(next(iter(annotation)).value)
    if annotation is bool:
        return "1"
    return str(ident) if annotation is int else "x"


async def snapshot(world: World, *without: int) -> list[tuple[str, str]]:
    """All guarded rows but those of the attacker, who may do with their own what they like."""
    rows: list[tuple[str, str]] = []
    async with world.app.database.read() as uow:
        for table in GUARDED:
            for row in (await uow.session.scalars(select(table))).all():
                data = {column.key: getattr(row, column.key) for column in table.__table__.columns}
                owners = {data.get(name) for name in ("author_id", "user_id", "actor_id")}
                if owners & set(without):
                    continue
                rows.append((table.__name__, repr(sorted(data.items()))))
    return sorted(rows)


async def user_id(world: World, person: Someone) -> int:
    async with world.app.database.read() as uow:
        query = select(User.id).where(User.telegram_id == person.telegram.id)
        return (await uow.session.execute(query)).scalar_one()


async def victims(world: World) -> None:
    """A letter in work, another one that waits, a draft, and records; all carry the canary."""
    dana = await activist(world, "Victim's activist")
    await meeting(dana, place=f"{CANARY} village", link=f"https://example.kz/{CANARY}")
    await dana.says("/log")
    await dana.says(f"https://example.kz/{CANARY}/draft")
    coordinator = await world.coordinator()
    await assistant_of(world, SABILYANOV, "Victim's side")
    victim = world.person("Victim", language="en")
    await write(world, victim, f"{CANARY} in work")
    await write(world, victim, f"{CANARY} waiting", slug="bapi")
    await compose(world, victim, f"{CANARY} draft")
    assert coordinator.messages


async def withdrawn_assistant(world: World) -> Someone:
    found = await assistant_of(world, SABILYANOV, "Former")
    await found.says("/inbox")
    async with world.app.database.write() as uow:
        ident = select(User.id).where(User.telegram_id == found.telegram.id)
        await uow.session.execute(
            update(Grant).where(Grant.user_id.in_(ident)).values(revoked_at=uow.now)
        )
    return found


async def test_every_button_forged(world: World) -> None:
    await victims(world)
    stranger = world.person("Stranger", language="en")
    await stranger.says("/start")
    other = world.person("Other", language="en")
    await write(world, other, "My own letter.")
    for attacker in (stranger, other, await withdrawn_assistant(world)):
        own = await user_id(world, attacker)
        before = await snapshot(world, own)
        seen = len(attacker.messages)
        tried = 0
        for kind in all_taps():
            for data in forged(kind):
                await attacker.telegram.taps_data(data[:64])
                tried += 1
            await world.settle()
        assert tried > 200
        # One of the buttons erased the attacker's own data, and they became somebody new.
        after = await snapshot(world, own, await user_id(world, attacker))
        changed = set(after) ^ set(before)
        assert not changed, attacker.telegram.user.first_name
        assert len(attacker.messages) >= seen
        assert not attacker.saw(CANARY)
        assert all(query.answered for query in attacker.telegram.queries)
    await no_dead_letters(world)


async def test_random_bytes_on_buttons(world: World) -> None:
    await victims(world)
    stranger = world.person("Stranger", language="en")
    await stranger.says("/start")
    chance = random.Random(7)
    before = await snapshot(world, await user_id(world, stranger))
    for _ in range(100):
        data = "".join(chr(chance.randrange(1, 0x2FF)) for _ in range(chance.randrange(1, 32)))
        await stranger.telegram.taps_data(data)
    await world.settle()
    assert await snapshot(world, await user_id(world, stranger)) == before
    assert "does not work any more" in stranger.text
    await no_dead_letters(world)


async def test_deep_links_with_garbage(world: World) -> None:
    await victims(world)
    stranger = world.person("Stranger", language="en")
    chance = random.Random(11)
    signs = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"
    payloads = ["d_0", "d_-1", "d_" + "9" * 60, "p_0", "p_x", "i_", "d_", "_", "-" * 64, "A" * 22]
    payloads += ["".join(chance.choices(signs, k=chance.randrange(1, 64))) for _ in range(60)]
    before = await snapshot(world)
    for payload in payloads:
        seen = len(stranger.messages)
        await stranger.opens(payload)
        assert len(stranger.messages) > seen, payload
    assert await snapshot(world) == before
    await no_dead_letters(world)


async def test_numbers_of_appeals_cannot_be_counted_up(world: World) -> None:
    await victims(world)
    stranger = world.person("Stranger", language="en")
    await stranger.says("№ MZH-2026-000001-U")
    assert not stranger.saw(CANARY)


async def test_a_deputy_of_another_district_sees_nothing(world: World) -> None:
    await victims(world)
    other_side = await assistant_of(world, "kuspan", "Other side")
    for ident in range(1, 6):
        await other_side.taps_data(f"case:{ident}")
    await other_side.says("/inbox")
    assert not other_side.saw(CANARY)
    assert await deputy_id(world, "kuspan")


async def no_dead_letters(world: World) -> None:
    async with world.app.database.read() as uow:
        assert await inbox.dead(uow) == []
