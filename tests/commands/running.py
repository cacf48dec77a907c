"""Runs the commands as an operator does, as processes of their own, or quicker in this one."""

import asyncio
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from bot.commands.line import parser
from bot.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "42:TEST-CANARY-TOKEN"


@dataclass(frozen=True, slots=True)
class Result:
    code: int
    out: str
    err: str


async def run(database: str, *arguments: str, api_url: str = "http://127.0.0.1:9") -> Result:
    """`python -m bot ...` on this database; Telegram is away unless an address is given."""
    environment = {
        "PATH": os.environ["PATH"],
        "DATABASE_URL": database,
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": api_url,
        "LOG_LEVEL": "ERROR",
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *arguments,
        cwd=ROOT,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await process.communicate()
    result = Result(process.returncode or 0, out.decode(), err.decode())
    assert TOKEN not in result.out + result.err
    return result


async def call(
    database: str, *arguments: str, api_url: str = "http://127.0.0.1:9", **others: str
) -> int:
    """The same without a process of its own. Raises what the process would print."""
    settings = Settings.model_validate(
        {"bot_token": TOKEN, "telegram_api_url": api_url, "database_url": database, **others}
    )
    chosen = parser(arguments).parse_args(arguments)
    return int(await chosen.command(settings, chosen) or 0)
