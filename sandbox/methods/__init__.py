"""The methods of the Bot API, by subject."""

from sandbox.methods import (
    albums,
    chats,
    editing,
    forwarding,
    intake,
    profile,
    queries,
    sending,
    topics,
)
from sandbox.methods.registry import METHODS

__all__ = [
    "METHODS",
    "albums",
    "chats",
    "editing",
    "forwarding",
    "intake",
    "profile",
    "queries",
    "sending",
    "topics",
]
