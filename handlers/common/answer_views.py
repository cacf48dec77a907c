"""Screens of writing an answer: the deputy's side writes it, a coordinator writes it down."""

from datetime import datetime

from markupsafe import Markup

from handlers.common.answer_desk import Desk, Step
from handlers.common.case_history import answer_letter
from handlers.common.cases import OUTCOMES, STATES, number, telegram_files
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from services.appeals.answers import ANSWER_LIMIT, AnswerDraft
from services.appeals.files import FILE_LIMIT
from services.appeals.reading import AnswerView, Case


def writing(
    _: Texts, desk: Desk, case: Case, draft: AnswerDraft, note: Markup | None = None
) -> Screen:
    """What can be sent, or how much has come so far."""
    return Screen(
        lines(
            note,
            _(desk.heading, number=number(case)),
            *(_so_far(_, draft) if draft.begun else _invitation(_, desk)),
        ),
        rows=(
            *(_go_on(_, desk, draft) if draft.begun else ()),
            *desk.beginnings(_, draft.appeal_id),
            home_row(_, back=desk.case(draft.appeal_id)),
        ),
    )


def file_wanted(_: Texts) -> Markup:
    return _("Please add the document with which it came, or a photo of it; the voter gets it too.")


def _invitation(_: Texts, desk: Desk) -> tuple[Markup, ...]:
    return (
        _(desk.hint),
        _(
            "One message or several, up to {limit} characters; "
            "photos and documents, up to {files}.",
            limit=_.number(ANSWER_LIMIT),
            files=FILE_LIMIT,
        ),
    )


def _so_far(_: Texts, draft: AnswerDraft) -> tuple[object, ...]:
    size = len(draft.text)
    return (
        _.n(
            "So far: {size} character of text.",
            "So far: {size} characters of text.",
            size,
            size=_.number(size),
        )
        if draft.text
        else None,
        _.n("{n} file is attached.", "{n} files are attached.", len(draft.files))
        if draft.files
        else None,
        _("More can follow. A message that you edit replaces its part."),
    )


def _go_on(_: Texts, desk: Desk, draft: AnswerDraft) -> Rows:
    look = Step.PREVIEW if draft.outcome else Step.OUTCOME
    label = _.label("Look at it") if draft.outcome else _.label("Choose the outcome")
    return (
        (Button(label, tap=desk.to(look, draft.appeal_id)),),
        (Button(_.label("Start over"), tap=desk.to(Step.OVER, draft.appeal_id)),),
    )


def outcomes(_: Texts, desk: Desk, case: Case) -> Screen:
    return Screen(
        lines(
            number(case),
            _("<b>How does it end for the voter?</b>"),
            _("The voter sees it above the answer."),
        ),
        rows=(
            *(
                (
                    Button(
                        _.label(words),
                        tap=desk.pick(case.id, outcome),
                        choice=index,
                    ),
                )
                for index, (outcome, words) in enumerate(OUTCOMES.items(), start=1)
            ),
            *desk.other_ends(_, case.id),
            home_row(_, back=desk.to(Step.WRITE, case.id)),
        ),
    )


def preview(_: Texts, desk: Desk, case: Case, draft: AnswerDraft, now: datetime) -> Screen:
    """Exactly what the voter will get, files included."""
    shown = AnswerView(draft.text, draft.files, draft.outcome, "", now)
    return Screen(
        lines(
            _("This is how the voter will see it:"),
            "",
            answer_letter(_, case, shown),
            *_also_to(_, case.course.supporters),
        ),
        files=telegram_files(draft.files),
        rows=(
            (Button(_.label("Send"), tap=desk.to(Step.SEND, case.id)),),
            (
                Button(_.label("Change the text"), tap=desk.to(Step.WRITE, case.id)),
                Button(_.label("Change the outcome"), tap=desk.to(Step.OUTCOME, case.id)),
            ),
            home_row(_, back=desk.case(case.id)),
        ),
    )


def _also_to(_: Texts, supporters: int) -> tuple[object, ...]:
    """Others read the answer too, so nothing private of the author belongs into it."""
    if not supporters:
        return ()
    words = _.n(
        "It also goes to {n} person who asks the same: "
        "please write nothing in it that only the author may know.",
        "It also goes to {n} people who ask the same: "
        "please write nothing in it that only the author may know.",
        supporters,
    )
    return ("", words)


def too_late(_: Texts, desk: Desk, case: Case, draft: AnswerDraft) -> Screen:
    """Somebody was faster; nobody's words are lost."""
    return Screen(
        lines(
            _(
                "{number} has changed meanwhile. It is now: {state}.",
                number=number(case),
                state=_(STATES[case.state]),
            ),
            _("Your answer was not sent. It is kept:"),
            "",
            draft.text or _("The answer is in the files."),
        ),
        rows=(
            (Button(_.label("Discard my answer"), tap=desk.to(Step.DISCARD, case.id)),),
            home_row(_, back=desk.case(case.id)),
        ),
    )


def occupied(_: Texts, desk: Desk, case: Case, others: list[str]) -> Screen:
    """Somebody sits at this answer already."""
    return Screen(
        lines(
            _("<b>Somebody is answering {number} just now.</b>", number=number(case)),
            *(Markup("{}").format(name) for name in others),
            _("Write anyway? Only the answer that is sent first goes to the voter."),
        ),
        rows=(
            (Button(_.label("Write anyway"), tap=desk.to(Step.ANYWAY, case.id)),),
            home_row(_, back=desk.case(case.id)),
        ),
    )


def keep_or_discard(_: Texts, desk: Desk, draft: AnswerDraft) -> Screen:
    """After /cancel: nothing is thrown away unasked."""
    return Screen(
        _("The answer is not sent. Keep it for later or discard it?"),
        rows=(
            (Button(_.label("Keep"), tap=desk.to(Step.KEEP, draft.appeal_id)),),
            (Button(_.label("Discard"), tap=desk.to(Step.DISCARD, draft.appeal_id)),),
            (Button(_.label("Go on writing"), tap=desk.to(Step.WRITE, draft.appeal_id)),),
        ),
    )


def kept(_: Texts, desk: Desk, appeal_id: int) -> Screen:
    return Screen(
        _("The answer is kept. Go on whenever you like."),
        rows=(
            (Button(_.label("Go on writing"), tap=desk.to(Step.WRITE, appeal_id)),),
            home_row(_, back=desk.case(appeal_id)),
        ),
    )


def discarded(_: Texts, desk: Desk, appeal_id: int) -> Screen:
    return Screen(
        _("The answer is discarded. Nothing was sent."),
        rows=(home_row(_, back=desk.case(appeal_id)),),
    )
