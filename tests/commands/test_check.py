"""`check`: each kind of damage is found and named."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.fatal import StartRefused
from domain import calendar
from tests.acting import assistant_of, write
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
    "is due on 2026-12-01, its clock says 2026-12-15": (
        "UPDATE appeals SET answer_due = '2026-12-01' WHERE serial = 3"
    ),
    "closed without a reason": "UPDATE appeals SET state = 'closed' WHERE serial = 1",
    "but it does not say to which appeal": "UPDATE appeals SET state = 'merged' WHERE serial = 1",
    "to itself": "UPDATE appeals SET parent_id = id WHERE serial = 1",
    "nothing was asked": "UPDATE appeals SET state = 'clarification' WHERE serial = 1",
    "no answer was sent": "UPDATE appeals SET state = 'confirmed' WHERE serial = 1",
    "its clock never started": "UPDATE appeals SET clock_started_on = NULL",
    "unknown closed_as whim": "UPDATE appeals SET closed_as = 'whim' WHERE serial = 1",
    "unknown clock_rule never": "UPDATE appeals SET clock_rule = 'never' WHERE serial = 1",
    "a number of e-Otinish": "UPDATE appeals SET e_otinish_number = '7' WHERE serial = 1",
    "has supporters, but": (
        "UPDATE appeals SET state = 'returned'; "
        "INSERT INTO supporters (appeal_id, user_id, joined_at) VALUES (1, 2, '2026-01-01')"
    ),
    "handover is due on 2026-12-01": (
        "UPDATE appeals SET handover_due = '2026-12-01' WHERE serial = 1"
    ),
    "points to a row of appeals": "UPDATE appeals SET parent_id = 999 WHERE serial = 1",
    "unknown role king": (
        "INSERT INTO grants (user_id, role, granted_at) VALUES (1, 'king', '2026-01-01')"
    ),
    "without a mandate": (
        "INSERT INTO grants (user_id, role, granted_at) VALUES (1, 'deputy', '2026-01-01')"
    ),
}


def change(database: str, command: str) -> None:
    with closing(sqlite3.connect(database.removeprefix("sqlite:///"))) as connection:
        connection.executescript(command)
        connection.commit()


async def two_letters(database: str) -> None:
    world = await open_world(database)
    await write(world, world.person("Aigul"), "The road is broken.")
    await write(world, world.person("Dana"), "The school is cold.")
    await assistant_of(world, "kuspan")
    await write(world, world.person("Olga"), "The bus is late.", "kuspan")
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


async def test_old_time_zone_data_are_refused_in_words(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calendar, "CHECKED_MOMENT", datetime(2023, 6, 1, 12, tzinfo=UTC))
    with pytest.raises(StartRefused, match="Asia/Almaty is not at UTC"):
        await call(database, "check")
