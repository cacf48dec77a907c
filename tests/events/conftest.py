"""Who is at hand in the stories of announcements and receptions."""

import pytest

from tests.acting import SABILYANOV, assistant_of
from tests.world import Someone, World


@pytest.fixture
async def yerlan(world: World) -> Someone:
    return await assistant_of(world, SABILYANOV)
