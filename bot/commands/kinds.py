"""What argparse does not name publicly."""

from argparse import ArgumentParser
from typing import Protocol


class Commands(Protocol):
    """The collection of sub-commands."""

    def add_parser(self, name: str, *, help: str) -> ArgumentParser: ...  # noqa: A002 - argparse's name
