"""An own appeal for the state's e-Otinish: ready text, its files, and its number there."""

from handlers.e_otinish.router import router

__all__ = ["router"]
