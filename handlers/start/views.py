"""Home and help."""

from dataclasses import replace

from markupsafe import Markup

from domain.roles import DEPUTY_SIDE, Actor, Role
from handlers.common.commands import commands_of
from handlers.common.fact_links import OpenLog
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


def after_dead_link(_: Texts, home: Screen) -> Screen:
    """Garbled on its way, or of a time that is over; what can be done follows."""
    return replace(
        home,
        text=lines(
            _("This link leads nowhere here. Perhaps a part of it is missing."), "", home.text
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
    if actor.is_recorder:
        rows += ((Button(_.label("Record a fact"), tap=OpenLog()),),)
    return rows


def help_screen(_: Texts, actor: Actor) -> Screen:
    """What can be typed. Commands of roles only for those who hold them."""
    return Screen(
        lines(
            _("<b>What I can do</b>"),
            *(
                Markup("/{} – {}").format(one.name, _(one.help))
                for one in commands_of(actor)
                if one.help
            ),
            "",
            _(
                "Any other text is a search: a place, a name, a district number. "
                "Instead of tapping a button you can type its words or its number."
            ),
        ),
        rows=(home_row(_),),
    )
