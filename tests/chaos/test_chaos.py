"""A short ordeal: what `make chaos` does for longer, on SQLite."""

import random
from pathlib import Path

import pytest

from benchmarks.chaos.ordeal import Ordeal
from tests.databases import sqlite_copy

KILLS = 2


@pytest.mark.timeout(240)
async def test_nothing_is_lost_and_nothing_happens_twice(
    sqlite_template: Path, tmp_path: Path
) -> None:
    ordeal = Ordeal(
        tmp_path,
        sqlite_copy(sqlite_template, tmp_path),
        processes=1,
        kills=KILLS,
        chance=random.Random(1),
        told=lambda _: None,
    )
    outcome = await ordeal.run()
    assert outcome.violations == []
