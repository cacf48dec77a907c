"""Coordinators look at records before they count."""

from handlers.review.notices import NOTICES
from handlers.review.router import router

__all__ = ["NOTICES", "router"]
