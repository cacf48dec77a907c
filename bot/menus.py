"""The command menu: by role and language. A person with roles gets a menu of their own."""

from collections.abc import Callable, Iterable

from aiogram.methods import SetMyCommands, SetMyDescription, SetMyShortDescription
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat

from bot.delivery.sender import Chore
from domain.names import Language
from domain.roles import Actor
from handlers.common.commands import COMMANDS, Command, commands_of
from handlers.common.respond import Method
from handlers.common.texts import Texts
from services.unit_of_work import UnitOfWork

EVERYBODYS = tuple(one for one in COMMANDS if not one.roles)


def _commands(_: Texts, commands: Iterable[Command]) -> list[BotCommand]:
    return [
        BotCommand(command=one.name, description=_.label(one.menu)) for one in commands if one.menu
    ]


def default_methods(texts: dict[Language, Texts]) -> list[Method]:
    """Set at every start: the voters' menu and what the bot says of itself, in each language."""
    methods: list[Method] = []
    for language, _ in texts.items():
        for code in (str(language), None) if language is Language.RU else (str(language),):
            methods += [
                SetMyCommands(
                    commands=_commands(_, EVERYBODYS),
                    scope=BotCommandScopeAllPrivateChats(),
                    language_code=code,
                ),
                SetMyDescription(
                    description=_.label(
                        "Find the deputy of your district, read the election programme, send a "
                        "numbered appeal and get an answer by a date you know. Not a state service."
                    ),
                    language_code=code,
                ),
                SetMyShortDescription(
                    short_description=_.label(
                        "Your deputy: programme, numbered appeals, answers by a known date."
                    ),
                    language_code=code,
                ),
            ]
    return methods


def menu_chore(texts_for: Callable[[Language], Texts]) -> Chore:
    """The outbox chore that sets one person's menu."""

    async def chore(_uow: UnitOfWork, actor: Actor) -> list[Method]:
        scope = BotCommandScopeChat(chat_id=actor.telegram_id)
        commands = _commands(texts_for(actor.language), commands_of(actor))
        return [SetMyCommands(commands=commands, scope=scope)]

    return chore
