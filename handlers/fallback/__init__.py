"""The last feature: whatever nobody else understood gets an answer."""

from handlers.fallback.router import router

__all__ = ["router"]
