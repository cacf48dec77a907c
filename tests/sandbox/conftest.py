"""A started stand-in with one person who has written to the bot."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest
import pytest_asyncio

from sandbox import Options, Person, Sandbox
from tests.sandbox.api import TOKEN, Api


class MovedClock:
    """A clock that stands still until a test moves it."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def forward(self, **span: float) -> None:
        self.time += timedelta(**span)

    async def move(self, to: datetime) -> None:
        self.time = to


@pytest.fixture
def clock() -> MovedClock:
    return MovedClock()


@pytest_asyncio.fixture
async def sandbox(clock: MovedClock) -> AsyncIterator[Sandbox]:
    options = Options(now=clock, move_clock=clock.move)
    async with Sandbox(TOKEN, "town_bot", options=options, patience=2) as started:
        yield started


@pytest_asyncio.fixture
async def api(sandbox: Sandbox) -> AsyncIterator[Api]:
    async with aiohttp.ClientSession() as session:
        yield Api(session, sandbox.api_url)


@pytest_asyncio.fixture
async def voter(sandbox: Sandbox) -> Person:
    person = sandbox.person(1001, first_name="Айгүл", language_code="kk")
    await person.opens()
    return person
