"""An appeal as its coordinator sees it."""

from markupsafe import Markup

from domain.appeals import AWAITING_ANSWER, State
from domain.life_cycle import FURTHER_STEPS, Action
from handlers.common.additions import additions, after_letter
from handlers.common.answer_desk import Step
from handlers.common.case_history import all_files, history, why_dates
from handlers.common.cases import (
    STATES,
    dates,
    days_left_words,
    letter,
    number,
    telegram_files,
)
from handlers.common.course_words import course
from handlers.common.links import OpenReview, OpenSteps, OpenWaiting
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from handlers.coordination import deciding_views
from handlers.coordination.callbacks import (
    PassOn,
    Record,
    ShowFiles,
    TextToPassOn,
    WhyDates,
)
from services.appeals.answers import AnswerDraft
from services.appeals.reading import Case, Row


def case(
    _: Texts, case: Case, draft: AnswerDraft | None = None, note: Markup | None = None
) -> Screen:
    """The letter, who must get it by when, and the next step."""
    return Screen(
        lines(
            note,
            number(case),
            Markup("<b>{}</b>").format(_(STATES[case.state])),
            _("To {name}", name=_.name(case.deputy.name)),
            "",
            letter(_, case),
            course(_, case),
            after_letter(_, case),
            "",
            dates(_, case),
            days_left_words(_, case.days_left),
            "",
            history(_, case),
            "",
            _what_to_do(_, case),
        ),
        rows=(*_actions(_, case, draft), home_row(_, back=OpenReview())),
    )


def passed_on(case: Case) -> bool:
    """A coordinator has passed it on outside the bot, so its answer comes by other ways too."""
    return any(event.action == Action.HAND_OVER for event in case.events)


def _what_to_do(_: Texts, case: Case) -> Markup | None:
    if case.state is State.UNDELIVERABLE:
        return lines(
            _("Please pass it on: by letter, e-Otinish or at a reception, and note it here."),
            _("If the deputy wants to work in this bot: an invitation is made under /admin."),
        )
    if case.state not in AWAITING_ANSWER:
        return None
    if passed_on(case) and case.state is not State.DISPUTED:
        return _("When the answer has come, write it down here; the voter gets it at once.")
    return _(
        "The deputy's side has been told and can answer again. Please read the letter, the answer "
        "and the reason, and decide."
    )


def _actions(_: Texts, case: Case, draft: AnswerDraft | None) -> Rows:
    rows: list[tuple[Button, ...]] = []
    if Action.HAND_OVER in case.able:
        rows.append((Button(_.label("I passed it on"), tap=PassOn(appeal_id=case.id)),))
    if Action.RECORD_ANSWER in case.able or (passed_on(case) and draft):
        label = _.label("Go on with the answer") if draft else _.label("Record the answer")
        rows.append((Button(label, tap=Record(appeal_id=case.id, step=Step.WRITE)),))
    rows += deciding_views.decisions(_, case)
    if Action.HAND_OVER in case.able or passed_on(case):
        rows.append((Button(_.label("Text to pass on"), tap=TextToPassOn(appeal_id=case.id)),))
    if case.able & FURTHER_STEPS:
        rows.append((Button(_.label("What else can be done"), tap=OpenSteps(appeal_id=case.id)),))
    files = len(all_files(case))
    if files:
        label = _.label_n("Show {n} file", "Show {n} files", files)
        rows.append((Button(label, tap=ShowFiles(appeal_id=case.id)),))
    if case.answer_by or case.handover:
        label = _.label("How were the dates computed?")
        rows.append((Button(label, tap=WhyDates(appeal_id=case.id)),))
    return tuple(rows)


def files(_: Texts, case: Case) -> Screen:
    return Screen(
        _("The files of {number}.", number=number(case)),
        files=all_files(case),
        rows=(home_row(_, back=OpenWaiting(appeal_id=case.id)),),
    )


def explanation(_: Texts, case: Case) -> Screen:
    return Screen(
        why_dates(_, case),
        rows=(home_row(_, back=OpenWaiting(appeal_id=case.id)),),
    )


def to_pass_on(_: Texts, case: Case) -> list[Screen]:
    """One message that can be forwarded as it is; what to do with it stands in another."""
    deputy = case.deputy
    forwarded = Screen(
        lines(
            _("<b>An appeal from a voter to {name}</b>", name=_.name(deputy.name)),
            _("{assembly}, district {district}", assembly=_.name(deputy.assembly),
              district=deputy.district)
            if deputy.district
            else _.name(deputy.assembly),
            _("Registered as {number} on {day}", number=number(case),
              day=_.date(case.registered_on)),
            "",
            letter(_, case),
            additions(_, case, by_author=True),
            "",
            _("Please name this number in the answer."),
        ),
        files=telegram_files(case.files),
        fresh=True,
    )  # fmt: skip
    note = Screen(
        _("The message above can be forwarded or copied as it is."),
        rows=(
            *(
                ((Button(_.label("I passed it on"), tap=PassOn(appeal_id=case.id)),),)
                if Action.HAND_OVER in case.able
                else ()
            ),
            home_row(_, back=OpenWaiting(appeal_id=case.id)),
        ),
        fresh=True,
    )
    return [forwarded, note]


def recorded(_: Texts, case: Case, next_row: Row | None) -> Screen:
    return Screen(
        _("The answer to {number} is on its way to the voter.", number=number(case)),
        rows=next_rows(_, next_row),
    )


def next_rows(_: Texts, next_row: Row | None) -> Rows:
    """The two most likely next steps."""
    following: Rows = ()
    if next_row is not None:
        label = _.label("Next: № {number}", number=next_row.number)
        following = ((Button(label, tap=OpenWaiting(appeal_id=next_row.id)),),)
    return (*following, (Button(_.label("What waits for me"), tap=OpenReview()),), home_row(_))
