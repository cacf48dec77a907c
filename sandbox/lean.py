"""The hot methods without checks or history: the stand-in must not be what a benchmark measures."""

from collections.abc import Callable

from sandbox.codec import dumps
from sandbox.params import Params
from sandbox.world import World

Short = Callable[[World, Params, int | None], bytes]
_TRUE = b'{"ok":true,"result":true}'


def _send_message(world: World, params: Params, chat_id: int | None) -> bytes:
    world.spoke(chat_id or 0)
    return _message(world, params, chat_id or 0, world.next_account_id())


def _edit_message(world: World, params: Params, chat_id: int | None) -> bytes:
    world.spoke(chat_id or 0)
    return _message(world, params, chat_id or 0, params.integer("message_id") or 0)


def _true(world: World, params: Params, chat_id: int | None) -> bytes:  # noqa: ARG001 - one signature for all
    return _TRUE


def _message(world: World, params: Params, chat_id: int, message_id: int) -> bytes:
    message = {
        "message_id": message_id,
        "from": {"id": world.bot.id, "is_bot": True, "first_name": world.bot.first_name},
        "chat": {"id": chat_id, "type": "private" if chat_id > 0 else "supergroup"},
        "date": world.timestamp(),
        "text": params.text("text"),
    }
    return b'{"ok":true,"result":%b}' % dumps(message)


METHODS: dict[str, Short] = {
    "sendmessage": _send_message,
    "editmessagetext": _edit_message,
    "editmessagereplymarkup": _edit_message,
    "answercallbackquery": _true,
    "sendchataction": _true,
    "deletemessage": _true,
}
