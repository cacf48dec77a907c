"""Leaving out aiogram's rebuilding must leave no model that cannot be built."""

import subprocess
import sys

BUILD_ALL = """
import bot
from pydantic import BaseModel
import aiogram.methods, aiogram.types

built = 0
for module in (aiogram.types, aiogram.methods):
    for name in module.__all__:
        model = getattr(module, name)
        if isinstance(model, type) and issubclass(model, BaseModel):
            model.model_rebuild()
            assert model.__pydantic_complete__, name
            built += 1
assert built > 400, built
"""

ON_DEMAND = """
import bot
from aiogram.types import PassportData

assert not PassportData.__pydantic_complete__
"""


def run(code: str) -> None:
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)


def test_every_model_can_be_built() -> None:
    run(BUILD_ALL)


def test_nothing_is_built_before_it_is_used() -> None:
    run(ON_DEMAND)
