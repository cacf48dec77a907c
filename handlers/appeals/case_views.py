"""Screens of a registered appeal, as its author sees it."""

from collections.abc import Iterator

from markupsafe import Markup

from domain.appeals import OPEN, Closing, Visibility
from domain.life_cycle import Action
from handlers.appeals import next_views, survey_views
from handlers.appeals.callbacks import (
    History,
    Reopen,
    ShowLetter,
    WhoReads,
    WhyDates,
    Withdraw,
    WriteAgain,
)
from handlers.common import case_history
from handlers.common.case_steps import about_promise
from handlers.common.cases import (
    STATES,
    dates,
    days_left_words,
    number,
    state_dates,
    subject,
)
from handlers.common.course_words import course
from handlers.common.links import MyAppeals, OpenAppeal, OpenReceipt, ReplyToQuestion, ToEOtinish
from handlers.common.navigation import home_row, in_pairs
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from services.appeals.reading import Case


def case(_: Texts, case: Case, note: Markup | None = None) -> Screen:
    """Number, who has it, the dates, what happens next, what I can do now."""
    return Screen(
        lines(
            lines(note, "") if note else None,
            number(case),
            Markup("<b>{}</b>").format(_(STATES[case.state])),
            _("To {name}. {subject}", name=_.name(case.deputy.name), subject=subject(_, case)),
            "",
            dates(_, case),
            state_dates(_, case),
            days_left_words(_, case.days_left),
            course(_, case),
            "",
            next_views.who_has_it(_, case),
            next_views.next_step(_, case),
            next_views.can_do(_, case),
        ),
        rows=(*_actions(_, case), home_row(_, back=MyAppeals())),
    )


def _actions(_: Texts, case: Case) -> Rows:
    """What moves the case on stands first."""
    rows: list[tuple[Button, ...]] = []
    if Action.CONFIRM in case.able:
        rows += survey_views.rows(_, case.id)
    if Action.REPLY in case.able:
        rows.append((Button(_.label("Reply"), tap=ReplyToQuestion(appeal_id=case.id)),))
    if Action.WRITE_AGAIN in case.able:
        rows.append((Button(_.label("Write a second letter"), tap=WriteAgain(appeal_id=case.id)),))
    if Action.REOPEN in case.able:
        rows.append((Button(_.label("Open the letter again"), tap=Reopen(appeal_id=case.id)),))
    if case.closed_as is Closing.NOT_DELIVERABLE:
        rows.append((Button("e-Otinish", url=next_views.E_OTINISH),))
    letter_label = _.label("Letter and answer") if case.answers else _.label("My letter")
    rows.append(
        (
            Button(letter_label, tap=ShowLetter(appeal_id=case.id)),
            Button(_.label("What happened"), tap=History(appeal_id=case.id)),
        )
    )
    copy = Button(_.label("Copy the number"), copy=f"№ {case.number}")
    why = Button(_.label("Why these dates?"), tap=WhyDates(appeal_id=case.id))
    rows.append((why, copy) if case.answer_by or case.handover else (copy,))
    rows.append(
        (
            Button(_.label("Receipt"), tap=OpenReceipt(appeal_id=case.id)),
            Button(_.label("To e-Otinish too"), tap=ToEOtinish(appeal_id=case.id)),
        )
    )
    return (*rows, *in_pairs(list(_last(_, case))))


def _last(_: Texts, case: Case) -> Iterator[Button]:
    if case.has_promises:
        yield about_promise(_, case)
    if case.state in OPEN or case.visibility is not Visibility.PRIVATE:
        yield Button(_.label("Who may read it"), tap=WhoReads(appeal_id=case.id))
    if Action.WITHDRAW in case.able:
        yield Button(_.label("Withdraw"), tap=Withdraw(appeal_id=case.id))


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
