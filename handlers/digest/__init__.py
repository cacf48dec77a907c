"""The weekly digest: the message itself, and when it comes."""

from handlers.digest.notices import NOTICES
from handlers.digest.router import router

__all__ = ["NOTICES", "router"]
