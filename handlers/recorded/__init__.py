"""What is recorded about a deputy: the deputy's side answers it, coordinators decide disputes."""

from handlers.recorded.notices import NOTICES
from handlers.recorded.router import router

__all__ = ["NOTICES", "router"]
