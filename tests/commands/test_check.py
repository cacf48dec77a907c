"""`check`: each kind of damage is found and named."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.fatal import StartRefused
from tests.acting import write
from tests.commands.running import call, run
from tests.world import close_world, open_world

DAMAGE = {
    "counter": "UPDATE number_counters SET value = 7",
    "without a gap": "UPDATE appeals SET serial = 5 WHERE serial = 2",
    "does not fit": "UPDATE appeals SET number = 'MZH-2026-000001-0' WHERE serial = 1",
    "unknown state lost": "UPDATE appeals SET state = 'lost' WHERE serial = 1",
    "its last event says": "UPDATE appeals SET state = 'answered' WHERE serial = 1",
    "do not fit from step 1 on": "UPDATE appeal_events SET actor_role = 'system'",
    "has no events": "DELETE FROM appeal_events",
    "points to a row of persons": "UPDATE mandates SET person_id = 999 WHERE id = 1",
    "without a number": "UPDATE appeals SET number = NULL WHERE serial = 1",
    "unknown role king": (
        "INSERT INTO grants (user_id, role, granted_at) VALUES (1, 'king', '2026-01-01')"
    ),
    "without a mandate": (
        "INSERT INTO grants (user_id, role, granted_at) VALUES (1, 'deputy', '2026-01-01')"
    ),
}


def change(database: str, command: str) -> None:
    with closing(sqlite3.connect(database.removeprefix("sqlite:///"))) as connection:
        connection.execute(command)
        connection.commit()


async def two_letters(database: str) -> None:
    world = await open_world(database)
    await write(world, world.person("Aigul"), "The road is broken.")
    await write(world, world.person("Dana"), "The school is cold.")
    await close_world(world)


async def test_a_sound_database_is_called_sound(database: str) -> None:
    await two_letters(database)
    result = await run(database, "check")
    assert (result.code, result.out) == (0, "all is well\n"), result.err


@pytest.mark.parametrize("words", DAMAGE)
async def test_damage_is_found(
    database: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    await two_letters(database)
    change(database, DAMAGE[words])
    assert await call(database, "check") == 1
    assert words in capsys.readouterr().out


async def test_there_must_be_a_database(tmp_path: Path) -> None:
    with pytest.raises(StartRefused, match="no database"):
        await call(f"sqlite:///{tmp_path / 'none.db'}", "check")
    assert not (tmp_path / "none.db").exists()


async def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "bad.db").write_bytes(b"this is no database at all, " * 100)
    result = await run(f"sqlite:///{tmp_path / 'bad.db'}", "check")
    assert result.code == 1
    assert "cannot be read" in result.err
    assert "Traceback" not in result.err
