"""`invite`: one line, or a refusal with the choices."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.fatal import StartRefused
from sandbox import Sandbox
from tests.commands.running import call, run

LINK = re.compile(r"https://t\.me/deputat_test_bot\?start=[A-Za-z0-9_-]{22}\n")


def invitations(database: str) -> int:
    with closing(sqlite3.connect(database.removeprefix("sqlite:///"))) as connection:
        return int(connection.execute("SELECT count(*) FROM invites").fetchone()[0])


async def test_one_line_with_the_link(database: str, telegram: Sandbox) -> None:
    arguments = ("invite", "--role", "deputy", "--district", "8")
    result = await run(database, *arguments, api_url=telegram.api_url)
    assert result.code == 0, result.err
    assert LINK.fullmatch(result.out)
    assert invitations(database) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("--role", "assistant", "--deputy", "kuspan"),
        ("--role", "deputy", "--assembly", "mazhilis", "--district", "14"),
        ("--role", "coordinator"),
        ("--role", "activist", "--assembly", "mazhilis"),
    ],
)
async def test_all_kinds_of_roles(
    database: str,
    telegram: Sandbox,
    arguments: tuple[str, ...],
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert await call(database, "invite", *arguments, api_url=telegram.api_url) == 0
    assert LINK.fullmatch(capsys.readouterr().out)


async def test_what_is_ambiguous_is_refused_with_the_choices(database: str) -> None:
    result = await run(database, "invite", "--role", "deputy")
    assert (result.code, result.out) == (1, "")
    assert "--deputy kuspan" in result.err
    assert "Traceback" not in result.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--role", "deputy", "--district", "99"), "--deputy kuspan"),
        (("--role", "assistant", "--deputy", "nobody"), "--deputy kuspan"),
        (("--role", "assistant", "--deputy", "9" * 30), "--deputy kuspan"),
        (("--role", "deputy", "--assembly", "nowhere"), "--assembly mazhilis"),
        (("--role", "coordinator", "--district", "8"), "leave out"),
    ],
)
async def test_what_does_not_fit_is_refused(
    database: str, arguments: tuple[str, ...], words: str
) -> None:
    with pytest.raises(StartRefused) as refused:
        await call(database, "invite", *arguments)
    assert words in str(refused.value)
    assert invitations(database) == 0


async def test_without_telegram_there_is_no_half_made_invitation(database: str) -> None:
    with pytest.raises(StartRefused, match="Telegram"):
        await call(database, "invite", "--role", "coordinator")
    assert invitations(database) == 0


async def test_a_fresh_database_is_made_by_itself(
    tmp_path: Path, telegram: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    database = f"sqlite:///{tmp_path / 'new' / 'bot.db'}"
    arguments = ("invite", "--role", "deputy", "--district", "8")
    await call(database, *arguments, api_url=telegram.api_url)
    assert LINK.fullmatch(capsys.readouterr().out)
