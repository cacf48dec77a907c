"""Every command a person can type, in one table: the menus of Telegram and /help are made of it."""

from dataclasses import dataclass
from typing import Final

from domain.roles import DEPUTY_SIDE, Actor, Role
from handlers.common.texts import marked


@dataclass(frozen=True, slots=True)
class Command:
    """`menu` stands in Telegram's menu (None: not there), `help` in /help. No roles: everybody."""

    name: str
    menu: str | None
    help: str | None
    roles: frozenset[Role] = frozenset()

    def is_for(self, actor: Actor) -> bool:
        return not self.roles or any(granted.role in self.roles for granted in actor.roles)


_DEPUTY: Final = frozenset({Role.DEPUTY})
_COORDINATOR: Final = frozenset({Role.COORDINATOR})
_MONITORING: Final = frozenset({Role.COORDINATOR, Role.ACTIVIST})

# What concerns a role comes first.
COMMANDS: Final = (
    Command(
        "inbox",
        marked("Appeals to the deputy"),
        marked("appeals to the deputy, by due date"),
        DEPUTY_SIDE,
    ),
    Command(
        "brief",
        marked("What the district asks"),
        marked("what the district asks: the week in figures"),
        DEPUTY_SIDE,
    ),
    Command(
        "search",
        marked("Search in the appeals"),
        marked("search in the appeals to the deputy"),
        DEPUTY_SIDE,
    ),
    Command(
        "templates",
        marked("Answer templates"),
        marked("texts to begin an answer with"),
        DEPUTY_SIDE,
    ),
    Command(
        "announce",
        marked("Announce a meeting or news"),
        marked("announce a meeting, a reception, a report, news"),
        DEPUTY_SIDE,
    ),
    Command(
        "mine",
        marked("What is recorded about us"),
        marked("what is recorded about the deputy, and to answer it"),
        DEPUTY_SIDE,
    ),
    Command(
        "assistants",
        marked("My assistants"),
        marked("my assistants: invite them, withdraw their role"),
        _DEPUTY,
    ),
    Command(
        "table",
        marked("Monitoring table"),
        marked("the monitoring table: what is missing about whom"),
        _COORDINATOR,
    ),
    Command(
        "review",
        marked("What waits for me"),
        marked("what waits for a coordinator"),
        _COORDINATOR,
    ),
    Command(
        "admin",
        marked("People and data"),
        marked("people, invitations, gaps in the data"),
        _COORDINATOR,
    ),
    Command(
        "log",
        marked("Record a fact"),
        marked("record a meeting, a request, a fact about a programme"),
        _MONITORING,
    ),
    Command(
        "report",
        marked("Monitoring report"),
        marked("the monitoring report as a file"),
        _MONITORING,
    ),
    Command("start", marked("Home"), None),
    Command("deputy", marked("Find a deputy"), marked("find a deputy: number, name or place")),
    Command("program", marked("Election programme"), marked("read an election programme")),
    Command(
        "meetings",
        marked("Meetings of a deputy"),
        marked("meetings of a deputy that are recorded and checked"),
    ),
    Command(
        "requests",
        marked("Deputy requests"),
        marked("deputy requests that are recorded and checked"),
    ),
    Command(
        "reception",
        marked("Visit a deputy"),
        marked("visits to a deputy: book, move, cancel"),
    ),
    Command("appeal", marked("Write an appeal"), marked("write an appeal")),
    Command("appeals", marked("My appeals"), marked("my appeals, their dates and answers")),
    Command("digest", marked("Weekly digest"), marked("when the weekly digest comes")),
    Command("following", marked("What I follow"), marked("deputies, promises and topics I follow")),
    Command("verify", None, marked("verify the receipt of a letter")),
    Command("calendar", None, marked("working days, and how long the terms are")),
    Command("language", marked("Тіл / Язык / Language"), marked("language")),
    Command("settings", marked("Settings"), marked("my district and settings")),
    Command("help", marked("Help"), None),
    Command("privacy", marked("Privacy"), marked("how personal data are handled")),
    Command("mydata", marked("What is kept about me"), marked("what is kept about me")),
    Command("forget", None, marked("erase what is kept about me")),
    Command(
        "cancel",
        marked("Leave what I am doing"),
        marked("leave what I am doing; a draft can be kept"),
    ),
)


def commands_of(actor: Actor) -> tuple[Command, ...]:
    return tuple(one for one in COMMANDS if one.is_for(actor))
