"""Coordinators look at records before they count."""

from handlers.review.router import router

__all__ = ["router"]
