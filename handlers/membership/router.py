"""All of the feature's parts."""

from aiogram import Router

from handlers.membership import admin, inviting, joining, roles


def router() -> Router:
    found = Router(name="membership")
    found.include_routers(joining.router(), admin.router(), inviting.router(), roles.router())
    return found
