"""Screens of a registered appeal, as its author sees it."""

from collections.abc import Callable

from markupsafe import Markup

from domain.appeals import IN_INBOX, State
from domain.life_cycle import Action, allowed
from domain.roles import Role
from handlers.appeals import survey_views
from handlers.appeals.callbacks import (
    History,
    ShowLetter,
    WhyDates,
    Withdraw,
)
from handlers.common import case_history
from handlers.common.cases import (
    STATES,
    dates,
    days_left_words,
    number,
    subject,
)
from handlers.common.course_words import course
from handlers.common.links import MyAppeals, OpenAppeal, ReplyToQuestion
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from services.appeals.reading import Case


def case(_: Texts, case: Case) -> Screen:
    """Number, who has it, the dates, what happens next, what I can do now."""
    return Screen(
        lines(
            number(case),
            Markup("<b>{}</b>").format(_(STATES[case.state])),
            _("To {name}. {subject}", name=_.name(case.deputy.name), subject=subject(_, case)),
            "",
            dates(_, case),
            days_left_words(_, case.days_left),
            course(_, case),
            "",
            next_step(_, case),
        ),
        rows=(*_actions(_, case), home_row(_, back=MyAppeals())),
    )


def _actions(_: Texts, case: Case) -> Rows:
    rows: list[tuple[Button, ...]] = []
    able = allowed(case.state, Role.VOTER)
    if Action.CONFIRM in able:
        rows += survey_views.rows(_, case.id)
    if Action.REPLY in able:
        rows.append((Button(_.label("Reply"), tap=ReplyToQuestion(appeal_id=case.id)),))
    letter_label = _.label("Letter and answer") if case.answers else _.label("My letter")
    rows.append(
        (
            Button(letter_label, tap=ShowLetter(appeal_id=case.id)),
            Button(_.label("What happened"), tap=History(appeal_id=case.id)),
        )
    )
    if case.answer_by or case.handover:
        rows.append((Button(_.label("Why these dates?"), tap=WhyDates(appeal_id=case.id)),))
    rows.append((Button(_.label("Copy the number"), copy=f"№ {case.number}"),))
    if Action.WITHDRAW in able:
        rows.append((Button(_.label("Withdraw"), tap=Withdraw(appeal_id=case.id)),))
    return tuple(rows)


_WITH_THE_SIDE = IN_INBOX - {State.REGISTERED}


def _deserted(case: Case) -> bool:
    """It was delivered here, and nobody of the deputy's side is left here."""
    elsewhere = any(event.action == Action.HAND_OVER for event in case.events)
    return case.state in _WITH_THE_SIDE and not case.has_workspace and not elsewhere


def next_step(_: Texts, case: Case) -> Markup:
    """Who has it and what happens next, honestly."""
    if _deserted(case):
        return _(
            "Nobody of the deputy's side works in this bot at the moment. The coordinators know "
            "and look for somebody; the letter is not lost."
        )
    steps: dict[State, Callable[[], Markup]] = {
        State.REGISTERED: lambda: _("It is on its way to the deputy's side."),
        State.UNDELIVERABLE: lambda: _(
            "The deputy has not joined this bot. A coordinator will pass the letter on by other "
            "ways and you will be told how and when."
        ),
        State.DELIVERED: lambda: _(
            "The deputy's side has it. Next: they take it into work or answer."
        ),
        State.ACKNOWLEDGED: lambda: _("The deputy's side works on it. Next: the answer."),
        State.ANSWERED: lambda: _("There is an answer. Please say whether it solved the matter."),
        State.CONFIRMED: lambda: _("You said that it is solved. Thank you."),
        State.PARTLY: lambda: _("You said that it is partly solved. Thank you."),
        State.DISPUTED: lambda: _(
            "You said that it is not solved. The deputy's side and a coordinator have been told."
        ),
        State.WITHDRAWN: lambda: _("You have withdrawn it. Nobody will work on it any more."),
        State.IN_WORK: lambda: _("The deputy's side works on it. Next: the answer."),
        State.CLARIFICATION: lambda: _("You have been asked something. Next: your reply."),
        State.REDIRECTED: lambda: _("It was passed on to the competent body."),
        State.MERGED: lambda: _("It is answered together with another letter about the same."),
        State.CLOSED: lambda: _("It is closed."),
        State.ANONYMISED: lambda: _("It is closed; the text was removed."),
    }
    return steps[case.state]()


def why_dates(_: Texts, case: Case) -> Screen:
    """How each date was computed."""
    return Screen(
        case_history.why_dates(_, case), rows=(home_row(_, back=OpenAppeal(appeal_id=case.id)),)
    )


def ask_withdraw(_: Texts, case: Case) -> Screen:
    return Screen(
        lines(
            number(case),
            _("Withdraw this letter? The number stays, but nobody will answer any more."),
        ),
        rows=(
            (Button(_.label("Yes, withdraw"), tap=Withdraw(appeal_id=case.id, sure=True)),),
            home_row(_, back=OpenAppeal(appeal_id=case.id)),
        ),
    )
