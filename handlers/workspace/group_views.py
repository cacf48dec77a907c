"""What a workspace's group reads: the card of a case, its news, and how to begin and to end."""

from dataclasses import replace

from markupsafe import Markup

from domain.appeals import IN_INBOX
from domain.discreet import without_name
from domain.life_cycle import Action
from handlers.common.case_history import step
from handlers.common.cases import STATES, dates, days_left_words, letter, number, subject
from handlers.common.deep_links import CASE_LINK
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from handlers.workspace.callbacks import GroupAct, GroupNames, GroupTap
from handlers.workspace.words import called
from services.appeals.reading import Case
from services.appeals.record import Event
from services.desk.assigning import ASSIGN
from services.desk.groups import Group
from services.desk.interim import INTERIM
from services.desk.side import Side
from services.directory import Deputy


def card(_: Texts, case: Case, side: Side, group: Group) -> Screen:
    """The letter and where it stands; who signed it only where the group wants to see that."""
    return Screen(
        lines(
            number(case),
            Markup("<b>{}</b>").format(_(STATES[case.state])),
            _in_charge(_, side),
            "",
            _letter(_, case, group),
            "",
            dates(_, case),
            days_left_words(_, case.days_left),
        ),
        rows=_actions(_, case, side),
    )


def _letter(_: Texts, case: Case, group: Group) -> Markup:
    if group.with_names:
        return letter(_, case)
    shown = without_name(case.text, case.sender_name)
    return letter(_, replace(case, text=shown, sender_name=None), signed=False)


def _in_charge(_: Texts, side: Side) -> Markup | None:
    return _("In charge: {name}", name=called(_, side.in_charge)) if side.in_charge else None


def _actions(_: Texts, case: Case, side: Side) -> Rows:
    taps: list[Button] = []
    if Action.ACKNOWLEDGE in case.able:
        taps.append(_tap(_.label("Take into work"), case, GroupAct.ACKNOWLEDGE))
    if case.state in IN_INBOX and side.in_charge is None:
        taps.append(_tap(_.label("I take it"), case, GroupAct.TAKE))
    link = Button(_.label("Open and answer, one to one"), url=_.link(CASE_LINK, case.id))
    return (tuple(taps), (link,)) if taps else ((link,),)


def _tap(label: str, case: Case, act: GroupAct) -> Button:
    return Button(label, tap=GroupTap(appeal_id=case.id, act=act))


def news(_: Texts, case: Case, side: Side, event: Event) -> Screen | None:
    """One event; None for what the group need not know."""
    words = _special(_, side, event) or step(_, event)
    if words is None:
        return None
    return Screen(
        lines(words, number(case), subject(_, case), days_left_words(_, case.days_left)),
        rows=_actions(_, case, side),
    )


def _special(_: Texts, side: Side, event: Event) -> Markup | None:
    if event.action == ASSIGN:
        return _in_charge(_, side)
    if event.action == INTERIM:
        return _("A word on the way was sent to the voter. The clock runs on.")
    return None


def connected(_: Texts, group: Group, deputy: Deputy) -> Screen:
    show = (
        _.label("Hide the names of authors")
        if group.with_names
        else _.label("Show the names of authors")
    )
    return Screen(
        lines(
            _("<b>This group now gets the appeals to {name}.</b>", name=_.name(deputy.name)),
            _("Each new one gets a topic of its own, and what happens to it is told there."),
            _(
                "Everybody in this group reads them: keep only the deputy and the assistants here. "
                "Buttons work for them alone."
            ),
            _("Whoever leaves the workspace has to be removed from this group by hand."),
            _("The names of authors are shown.")
            if group.with_names
            else _("The names of authors are hidden."),
            _("Files come as they were sent: a document may name its author."),
            _(
                "For topics, turn them on in the group and make me an administrator who may manage "
                "them. /disconnect ends it."
            ),
        ),
        rows=((Button(show, tap=GroupNames(shown=not group.with_names)),),),
    )


def disconnected(_: Texts, deputy: Deputy) -> Screen:
    return Screen(
        _("This group gets no more appeals to {name}. What stands here stays.",
          name=_.name(deputy.name))
    )  # fmt: skip
