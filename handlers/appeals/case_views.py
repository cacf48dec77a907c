"""Screens of a registered appeal, as its author sees it."""

from collections.abc import Callable

from markupsafe import Markup

from domain.appeals import Outcome, State
from domain.life_cycle import Action, allowed
from domain.roles import Role
from handlers.appeals.callbacks import (
    History,
    NotSolved,
    Preview,
    ShowLetter,
    Solved,
    WhyDates,
    Withdraw,
)
from handlers.common import case_history
from handlers.common.cases import (
    OUTCOMES,
    STATES,
    WAYS,
    dates,
    days_left_words,
    letter,
    number,
    subject,
    telegram_files,
)
from handlers.common.links import FindDeputy, MyAppeals, OpenAppeal, WriteAppeal
from handlers.common.navigation import home_row, pager
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from services.appeals.drafts import Draft
from services.appeals.reading import AnswerView, Case, Event, Page


def mine(_: Texts, page: Page, draft: Draft | None) -> Screen:
    """My appeals, the newest first; a letter that is not sent stands above."""
    if not page.total and draft is None:
        return Screen(
            _("You have not written to a deputy yet."),
            rows=(
                (Button(_.label("Write to a deputy"), tap=WriteAppeal()),),
                (Button(_.label("Find my deputy"), tap=FindDeputy()),),
                home_row(_),
            ),
        )
    listed: list[Markup] = []
    rows: list[tuple[Button, ...]] = []
    for index, row in enumerate(page.rows, start=1):
        listed += [
            Markup("{}. {} {}").format(index, number(row), _(STATES[row.state])),
            Markup("{}. {}").format(_.name(row.deputy_name), subject(_, row)),
            days_left_words(_, row.days_left) or Markup(),
        ]
        rows.append((_choice(_, index, row.id, row.number),))
    return Screen(
        lines(_("<b>My appeals</b>"), *(line for line in listed if line)),
        rows=(*_draft_row(_, draft), *rows, *pager(_, page.page, page.total, _turn), home_row(_)),
    )


def _turn(page: int) -> MyAppeals:
    return MyAppeals(page=page)


def _choice(_: Texts, index: int, appeal_id: int, shown: str) -> Button:
    label = f"{index}. № {shown}"
    return Button(label, tap=OpenAppeal(appeal_id=appeal_id), choice=index)


def _draft_row(_: Texts, draft: Draft | None) -> Rows:
    if draft is None:
        return ()
    label = _.label("Not sent yet: to {name}", name=_.name(draft.deputy.name))
    return ((Button(label, tap=Preview(draft_id=draft.id)),),)


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
            "",
            next_step(_, case),
        ),
        rows=(*_actions(_, case), home_row(_, back=MyAppeals())),
    )


def _actions(_: Texts, case: Case) -> Rows:
    rows: list[tuple[Button, ...]] = []
    able = allowed(case.state, Role.VOTER)
    if Action.CONFIRM in able:
        rows += survey_rows(_, case.id)
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


def survey_rows(_: Texts, appeal_id: int) -> list[tuple[Button, ...]]:
    """Was it solved? One tap."""
    return [
        (
            Button(_.label("Solved"), tap=Solved(appeal_id=appeal_id)),
            Button(_.label("Partly"), tap=Solved(appeal_id=appeal_id, partly=True)),
        ),
        (Button(_.label("Not solved"), tap=NotSolved(appeal_id=appeal_id)),),
    ]


def next_step(_: Texts, case: Case) -> Markup:
    """Who has it and what happens next, honestly."""
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


def history(_: Texts, case: Case) -> Screen:
    """The time line, in plain words."""
    return Screen(
        lines(
            number(case),
            *(lines("", Markup("<b>{}</b>").format(_.moment(event.at)), event_words(_, event))
              for event in case.events),
        ),
        rows=(home_row(_, back=OpenAppeal(appeal_id=case.id)),),
    )  # fmt: skip


def event_words(_: Texts, event: Event) -> Markup:
    """One event for the author."""
    words: dict[str, Callable[[], Markup]] = {
        Action.SEND: lambda: _("You sent it; it was registered."),
        Action.FAIL_DELIVERY: lambda: _("The deputy is not reached here; a coordinator was asked."),
        Action.DELIVER: lambda: _("The deputy's side received it."),
        Action.HAND_OVER: lambda: _handed_over(_, event),
        Action.ACKNOWLEDGE: lambda: _("The deputy's side took it into work."),
        Action.ANSWER: lambda: _answered(_, event),
        Action.RECORD_ANSWER: lambda: _answered(_, event),
        Action.CONFIRM: lambda: _("You said: solved."),
        Action.CONFIRM_PARTLY: lambda: _("You said: partly solved."),
        Action.DISPUTE: lambda: _("You said: not solved."),
        Action.WITHDRAW: lambda: _("You withdrew it."),
    }
    found = words.get(event.action)
    return found() if found else _(STATES[event.state])


def _handed_over(_: Texts, event: Event) -> Markup:
    ways = {str(way): words for way, words in WAYS.items()}
    way = ways[event.data["way"]]
    return _("A coordinator passed it on. How: {way}.", way=_.label(way))


def _answered(_: Texts, event: Event) -> Markup:
    outcome = Outcome(event.data["outcome"])
    return _("An answer came. Outcome: {outcome}.", outcome=_.label(OUTCOMES[outcome]))


def in_full(_: Texts, case: Case) -> Screen:
    """The letter with its files; answers follow as their own screens."""
    return Screen(
        lines(number(case), letter(_, case)),
        files=telegram_files(case.files),
        fresh=True,
        rows=() if case.answers else (home_row(_, back=OpenAppeal(appeal_id=case.id)),),
    )


def answer(_: Texts, case: Case, found: AnswerView, rows: Rows) -> Screen:
    """An answer as the author gets it."""
    return Screen(
        case_history.answer_letter(_, case, found),
        files=telegram_files(found.files),
        fresh=True,
        rows=rows,
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


def ask_why_not(_: Texts, case: Case) -> Screen:
    """A dispute needs a reason in words."""
    return Screen(
        lines(
            number(case),
            _("What is still not solved? Please write it in one message; "
              "the deputy's side and a coordinator will read it."),
        ),
        rows=(home_row(_, back=OpenAppeal(appeal_id=case.id)),),
    )  # fmt: skip
