"""All of the feature's parts."""

from aiogram import Router

from handlers.membership import admin, gaps, inviting, joining, roles


def router() -> Router:
    found = Router(name="membership")
    parts = (joining, admin, gaps, inviting, roles)
    found.include_routers(*(part.router() for part in parts))
    return found
