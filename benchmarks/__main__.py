"""The speed goals, measured: a Markdown table, ratios to a bare echo bot of the same round.

python -m benchmarks [--only bots replicas updates lookup queries] [--rounds 2] [--million]
"""

import argparse
import asyncio
import random
import tempfile
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from benchmarks import lookup, queries, replicas, subjects, updates
from benchmarks.databases import Templates, postgres_server
from benchmarks.processes import ROOT
from benchmarks.subjects import Sample
from bot import log

PARTS = ("bots", "replicas", "updates", "lookup", "queries")
Row = tuple[str, str, str, str]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="the speed goals, measured")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--million", action="store_true", help="queries on 10^6 appeals too")
    return parser.parse_args()


async def bots(folder: Path, server: Path, rounds: int) -> list[Row]:
    """Echo, SQLite and PostgreSQL in random order in each round."""
    sqlite, postgres = Templates(folder), Templates(folder, server)
    runs: dict[str, Callable[[], Awaitable[Sample]]] = {
        "echo": lambda: subjects.echo(folder),
        "sqlite": lambda: subjects.full(folder, sqlite),
        "postgres": lambda: subjects.full(folder, postgres),
    }
    found: dict[str, list[Sample]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name in random.sample(list(runs), len(runs)):
            found[name].append(await runs[name]())
    return [
        _row("read screens, SQLite", "1.3 x", found, "sqlite", "reads"),
        _row("filing an appeal, SQLite", "1.0 x", found, "sqlite", "letters"),
        _row("read screens, PostgreSQL, one process", "1.0 x", found, "postgres", "reads"),
        _row("filing an appeal, PostgreSQL, one process", "1.0 x", found, "postgres", "letters"),
        _row("p95 at 100 updates/s, SQLite", "-", found, "sqlite", "p95_calm_ms"),
        _row("p95 at 300 updates/s, SQLite", "2 x", found, "sqlite", "p95_ms"),
        _row("p95 at 300 updates/s, PostgreSQL", "2 x", found, "postgres", "p95_ms"),
        _row("memory after start", "1.0 x", found, "sqlite", "memory_mb"),
        _row("start to first getUpdates", "1.2 x", found, "sqlite", "start_s"),
    ]


UNITS = {
    "reads": "{:.0f}/s",
    "letters": "{:.0f}/s",
    "p95_calm_ms": "{:.1f} ms",
    "p95_ms": "{:.1f} ms",
    "memory_mb": "{:.0f} MB",
    "start_s": "{:.2f} s",
}


def _row(what: str, goal: str, found: dict[str, list[Sample]], name: str, field: str) -> Row:
    """The median of the rounds' ratios; a letter is compared with the echo's updates."""
    yardstick = "reads" if field == "letters" else field
    pairs = [
        (getattr(one, field), getattr(echo, yardstick))
        for one, echo in zip(found[name], found["echo"], strict=True)
    ]
    ours, theirs = median(a for a, _ in pairs), median(b for _, b in pairs)
    absolute = f"{UNITS[field].format(ours)} against {UNITS[field].format(theirs)}"
    return what, goal, f"{median(a / b for a, b in pairs):.2f} x", absolute


async def webhooks(folder: Path, server: Path, rounds: int) -> list[Row]:
    templates = Templates(folder, server)
    pairs = [
        (await replicas.rate(folder, templates, 2), await replicas.rate(folder, templates, 1))
        for _ in range(rounds)
    ]
    two, one = median(a for a, _ in pairs), median(b for _, b in pairs)
    ratio = f"{median(a / b for a, b in pairs):.2f} x"
    absolute = f"{two:.0f}/s against {one:.0f}/s"
    return [("two webhook processes on PostgreSQL against one", "1.8 x", ratio, absolute)]


async def cpu(folder: Path) -> list[Row]:
    best = await updates.measured(await updates.filled(folder), updates.PEOPLE)
    return [
        (
            f"CPU of an update without the network, {name}",
            "-",
            f"{sum(parts):.2f} ms",
            ", ".join(f"{part} {ms:.2f}" for part, ms in zip(updates.PARTS, parts, strict=True)),
        )
        for name, parts in best.items()
    ]


def typos() -> list[Row]:
    entries = lookup.load(ROOT / "data")
    misses, count, times = lookup.measure(entries, 1, seed=1)
    spellings = sum(len(entry.keys) for entry in entries)
    absolute = f"{spellings} spellings, {1 - len(misses) / count:.1%} right"
    return [("lookup of a name with a typo", "5 ms", f"{median(times) * 1000:.2f} ms", absolute)]


async def sizes(folder: Path, *, million: bool) -> list[Row]:
    few = await queries.medians(folder, 1_000)
    rows = []
    for power in (5, 6) if million else (5,):
        many = await queries.medians(folder, 10**power)
        for name, ms in many.items():
            what = f"{name}: 10^{power} appeals against 10^3"
            rows.append((what, "2 x", f"{ms / few[name]:.2f} x", f"{ms:.2f} ms"))
    return rows


async def main(given: argparse.Namespace, folder: Path) -> list[Row]:
    rows: list[Row] = []
    with ExitStack() as stack:
        if {"bots", "replicas"} & set(given.only):
            server = stack.enter_context(postgres_server(folder))
            if "bots" in given.only:
                rows += await bots(folder, server, given.rounds)
            if "replicas" in given.only:
                rows += await webhooks(folder, server, given.rounds)
    if "updates" in given.only:
        rows += await cpu(folder)
    if "lookup" in given.only:
        rows += typos()
    if "queries" in given.only:
        rows += await sizes(folder, million=given.million)
    return rows


if __name__ == "__main__":
    log.configure("WARNING")
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        table = asyncio.run(main(arguments(), Path(name)))
    print("| what | goal | measured | absolute |\n|---|---|---|---|")
    for cells in table:
        print(f"| {' | '.join(cells)} |")
