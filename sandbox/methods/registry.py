"""The methods by name; the modules beside this one fill it."""

from collections.abc import Callable
from typing import Any

from sandbox.params import Params
from sandbox.world import World

Method = Callable[[World, Params], Any]
METHODS: dict[str, tuple[str, Method]] = {}


def method(name: str) -> Callable[[Method], Method]:
    """Register a function under Telegram's name, whose letters may be of any case."""

    def register(function: Method) -> Method:
        METHODS[name.lower()] = (name, function)
        return function

    return register
