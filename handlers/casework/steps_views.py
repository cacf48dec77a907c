"""The screen of further steps, and what all of them share."""

from domain.life_cycle import Action, possible
from domain.roles import Role
from handlers.casework.callbacks import AskAuthor, Extend, Merge, Redirect
from handlers.casework.viewing import card
from handlers.common.case_steps import about_promise
from handlers.common.cases import STATES, number
from handlers.common.links import OpenCase, OpenInbox, OpenSteps
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from services.appeals.reading import Case


def steps(_: Texts, case: Case, role: Role) -> Screen:
    """What can be done now; each step asks before anything happens."""
    rows = _rows(_, case)
    promise: Rows = ((about_promise(_, case),),) if case.has_promises else ()
    return Screen(
        lines(
            number(case),
            _("<b>What else can be done</b>"),
            _("The voter is told of each of these steps; a tie to a promise stands in the history.")
            if rows and promise
            else _("The voter is told of each of these steps.")
            if rows
            else _(
                "Nothing more can be done now. It stands: {state}.", state=_(STATES[case.state])
            ),
            _("More time for the answer is taken by the deputy alone.")
            if _by_deputy(case, role)
            else None,
        ),
        rows=(*rows, *promise, home_row(_, back=card(role, case))),
    )


def _by_deputy(case: Case, role: Role) -> bool:
    return role is Role.ASSISTANT and Action.EXTEND in possible(case.state, Role.DEPUTY)


def _rows(_: Texts, case: Case) -> Rows:
    ident = case.id
    steps = (
        (Action.ASK, Button(_.label("Ask the author a question"), tap=AskAuthor(appeal_id=ident))),
        (Action.REDIRECT, Button(_.label("Redirect it"), tap=Redirect(appeal_id=ident))),
        (Action.EXTEND, Button(_.label("More time for the answer"), tap=Extend(appeal_id=ident))),
        (Action.MERGE, Button(_.label("Merge with another appeal"), tap=Merge(appeal_id=ident))),
    )
    return tuple((button,) for action, button in steps if action in case.able)


def back_to_steps(_: Texts, case: Case) -> tuple[Button, ...]:
    return home_row(_, back=OpenSteps(appeal_id=case.id))


def left(_: Texts, appeal_id: int) -> Screen:
    """After /cancel."""
    return Screen(
        _("Nothing was done; the appeal stays as it was."),
        rows=(home_row(_, back=OpenSteps(appeal_id=appeal_id)),),
    )


def onward(_: Texts, case: Case, role: Role) -> Rows:
    """The two most likely next steps after one is done."""
    if role is Role.COORDINATOR:
        return ((Button(_.label("Open the appeal"), tap=card(role, case)),), home_row(_))
    return (
        (Button(_.label("Open the appeal"), tap=OpenCase(appeal_id=case.id)),),
        (Button(_.label("Appeals to the deputy"), tap=OpenInbox()),),
        home_row(_),
    )
