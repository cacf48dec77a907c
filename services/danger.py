"""Whom to call in danger, and which words tell of it: services/danger.yaml."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from domain.danger import Danger, Patterns, dangers_in
from domain.text import fold

PATH = Path(__file__).with_suffix(".yaml")


@dataclass(frozen=True, slots=True)
class Number:
    """A number to call, and who answers there."""

    number: str
    what: str


@dataclass(frozen=True, slots=True)
class Lists:
    dangers: tuple[Danger, ...]
    numbers: dict[str, Number]
    threats: Patterns


@cache
def lists() -> Lists:
    """Read once: the file is part of what is shipped."""
    found: dict[str, Any] = yaml.safe_load(PATH.read_text(encoding="utf-8"))
    return Lists(
        tuple(
            Danger(one["danger"], _patterns(one), tuple(one["call"])) for one in found["dangers"]
        ),
        {one["number"]: Number(one["number"], one["what"]) for one in found["numbers"]},
        _patterns(found["threats"]),
    )


def _patterns(found: dict[str, Any]) -> Patterns:
    return Patterns(found["words"], found.get("except", ()))


def numbers_for(text: str) -> tuple[Number, ...]:
    """The numbers to show at once to whoever wrote this; none where no danger is told of."""
    known = lists()
    called = [number for one in dangers_in(text, known.dangers) for number in one.call]
    return tuple(known.numbers[number] for number in dict.fromkeys(called))


def threatens(text: str) -> bool:
    """Whether the author threatens somebody."""
    return lists().threats.found_in(fold(text))
