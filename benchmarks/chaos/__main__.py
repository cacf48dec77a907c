"""Kills the bot at random moments while people write, then looks for what was lost.

python -m benchmarks.chaos [--kills-sqlite 20] [--kills-postgres 5] [--seed N]

On PostgreSQL two webhook processes run at once behind a balancer that hands some updates to both.
Ends with 1 when anything does not hold; the logs of the bots are kept then.
"""

import argparse
import asyncio
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tqdm import tqdm

from benchmarks.chaos.ordeal import Ordeal, Outcome
from benchmarks.databases import Templates, postgres_server
from bot import log


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="kill -9 at random moments, and an oracle")
    parser.add_argument("--kills-sqlite", type=int, default=20)
    parser.add_argument("--kills-postgres", type=int, default=5)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 10_000)
    return parser.parse_args()


async def torment(name: str, folder: Path, url: str, processes: int, given: tuple[int, int]) -> int:
    """Prints what came of it; the number of violations."""
    kills, seed = given
    folder = folder / name
    folder.mkdir()
    with tqdm(total=kills, desc=name, unit="kill", file=sys.stderr, disable=None) as bar:

        def killed(_: str) -> None:
            bar.update()

        ordeal = Ordeal(folder, url, processes, kills, random.Random(seed), killed)
        outcome = await ordeal.run()
    _print(name, outcome)
    return len(outcome.violations)


def _print(name: str, outcome: Outcome) -> None:
    print(
        f"{name}: {outcome.kills} kills, {len(outcome.violations)} violations;"
        f" {outcome.figures}; {outcome.seconds:.0f} s"
    )
    for violation in outcome.violations:
        print(f"  {violation}")


async def main(given: argparse.Namespace, folder: Path) -> int:
    found = 0
    print(f"seed {given.seed}")
    if given.kills_sqlite:
        url = await Templates(folder).copy()
        found += await torment("sqlite", folder, url, 1, (given.kills_sqlite, given.seed))
    if given.kills_postgres:
        with postgres_server(folder) as server:
            url = await Templates(folder, server).copy()
            found += await torment("postgresql", folder, url, 2, (given.kills_postgres, given.seed))
    return found


if __name__ == "__main__":
    log.configure("WARNING")
    workplace = Path(tempfile.mkdtemp(prefix="chaos-"))
    violations = asyncio.run(main(arguments(), workplace))
    if violations:
        print(f"the logs: {workplace}")
        sys.exit(1)
    shutil.rmtree(workplace)
