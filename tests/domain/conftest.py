"""Settings of the property tests, and a machine that lives elsewhere."""

import time
from collections.abc import Iterator

import pytest
from hypothesis import settings

# The first question about a year fills its table, and machines that test are busy: no deadline.
settings.register_profile("domain", deadline=None)
settings.load_profile("domain")


@pytest.fixture(scope="module", autouse=True)
def _far_away() -> Iterator[None]:
    """No rule may ask the machine for its time zone or its language."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "Pacific/Apia")
        patch.setenv("LANGUAGE", "kk")
        time.tzset()
        yield
    time.tzset()
