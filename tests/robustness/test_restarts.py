"""The process ends in the middle of a conversation; the person notices nothing.

The steps are taken from the code: a new one without a story fails here.
"""

from importlib import import_module
from pkgutil import iter_modules

import pytest
from aiogram.fsm.state import StatesGroup

import handlers
from bot.storage import conversation_key
from services import conversations, inbox
from tests.robustness.steps import STEPS
from tests.world import Someone, World

on_sqlite = pytest.mark.parametrize("loaded_url", ["sqlite"], indirect=True)


def all_steps() -> list[str]:
    """Every state of every conversation, wherever it stands."""
    found: list[str] = []
    for feature in iter_modules(handlers.__path__, "handlers."):
        package = import_module(feature.name)
        if "states" not in {one.name for one in iter_modules(package.__path__)}:
            continue
        states = import_module(f"{feature.name}.states")
        for group in vars(states).values():
            if isinstance(group, type) and issubclass(group, StatesGroup):
                found += list(group.__all_states_names__)
    return sorted(found)


async def step_of(world: World, person: Someone) -> str | None:
    ident = person.telegram.id
    async with world.app.database.read() as uow:
        return (await conversations.find(uow, conversation_key(ident, ident))).state


def test_every_step_has_a_story() -> None:
    assert all_steps() == sorted(STEPS)


@on_sqlite
@pytest.mark.parametrize("name", STEPS)
async def test_a_restart_changes_nothing_in_a_conversation(world: World, name: str) -> None:
    step = STEPS[name]
    person = await step.come(world)
    assert await step_of(world, person) == name
    await world.restart()
    await person.says(step.types)
    assert step.sees in person.text
    await nothing_failed(world)


@on_sqlite
@pytest.mark.parametrize("name", STEPS)
async def test_after_a_restart_one_can_still_leave(world: World, name: str) -> None:
    step = STEPS[name]
    person = await step.come(world)
    await world.restart()
    await person.says("/cancel")
    assert step.left in person.text
    await person.says("/start")
    assert await step_of(world, person) is None
    await nothing_failed(world)


async def nothing_failed(world: World) -> None:
    async with world.app.database.read() as uow:
        assert await inbox.dead(uow) == []
