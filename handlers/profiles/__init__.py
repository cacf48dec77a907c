"""What is known about deputies and what is missing; two of them side by side."""

from handlers.profiles.router import router

__all__ = ["router"]
