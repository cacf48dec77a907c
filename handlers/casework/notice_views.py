"""What people are told about the steps of a case: to the author, to the deputy's side."""

from markupsafe import Markup

from handlers.common.cases import OUTCOMES, dates, number, subject, telegram_files
from handlers.common.course_words import extended as extended_words
from handlers.common.course_words import plain
from handlers.common.course_words import question as question_words
from handlers.common.course_words import redirected as redirected_words
from handlers.common.links import MyAppeals, OpenAppeal, OpenCase, ReplyToQuestion, StopFollowing
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from services.appeals.course import Asked, Redirected
from services.appeals.reading import Case
from services.appeals.supporting import SharedAnswer


def question(_: Texts, case: Case, asked: Asked) -> Screen:
    return Screen(
        lines(
            _("<b>The deputy's side has a question about your letter</b>"),
            number(case),
            _("{name} asks:", name=_.name(case.deputy.name)),
            Markup("<blockquote>{}</blockquote>").format(asked.question),
            _by(_, case),
            _("Until you reply, the clock of the answer stands."),
        ),
        rows=_reply_rows(_, case),
    )


def question_waits(_: Texts, case: Case, asked: Asked) -> Screen:
    return Screen(
        lines(
            _("<b>Your reply is still awaited</b>"),
            number(case),
            _("{name} asks:", name=_.name(case.deputy.name)),
            Markup("<blockquote>{}</blockquote>").format(asked.question),
            _by(_, case),
            _("Without a reply the letter is closed after that day."),
        ),
        rows=_reply_rows(_, case),
    )


def _by(_: Texts, case: Case) -> Markup | None:
    if case.reply_by is None:
        return None
    return _("Please reply by {day}.", day=_.date(case.reply_by.due))


def _reply_rows(_: Texts, case: Case) -> Rows:
    return (
        (Button(_.label("Reply"), tap=ReplyToQuestion(appeal_id=case.id)),),
        (Button(_.label("Open"), tap=OpenAppeal(appeal_id=case.id)),),
        home_row(_),
    )


def reply_came(_: Texts, case: Case) -> Screen:
    asked = case.course.asked[-1]
    return Screen(
        lines(
            _("<b>The author has replied</b>"),
            number(case),
            subject(_, case),
            "",
            question_words(_, asked),
            "",
            dates(_, case),
        ),
        files=telegram_files(asked.files),
        rows=side_rows(_, case),
    )


def not_replied(_: Texts, case: Case) -> Screen:
    return Screen(
        lines(
            _("<b>Your letter is closed: no reply came to the question</b>"),
            number(case),
            _("If you still need an answer, open the letter: it can be taken up again once."),
        ),
        rows=author_rows(_, case),
    )


def not_replied_side(_: Texts, case: Case) -> Screen:
    return Screen(
        lines(
            _("<b>Closed: the author did not reply to your question</b>"),
            number(case),
            subject(_, case),
            _("Nothing more is to be done, unless the author takes it up again."),
        ),
        rows=side_rows(_, case),
    )


def redirected(_: Texts, case: Case, done: Redirected, child: Case | None) -> Screen:
    """Whereto and under which number; where it is a case of this bot, its dates too."""
    going_on = (
        (
            "",
            _("The letter goes on there under a number of its own:"),
            number(child),
            dates(_, child),
        )
        if child
        else (_("Please ask there under this letter. If an answer comes here, you get it."),)
    )
    open_child = (
        ((Button(_.label("Open the new one"), tap=OpenAppeal(appeal_id=child.id)),),)
        if child
        else ()
    )
    return Screen(
        lines(
            _("<b>Your letter was redirected</b>"),
            number(case),
            redirected_words(_, done),
            *going_on,
        ),
        files=telegram_files(done.files),
        rows=(*open_child, *author_rows(_, case)),
    )


def extended(_: Texts, case: Case) -> Screen:
    """With the reason, and the new date."""
    return Screen(
        lines(
            _("<b>The answer to your letter will take longer</b>"),
            number(case),
            extended_words(_, case.course.extended[-1]),
            dates(_, case),
        ),
        rows=author_rows(_, case),
    )


def time_decided(_: Texts, case: Case, *, granted: bool) -> Screen:
    return Screen(
        lines(
            _("<b>The coordinator has given more time</b>")
            if granted
            else _("<b>The coordinator has not given more time</b>"),
            number(case),
            subject(_, case),
            dates(_, case),
        ),
        rows=side_rows(_, case),
    )


def merged(_: Texts, case: Case) -> Screen:
    into = case.course.merged_into
    return Screen(
        lines(
            _("<b>Your letter is answered together with another about the same</b>"),
            number(case),
            _("The other letter: {number}", number=plain(into)) if into else None,
            _("Your number stays, and you get the answer when it comes."),
        ),
        rows=author_rows(_, case),
    )


def shared_answer(_: Texts, found: SharedAnswer) -> Screen:
    """The answer with its outcome; nothing of the letter it was given to."""
    answer = found.answer
    return Screen(
        lines(
            _("<b>An answer to what you ask as well</b>"),
            _("Your letter: {number}", number=plain(found.own)) if found.own else None,
            _("It was given to {number}", number=plain(found.number)),
            _("{name}, {moment}", name=_.name(found.deputy.name), moment=_.moment(answer.sent_at)),
            _("Outcome: {outcome}", outcome=_(OUTCOMES[answer.outcome]))
            if answer.outcome
            else None,
            "",
            Markup("{}").format(answer.text) if answer.text else _("The answer is in the files."),
        ),
        files=telegram_files(answer.files),
        rows=(
            (Button(_.label("My appeals"), tap=MyAppeals()),),
            *_stop_row(_, found.subscription_id),
            home_row(_),
        ),
    )


def _stop_row(_: Texts, ident: int | None) -> Rows:
    if ident is None:
        return ()
    return ((Button(_.label("Stop following"), tap=StopFollowing(subscription_id=ident)),),)


def author_rows(_: Texts, case: Case) -> Rows:
    return ((Button(_.label("Open"), tap=OpenAppeal(appeal_id=case.id)),), home_row(_))


def side_rows(_: Texts, case: Case) -> Rows:
    return ((Button(_.label("Open"), tap=OpenCase(appeal_id=case.id)),), home_row(_))
