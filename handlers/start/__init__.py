"""The first screen, help and leaving a conversation."""

from handlers.start.router import router

__all__ = ["router"]
