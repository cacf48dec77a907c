"""/language, /settings, /privacy, /mydata, /forget and their taps."""

from aiogram import Router

from handlers.settings import data, own


def router() -> Router:
    found = Router(name="settings")
    found.include_routers(own.router(), data.router())
    return found
