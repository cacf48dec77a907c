"""Unknown messages and buttons. Text is taken by the lookup before it comes here."""

from aiogram import F, Router
from aiogram.filters import KICKED, ChatMemberUpdatedFilter, Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message
from markupsafe import Markup

from domain.roles import Actor
from handlers.common.links import FindDeputy, MyAppeals, WriteAppeal
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Screen
from handlers.common.texts import Texts
from services import people
from services.unit_of_work import UnitOfWork


async def unknown_message(_message: Message, texts: Texts) -> Screen:
    _ = texts
    return Screen(
        _("I read text, places, photos and documents for an appeal. What would you like to do?"),
        rows=((Button(_.label("Write to a deputy"), tap=WriteAppeal()),), *_next_steps(_)),
    )


async def unknown_command(message: Message, texts: Texts) -> Screen:
    _ = texts
    command = (message.text or "").split()[0][:33]
    return Screen(
        _("I do not know {command}. /help lists what I can do.", command=command),
        rows=_next_steps(_),
    )


async def cancel(
    _message: Message, texts: Texts, state: FSMContext, raw_state: str | None = None
) -> Screen:
    """Conversations that keep something ask first; they have their own answer to /cancel."""
    _ = texts
    await state.set_state(None)
    words = (
        _("All right, stopped. What would you like to do?")
        if raw_state
        else _("What would you like to do?")
    )
    return Screen(words, rows=_next_steps(_))


async def old_button(_query: CallbackQuery, texts: Texts) -> Screen:
    """A button of an older version, or made up."""
    _ = texts
    return Screen(
        _("This button does not work any more. Here is where you can go on:"),
        rows=_next_steps(_),
        fresh=True,
    )


async def edited(_message: Message, texts: Texts) -> Screen:
    _ = texts
    return Screen(
        _(
            "You changed an earlier message. What was already sent stays as it was; "
            "please send a new message instead."
        ),
    )


async def blocked(_event: ChatMemberUpdated, uow: UnitOfWork, actor: Actor) -> None:
    await people.mark_blocked(uow, actor.user_id)


async def in_group(_message: Message, texts: Texts) -> Screen:
    _ = texts
    return Screen(
        _("I talk to people one to one, so that letters stay private."),
        rows=((Button(_.label("Write to me"), url=_.chat_link),),),
    )


async def tap_in_group(_query: CallbackQuery, texts: Texts) -> Screen:
    """Of an older version, or made up: the group need not see an answer."""
    words = texts.label("This button does not work any more.")
    return Screen(Markup(), toast=words)


def _next_steps(_: Texts) -> tuple[tuple[Button, ...], ...]:
    return (
        (Button(_.label("Find my deputy"), tap=FindDeputy()),),
        (Button(_.label("My appeals"), tap=MyAppeals()),),
        home_row(_),
    )


def router() -> Router:
    found = Router(name="fallback")
    found.my_chat_member.register(blocked, ChatMemberUpdatedFilter(KICKED))
    found.message.register(cancel, Command("cancel"))
    found.message.register(unknown_command, F.text.startswith("/"))
    found.message.register(unknown_message)
    found.edited_message.register(edited)
    found.callback_query.register(old_button)
    return found


def groups_router() -> Router:
    """In a group only commands are answered, and only with the way to a private chat."""
    found = Router(name="groups")
    found.callback_query.register(tap_in_group)
    found.message.register(in_group, F.text.startswith("/"))
    return found
