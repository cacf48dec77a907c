"""Home and help."""

from markupsafe import Markup

from domain.roles import DEPUTY_SIDE, Actor, Role
from handlers.common.links import (
    ChooseLanguage,
    FindDeputy,
    MyAppeals,
    OpenInbox,
    OpenReview,
    WriteAppeal,
)
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from services.appeals.drafts import Draft


def home(_: Texts, actor: Actor, operator: str, draft: Draft | None) -> Screen:
    """What this is, who runs it, the most likely next steps; what was begun comes first."""
    who = (
        _("{operator} runs it. It is not a state service.", operator=operator)
        if operator
        else _("It is not a state service.")
    )
    return Screen(
        lines(
            _("<b>Here voters and deputies write to each other.</b>"),
            _(
                "Find the deputy of your district, read the election programme, "
                "send an appeal and know by which date the answer is due."
            ),
            who,
            "",
            _("Just type a place, a name or a district number."),
        ),
        rows=(
            *_draft_row(_, draft),
            *_work_rows(_, actor),
            (Button(_.label("Find my deputy"), tap=FindDeputy()),),
            *(((Button(_.label("Write to a deputy"), tap=WriteAppeal()),),) if not draft else ()),
            (Button(_.label("My appeals"), tap=MyAppeals()),),
            (Button("Тіл / Язык / Language", tap=ChooseLanguage()),),
        ),
    )


def _draft_row(_: Texts, draft: Draft | None) -> Rows:
    """One letter at a time: while it is not sent, writing means going on with it."""
    if draft is None:
        return ()
    label = _.label("Continue my letter: {name}", name=_.name(draft.deputy.name))
    return ((Button(label, tap=WriteAppeal()),),)


def _work_rows(_: Texts, actor: Actor) -> Rows:
    rows: Rows = ()
    if any(granted.role in DEPUTY_SIDE for granted in actor.roles):
        rows += ((Button(_.label("Appeals to the deputy"), tap=OpenInbox()),),)
    if actor.has(Role.COORDINATOR):
        rows += ((Button(_.label("What waits for me"), tap=OpenReview()),),)
    return rows


def _role_commands(_: Texts, actor: Actor) -> list[tuple[str, Markup]]:
    commands: list[tuple[str, Markup]] = []
    if any(granted.role in DEPUTY_SIDE for granted in actor.roles):
        commands.append(("/inbox", _("appeals to the deputy, by due date")))
        commands.append(("/brief", _("what the district asks: the week in figures")))
        commands.append(("/search", _("search in the appeals to the deputy")))
        commands.append(("/templates", _("texts to begin an answer with")))
    if actor.has(Role.DEPUTY):
        commands.append(("/assistants", _("my assistants: invite them, withdraw their role")))
    if actor.has(Role.COORDINATOR):
        commands.append(("/review", _("what waits for a coordinator")))
        commands.append(("/admin", _("people, invitations, gaps in the data")))
    return commands


def help_screen(_: Texts, actor: Actor) -> Screen:
    """What can be typed. Commands of roles only for those who hold them."""
    commands = [
        ("/deputy", _("find a deputy: number, name or place")),
        ("/program", _("read an election programme")),
        ("/appeal", _("write an appeal")),
        ("/appeals", _("my appeals, their dates and answers")),
        ("/verify", _("verify the receipt of a letter")),
        ("/calendar", _("working days, and how long the terms are")),
        ("/language", _("language")),
        ("/settings", _("my district and settings")),
        ("/privacy", _("how personal data are handled")),
        ("/mydata", _("what is kept about me")),
        ("/forget", _("erase what is kept about me")),
        ("/cancel", _("leave what I am doing; a draft can be kept")),
    ]
    return Screen(
        lines(
            _("<b>What I can do</b>"),
            *(
                Markup("{} – {}").format(name, what)
                for name, what in (*_role_commands(_, actor), *commands)
            ),
            "",
            _(
                "Any other text is a search: a place, a name, a district number. "
                "Instead of tapping a button you can type its words or its number."
            ),
        ),
        rows=(home_row(_),),
    )
