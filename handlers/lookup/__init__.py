"""Finding a deputy, and the card."""

from handlers.lookup import gaps
from handlers.lookup.router import router

NOTICES = {"directory_gap": gaps.render}

__all__ = ["NOTICES", "router"]
