"""Telegram's models are built when they are first used, and every one of them can be."""

import subprocess
import sys

from aiogram import methods, types
from pydantic import BaseModel

AT_START = "import bot.app, aiogram.types as t; print(t.Update.__pydantic_complete__)"


def _models() -> list[type[BaseModel]]:
    found = [getattr(package, name) for package in (types, methods) for name in package.__all__]
    return [one for one in found if isinstance(one, type) and issubclass(one, BaseModel)]


def test_every_model_is_built_when_it_is_wanted() -> None:
    for model in _models():
        _ = model.__pydantic_validator__.title  # looking is what builds it; raises if it cannot
    assert [one.__name__ for one in _models() if not one.__pydantic_complete__] == []


def test_the_start_builds_none_of_them() -> None:
    """In a process of its own: here others have used some."""
    command = [sys.executable, "-c", AT_START]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
