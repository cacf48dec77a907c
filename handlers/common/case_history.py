"""What happened to an appeal, and what was answered, in words that all sides share."""

from datetime import date
from itertools import chain, groupby

from markupsafe import Markup

from domain.appeals import Outcome, Way
from domain.ladders import Clock
from domain.life_cycle import ANSWERS, Action
from handlers.common.cases import OUTCOMES, WAYS, number, telegram_files
from handlers.common.course_words import extended
from handlers.common.due_words import answer_explained, days_left_words, explained
from handlers.common.screen import File, lines
from handlers.common.texts import Texts, marked
from services.appeals.reading import AnswerView, Case, Event

_STEPS: dict[str, str] = {
    "dates_changed": marked("{when}: the working calendar was changed; the dates moved with it"),
    "e_otinish": marked("{when}: the voter sent it through e-Otinish too"),
    "tied": marked("{when}: tied to a promise of the deputy"),
    "untied": marked("{when}: taken off a promise of the deputy"),
    "reminded": marked("{when}: a reminder went out, the due date is near or past"),
    "made_public": marked("{when}: the voter opened a summary for all"),
    "made_private": marked("{when}: the voter made it private again"),
    Action.SEND: marked("{when}: the voter sent it"),
    Action.DELIVER: marked("{when}: it reached the deputy"),
    Action.FAIL_DELIVERY: marked("{when}: a coordinator was asked to pass it on"),
    Action.HAND_OVER: marked("{when}: a coordinator passed it on ({way})"),
    Action.ACKNOWLEDGE: marked("{when}: taken into work"),
    Action.ANSWER: marked("{when}: answered ({outcome})"),
    Action.RECORD_ANSWER: marked("{when}: a coordinator recorded the answer ({outcome})"),
    Action.CONFIRM: marked("{when}: the voter says that it is solved"),
    Action.CONFIRM_PARTLY: marked("{when}: the voter says that it is partly solved"),
    Action.DISPUTE: marked("{when}: the voter disagrees with the answer"),
    Action.WITHDRAW: marked("{when}: the voter withdrew it"),
    Action.HOLD: marked("{when}: a coordinator was asked to look at it first"),
    Action.RELEASE: marked("{when}: a coordinator looked at it; it was registered"),
    Action.GIVE_UP: marked("{when}: a coordinator closed it: it cannot be delivered"),
    Action.START_WORK: marked("{when}: somebody works on it"),
    Action.REDIRECT: marked("{when}: redirected to the competent body"),
    Action.ASK: marked("{when}: the voter was asked a question; the clock stands"),
    Action.REPLY: marked("{when}: the voter replied; the clock goes on"),
    Action.EXTEND: marked("{when}: more time was taken, with a reason"),
    Action.WRITE_AGAIN: marked("{when}: the voter wrote a second letter"),
    Action.SEND_BACK: marked("{when}: a coordinator sent it back to be answered again"),
    Action.CLOSE_DISPUTED: marked("{when}: a coordinator closed the dispute"),
    Action.CLOSE_SILENT: marked("{when}: closed, the voter did not say whether it helped"),
    Action.CLOSE_SETTLED: marked("{when}: closed"),
    Action.CLOSE_NO_REPLY: marked("{when}: closed, no reply came to the question"),
    Action.CLOSE_REDIRECTED: marked("{when}: closed after the redirection"),
    Action.REOPEN: marked("{when}: the voter opened it again"),
    Action.MERGE: marked("{when}: merged with another letter about the same"),
    Action.SUCCEED: marked("{when}: passed on to the deputy's successor"),
    Action.ANONYMISE: marked("{when}: text and files were removed, the time to keep them is over"),
}
_ANSWERED = (*ANSWERS, "interim")
_BY_REDIRECTION = marked("{when}: it came here by redirection")


def history(_: Texts, case: Case) -> Markup:
    """One line for each step under its day, the oldest first."""
    told = [event for event in case.events if event.action in _STEPS]
    days = groupby(told, lambda event: event.at.astimezone(_.zone).date())
    return lines(
        *(
            lines(Markup("<b>{}</b>").format(_.date(day)), *(_step(_, event) for event in events))
            for day, events in days
        )
    )


def step(_: Texts, event: Event) -> Markup | None:
    """One step by itself; None for what is not told."""
    return _step(_, event) if event.action in _STEPS else None


def _step(_: Texts, event: Event) -> Markup:
    words = _BY_REDIRECTION if "parent" in event.data else _STEPS[event.action]
    values: dict[str, object] = {"when": f"{event.at.astimezone(_.zone):%H:%M}"}
    if "way" in event.data:
        values["way"] = _(WAYS[Way(event.data["way"])])
    if "outcome" in event.data:
        values["outcome"] = _(OUTCOMES[Outcome(event.data["outcome"])])
    return _(words, **values)


REMINDED = {
    (True, False): marked("The deputy's side was reminded."),
    (True, True): marked("The deputy's side was reminded, and a coordinator was told."),
    (False, True): marked("A coordinator was told that the date has passed."),
}


def reminder_words(_: Texts, event: Event) -> Markup:
    """Who was reminded, of which date, how long before or after it."""
    data = event.data
    day = _.date(date.fromisoformat(data["due"]))
    of_work = data["clock"] == Clock.ACK
    by = marked("To be taken into work by {day}") if of_work else marked("To be answered by {day}")
    who = REMINDED[data["side"], data["coordinators"]]
    return lines(
        _(who),
        Markup("{}: {}").format(_(by, day=day), days_left_words(_, -data["day"]))
        if data["clock"] in {Clock.ACK, Clock.ANSWER}
        else None,
    )


def answer_letter(_: Texts, case: Case, answer: AnswerView) -> Markup:
    """An answer as the voter reads it: whose it is, the outcome, the words as they were written."""
    return lines(
        _("<b>A word on the way about {number}</b>", number=number(case))
        if answer.interim
        else _("<b>The answer to {number}</b>", number=number(case)),
        _("{name}, {moment}", name=_.name(case.deputy.name), moment=_.moment(answer.sent_at)),
        _("Outcome: {outcome}", outcome=_(OUTCOMES[answer.outcome])) if answer.outcome else None,
        "",
        Markup("{}").format(answer.text) if answer.text else _("The answer is in the files."),
    )


def why_dates(_: Texts, case: Case) -> Markup:
    """How each date of the case was computed."""
    return lines(
        number(case),
        *(
            lines("", explained(_, due, case.registered_on))
            for due in (case.handover, case.acknowledge)
            if due is not None
        ),
        *(
            lines("", answer_explained(_, due, case.registered_on))
            for due in (case.answer_by,)
            if due is not None
        ),
        *(lines("", extended(_, one)) for one in case.course.extended),
        *(lines("", explained(_, due)) for due in (case.reply_by,) if due is not None),
        lines("", _("<b>e-Otinish</b>"), explained(_, case.e_otinish.due))
        if case.e_otinish and case.is_author
        else None,
    )


def files_of(case: Case, event: Event) -> tuple[File, ...]:
    """What came with this very step."""
    course, at = case.course, event.at
    if event.action == Action.REPLY:
        came = [one.files for one in course.asked if one.replied_at == at]
    elif event.action == Action.REDIRECT:
        came = [course.redirected.files] if course.redirected else []
    elif event.action == Action.WRITE_AGAIN:
        came = [case.files]
    elif event.action in _ANSWERED:
        came = [one.files for one in case.answers if one.sent_at == at]
    else:
        came = []
    return telegram_files(chain.from_iterable(came))


def all_files(case: Case) -> tuple[File, ...]:
    """What came with the letter, with replies and redirection, then with the answers."""
    course = case.course
    return telegram_files(
        [
            *case.files,
            *(file for one in course.asked for file in one.files),
            *(course.redirected.files if course.redirected else ()),
            *(file for one in case.answers for file in one.files),
        ]
    )
