"""Whatever the files hold: it is imported, or refused with faults. Nothing else ever happens."""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.clock import FrozenClock
from bot.database import create_database
from bot.settings import Settings
from models.schema import upgrade
from services.importing import ImportRefused, import_folder
from services.importing.sheets import SHEETS
from tests import databases
from tests.data.conftest import NOW
from tests.data.helpers import EXAMPLE, SHIPPED

NAMES = [
    *(f"{name}.csv" for name in SHEETS),
    "programmes.yaml",
    "requests.yaml",
    "about.yaml",
    "other.csv",
]
WHOLE = [
    path.read_bytes()
    for path in (*SHIPPED.glob("*.*"), *EXAMPLE.glob("*.csv"))
    if path.suffix in {".csv", ".yaml"} and path.name != "sandbox.yaml"
]
STARTS = [b"\n".join(content.split(b"\n")[:12]) + b"\n" for content in WHOLE]


@st.composite
def broken(draw: st.DrawFn) -> bytes:
    """The beginning of a shipped file with some bytes changed, or any bytes at all."""
    content = bytearray(draw(st.one_of(st.sampled_from(STARTS), st.binary(max_size=200))))
    for _ in range(draw(st.integers(0, 5))):
        place = draw(st.integers(0, max(0, len(content) - 1)))
        content[place : place + draw(st.integers(0, 3))] = draw(
            st.one_of(
                st.binary(max_size=3), st.sampled_from([b'"', b",", b";", b"\n", b"\0", b"-"])
            )
        )
    return bytes(content)


async def attempt(files: dict[str, bytes]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name) / "data"
        folder.mkdir()
        for file, content in files.items():
            (folder / file).write_bytes(content)
        url = databases.sqlite_url(Path(name) / "test.db")
        database = create_database(Settings.model_validate({"database_url": url}), FrozenClock(NOW))
        await upgrade(database.engine)
        messages = ["imported"]
        try:
            async with database.write() as uow:
                await import_folder(uow, folder)
        except ImportRefused as refused:
            messages = [fault.message for fault in refused.faults]
        finally:
            await database.engine.dispose()
        assert messages
        assert all(messages)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(NAMES), broken(), min_size=1, max_size=4))
def test_any_bytes(files: dict[str, bytes]) -> None:
    asyncio.run(attempt(files))
