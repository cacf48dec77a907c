"""Routers of the whole bot: personal things happen in private chats only."""

from aiogram import F, Router


def private_only() -> Router:
    """The parent of all features."""
    router = Router(name="private")
    router.message.filter(F.chat.type == "private")
    router.edited_message.filter(F.chat.type == "private")
    router.my_chat_member.filter(F.chat.type == "private")
    return router
