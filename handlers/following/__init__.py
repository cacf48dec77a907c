"""What a person follows: deputies, promises, topics of the own district, joined letters."""

from handlers.following.notices import NOTICES
from handlers.following.router import router

__all__ = ["NOTICES", "router"]
