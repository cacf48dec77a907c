"""A local stand-in for Telegram: the Bot API over HTTP, people to play, a chat page.

It knows nothing of any particular bot and speaks HTTP only. In a test:

    async with Sandbox(token="42:TEST", bot_username="my_bot") as sandbox:
        # start the bot with sandbox.api_url in place of https://api.telegram.org
        voter = sandbox.person(1001, first_name="Айгүл", language_code="kk")
        await voter.says("/start")
        await voter.taps("Help")
        screen = await voter.answered()
        assert "how it works" in screen.text
        sandbox.fail("sendMessage", error=too_many_requests(3))
        assert sandbox.calls_of("sendMessage")

`docs/sandbox.md` has the rest: the control API over HTTP, faults, the page.
"""

from sandbox.acts import Attachment
from sandbox.app import Sandbox
from sandbox.chats import CallbackQuery, Chat, User
from sandbox.errors import (
    ApiError,
    bad_request,
    conflict,
    forbidden,
    server_error,
    too_many_requests,
)
from sandbox.faults import CUT_OFF, DROP, Delay, Drop, Fault
from sandbox.gateway import Call
from sandbox.groups import Group
from sandbox.messages import Button, Message
from sandbox.options import Options, PersonSpec, Place
from sandbox.people import Person

__all__ = [
    "CUT_OFF",
    "DROP",
    "ApiError",
    "Attachment",
    "Button",
    "Call",
    "CallbackQuery",
    "Chat",
    "Delay",
    "Drop",
    "Fault",
    "Group",
    "Message",
    "Options",
    "Person",
    "PersonSpec",
    "Place",
    "Sandbox",
    "User",
    "bad_request",
    "conflict",
    "forbidden",
    "server_error",
    "too_many_requests",
]
