"""Somebody of the deputy's side, and a voter who has written to them."""

import pytest

from tests.acting import SABILYANOV, assistant_of, write
from tests.world import Someone, World


@pytest.fixture
async def assistant(world: World) -> Someone:
    return await assistant_of(world, SABILYANOV)


@pytest.fixture
async def voter(world: World, assistant: Someone) -> Someone:
    found = world.person("Aigul")
    await write(world, found, "The road is broken.")
    return found
