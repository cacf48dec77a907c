"""What became of promises: statuses with evidence, and what the deputy's side says."""

from handlers.promises.notices import NOTICES
from handlers.promises.router import router

__all__ = ["NOTICES", "router"]
