"""Which act leads where."""

from aiogram import Router

from handlers.events import reading, receiving, writing


def router() -> Router:
    found = Router(name="events")
    found.include_routers(writing.router(), reading.router(), receiving.router())
    return found
