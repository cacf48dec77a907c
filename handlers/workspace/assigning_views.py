"""Who works on an appeal, and how colleagues call each other."""

from handlers.common.cases import number
from handlers.common.links import OpenCase, OpenInbox
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts
from handlers.workspace.callbacks import CallMe, GiveTo
from handlers.workspace.words import called
from services.appeals.reading import Case
from services.desk.colleagues import NAME_LIMIT, Colleague

SHOWN = 6  # rows of colleagues that leave room for the rest


def choose(_: Texts, case: Case, everybody: tuple[Colleague, ...]) -> Screen:
    """Who shall work on it. Alone: how to bring a colleague in."""
    others = everybody[1:]
    rows = tuple(
        (
            Button(
                _.label("Me") if one.is_me else called(_, one),
                tap=GiveTo(appeal_id=case.id, user_id=one.user_id),
                choice=index,
            ),
        )
        for index, one in enumerate(everybody[:SHOWN], start=1)
    )
    return Screen(
        lines(
            number(case),
            _("<b>Who works on it?</b>"),
            None
            if others
            else _("You are alone here. The deputy invites assistants with /assistants."),
            _("Colleagues see you as {name}.", name=called(_, everybody[0])),
        ),
        rows=(
            *rows,
            (Button(_.label("My name for colleagues"), tap=_call_me(case.deputy.mandate_id)),),
            home_row(_, back=OpenCase(appeal_id=case.id)),
        ),
    )


def _call_me(mandate_id: int) -> CallMe:
    return CallMe(mandate_id=mandate_id)


def ask_name(_: Texts, me: Colleague | None) -> Screen:
    return Screen(
        lines(
            _("<b>How shall colleagues call you?</b>"),
            _("Colleagues see you as {name}.", name=called(_, me)) if me else None,
            _(
                "Please type a short name, up to {limit} characters. Only the deputy and the "
                "assistants see it, voters never do.",
                limit=NAME_LIMIT,
            ),
        ),
        rows=(home_row(_, back=OpenInbox()),),
    )


def named(_: Texts, name: str) -> Screen:
    return Screen(
        _("Colleagues now see you as <b>{name}</b>.", name=name),
        rows=((Button(_.label("Appeals to the deputy"), tap=OpenInbox()),), home_row(_)),
    )
