"""Reading an election programme."""

from handlers.programme.router import router

__all__ = ["router"]
