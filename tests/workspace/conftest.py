"""Who takes part in most of these stories."""

import pytest

from tests.acting import SABILYANOV, assistant_of, write
from tests.world import Someone, World


@pytest.fixture
async def yerlan(world: World) -> Someone:
    """Assists the deputy of district 8."""
    return await assistant_of(world, SABILYANOV)


@pytest.fixture
async def voter(world: World, yerlan: Someone) -> Someone:
    """Has written a letter."""
    found = world.person("Aigul")
    await write(world, found, "The road is broken.")
    return found
