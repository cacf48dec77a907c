"""The command menu: by role and language. A person with roles gets a menu of their own."""

from collections.abc import Callable

from aiogram.methods import SetMyCommands, SetMyDescription, SetMyShortDescription
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat

from bot.delivery.sender import Chore
from domain.names import Language
from domain.roles import DEPUTY_SIDE, Actor, Role
from handlers.common.respond import Method
from handlers.common.texts import Texts, marked
from services.unit_of_work import UnitOfWork

EVERYONE = (
    ("start", marked("Home")),
    ("deputy", marked("Find a deputy")),
    ("program", marked("Election programme")),
    ("appeal", marked("Write an appeal")),
    ("appeals", marked("My appeals")),
    ("language", marked("Тіл / Язык / Language")),
    ("settings", marked("Settings")),
    ("help", marked("Help")),
    ("privacy", marked("Privacy")),
    ("mydata", marked("What is kept about me")),
    ("cancel", marked("Leave what I am doing")),
)
DEPUTY = (
    ("inbox", marked("Appeals to the deputy")),
    ("brief", marked("What the district asks")),
    ("search", marked("Search in the appeals")),
    ("templates", marked("Answer templates")),
)
DEPUTY_ALONE = (("assistants", marked("My assistants")),)
MONITORING = (("report", marked("Monitoring report")),)
COORDINATOR = (
    ("review", marked("What waits for me")),
    ("admin", marked("People and data")),
    ("calendar", marked("Working days")),
)


def commands_for(actor: Actor) -> tuple[tuple[str, str], ...]:
    """What concerns the person's roles comes first."""
    own: tuple[tuple[str, str], ...] = ()
    if any(granted.role in DEPUTY_SIDE for granted in actor.roles):
        own += DEPUTY
    if actor.has(Role.DEPUTY):
        own += DEPUTY_ALONE
    if actor.has(Role.COORDINATOR):
        own += COORDINATOR
    if actor.has(Role.COORDINATOR) or actor.has(Role.ACTIVIST):
        own += MONITORING
    return own + EVERYONE


def _commands(_: Texts, commands: tuple[tuple[str, str], ...]) -> list[BotCommand]:
    return [BotCommand(command=name, description=_.label(text)) for name, text in commands]


def default_methods(texts: dict[Language, Texts]) -> list[Method]:
    """Set at every start: the voters' menu and what the bot says of itself, in each language."""
    methods: list[Method] = []
    for language, _ in texts.items():
        for code in (str(language), None) if language is Language.RU else (str(language),):
            methods += [
                SetMyCommands(
                    commands=_commands(_, EVERYONE),
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
        commands = _commands(texts_for(actor.language), commands_for(actor))
        return [SetMyCommands(commands=commands, scope=scope)]

    return chore
