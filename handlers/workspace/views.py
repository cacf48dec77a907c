"""An appeal as the deputy's side sees it."""

from datetime import date

from markupsafe import Markup

from domain.appeals import IN_INBOX
from domain.life_cycle import FURTHER_STEPS, Action
from handlers.common.additions import after_letter
from handlers.common.answer_desk import Step
from handlers.common.case_history import all_files, history, why_dates
from handlers.common.cases import (
    STATES,
    dates,
    days_left_words,
    letter,
    number,
    subject,
)
from handlers.common.course_words import course
from handlers.common.links import OpenCase, OpenInbox, OpenSteps
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from handlers.workspace.callbacks import (
    Answer,
    ChooseColleague,
    OpenNotes,
    ShowFiles,
    TakeIntoWork,
    TakeIt,
    WhyDates,
)
from handlers.workspace.words import called
from services.appeals.answers import AnswerDraft
from services.appeals.reading import Case, Row
from services.desk.side import Side


def case(
    _: Texts,
    case: Case,
    side: Side,
    draft: AnswerDraft | None,
    today: date,
    note: Markup | None = None,
) -> Screen:
    """The letter exactly as it was written, its dates, its history, what can be done now."""
    return Screen(
        lines(
            note,
            number(case),
            Markup("<b>{}</b>").format(_(STATES[case.state])),
            _("To {name}", name=_.name(case.deputy.name)),
            _("In charge: {name}", name=called(_, side.in_charge)) if side.in_charge else None,
            *(_("Is answering just now: {name}", name=called(_, one.by)) for one in side.writing),
            "",
            letter(_, case),
            course(_, case),
            after_letter(_, case),
            "",
            dates(_, case),
            days_left_words(_, case.days_left),
            mandate_ended(_, case, today),
            "",
            history(_, case),
        ),
        rows=(*_actions(_, case, side, draft), home_row(_, back=OpenInbox())),
    )


def mandate_ended(_: Texts, case: Case, today: date) -> Markup | None:
    ends = case.deputy.ends_on
    if ends is None or not case.deputy.ended(today):
        return None
    return _("The mandate ended on {day}: an answer is voluntary.", day=_.short_date(ends))


def _actions(_: Texts, case: Case, side: Side, draft: AnswerDraft | None) -> Rows:
    rows: list[tuple[Button, ...]] = []
    if Action.ACKNOWLEDGE in case.able:
        rows.append((Button(_.label("Take into work"), tap=TakeIntoWork(appeal_id=case.id)),))
    if case.state in IN_INBOX:
        rows.append(_people(_, case, side))
    if Action.ANSWER in case.able or draft is not None:
        label = _.label("Go on with the answer") if draft else _.label("Answer")
        rows.append((Button(label, tap=Answer(appeal_id=case.id, step=Step.WRITE)),))
    rows.append(_papers(_, case, side))
    if case.able & FURTHER_STEPS:
        rows.append((Button(_.label("What else can be done"), tap=OpenSteps(appeal_id=case.id)),))
    if case.answer_by is not None:
        rows.append(
            (Button(_.label("How were the dates computed?"), tap=WhyDates(appeal_id=case.id)),)
        )
    return tuple(rows)


def _people(_: Texts, case: Case, side: Side) -> tuple[Button, ...]:
    give = Button(_.label("Give to a colleague"), tap=ChooseColleague(appeal_id=case.id))
    if side.in_charge is not None and side.in_charge.is_me:
        return (give,)
    return (Button(_.label("I take it"), tap=TakeIt(appeal_id=case.id)), give)


def _papers(_: Texts, case: Case, side: Side) -> tuple[Button, ...]:
    label = _.label("Notes ({n})", n=side.notes) if side.notes else _.label("Notes")
    notes = Button(label, tap=OpenNotes(appeal_id=case.id))
    count = len(all_files(case))
    if not count:
        return (notes,)
    show = _.label_n("Show {n} file", "Show {n} files", count)
    return (Button(show, tap=ShowFiles(appeal_id=case.id)), notes)


def files(_: Texts, case: Case) -> Screen:
    return Screen(
        _("The files of {number}.", number=number(case)),
        files=all_files(case),
        rows=(home_row(_, back=OpenCase(appeal_id=case.id)),),
    )


def explanation(_: Texts, case: Case) -> Screen:
    return Screen(
        why_dates(_, case),
        rows=(home_row(_, back=OpenCase(appeal_id=case.id)),),
    )


def sent(_: Texts, case: Case, next_row: Row | None) -> Screen:
    """The next urgent one follows by itself."""
    following: Rows = ()
    if next_row is not None:
        label = _.label("Next: № {number}", number=next_row.number)
        following = ((Button(label, tap=OpenCase(appeal_id=next_row.id)),),)
    return Screen(
        lines(
            _("The answer to {number} is on its way to the voter.", number=number(case)),
            _("You will be told what the voter says to it."),
            _next_words(_, next_row),
        ),
        rows=(
            *following,
            (Button(_.label("Appeals to the deputy"), tap=OpenInbox()),),
            home_row(_),
        ),
    )


def _next_words(_: Texts, row: Row | None) -> Markup:
    if row is None:
        return _("Nothing else waits for an answer.")
    about = (number(row), row.place, subject(_, row), days_left_words(_, row.days_left))
    return lines(
        "",
        _("<b>The next urgent one</b>"),
        Markup(" · ").join(part for part in about if part),
    )
