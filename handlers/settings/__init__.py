"""The person's own affairs: language, districts, roles, and what is kept about them."""

from handlers.settings.router import router

__all__ = ["router"]
