"""Processes to measure and to kill: the stand-in for Telegram, the bot, other bots."""

import asyncio
import os
import signal
import socket
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TOKEN = "4242:CANARY-token-of-benchmarks"  # noqa: S105 - made up; no log may hold it
ADMIN = 9000
SECRET = "secret-of-benchmarks"  # noqa: S105 - made up
START_LIMIT = 60.0
# Hundreds write the same to one deputy at once: that is what is measured, so nothing is held.
WITHOUT_LIMITS = {
    "LETTERS_APART": "0",
    "LETTERS_A_DAY": "0",
    "LETTERS_OPEN": "0",
    "ALIKE_AN_HOUR": "0",
    "LETTERS_AN_HOUR": "0",
}


@dataclass
class Child:
    """A process of ours; its output is in `log`."""

    process: asyncio.subprocess.Process
    log: Path
    started_at: float = field(default_factory=time.perf_counter)

    @property
    def is_alive(self) -> bool:
        return self.process.returncode is None

    async def kill(self) -> None:
        await self._end(signal.SIGKILL)

    async def stop(self) -> None:
        await self._end(signal.SIGTERM)

    async def _end(self, sign: signal.Signals) -> None:
        if self.is_alive:
            self.process.send_signal(sign)
            await self.process.wait()

    async def ready(self, words: str = "ready") -> None:
        """Returns when the process has written these words into its log."""
        deadline = time.perf_counter() + START_LIMIT
        while words not in self.written():
            if not self.is_alive or time.perf_counter() > deadline:
                raise RuntimeError(f"did not start:\n{self.written()[-3000:]}")
            await asyncio.sleep(0.02)

    def written(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")

    @property
    def memory_mb(self) -> float:
        """Resident memory now."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


async def start(arguments: list[str], log: Path, env: Mapping[str, str] | None = None) -> Child:
    """A Python process in the project's folder, with these words after `python`."""
    with log.open("wb") as output:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *arguments,
            cwd=ROOT,
            env=os.environ | (env or {}),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=output,
            stderr=asyncio.subprocess.STDOUT,
        )
    return Child(process, log)


async def start_stand_in(folder: Path, *, lean: bool = False) -> tuple[Child, str]:
    """The stand-in for Telegram and its address."""
    words = ["-m", "sandbox", "--port", "0", "--token", TOKEN, *(["--lean"] if lean else [])]
    child = await start(words, folder / f"stand-in-{time.monotonic_ns()}.log")
    await child.ready("http://")
    return child, child.written().split()[0]


async def start_bot(log: Path, api_url: str, database_url: str, **env: str) -> Child:
    """This bot; more settings by keyword."""
    return await start(
        ["-m", "bot", "run"],
        log,
        {
            "BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": api_url,
            "DATABASE_URL": database_url,
            "ADMIN_IDS": str(ADMIN),
            "SEND_RATE": "0",
            "WEBHOOK_URL": "",
            **WITHOUT_LIMITS,
            **env,
        },
    )


def webhook_env(url: str, port: int) -> dict[str, str]:
    """What makes a bot listen on `port` for what Telegram sends to `url`."""
    return {"WEBHOOK_URL": url, "WEBHOOK_SECRET": SECRET, "WEBHOOK_PORT": str(port)}


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
