"""What happened to an appeal, for its author."""

from itertools import groupby

from markupsafe import Markup

from domain.appeals import Outcome, Way
from domain.life_cycle import Action
from handlers.common.additions import REASONS
from handlers.common.case_history import reminder_words
from handlers.common.cases import OUTCOMES, WAYS, number
from handlers.common.links import OpenAppeal
from handlers.common.navigation import home_row
from handlers.common.screen import Screen, lines
from handlers.common.texts import Texts, marked
from services.appeals.reading import Case, Event

_HAPPENED: dict[str, str] = {
    Action.SEND: marked("You sent it; it was registered."),
    Action.HOLD: marked("A coordinator was asked to look at it first."),
    Action.RELEASE: marked("A coordinator looked at it; it was registered."),
    Action.FAIL_DELIVERY: marked("The deputy is not reached here; a coordinator was asked."),
    Action.DELIVER: marked("The deputy's side received it."),
    Action.HAND_OVER: marked("A coordinator passed it on. How: {way}."),
    Action.GIVE_UP: marked("A coordinator closed it: it cannot be passed on. {reason}."),
    Action.ACKNOWLEDGE: marked("The deputy's side took it into work."),
    Action.START_WORK: marked("Somebody of the deputy's side began to work on it."),
    Action.REDIRECT: marked("It was redirected to the competent body."),
    Action.ASK: marked("You were asked a question; the clock stands until you reply."),
    Action.REPLY: marked("You replied; the clock goes on."),
    Action.EXTEND: marked("The deputy's side took more time, with a reason."),
    Action.ANSWER: marked("An answer came. Outcome: {outcome}."),
    Action.RECORD_ANSWER: marked("An answer came. Outcome: {outcome}."),
    Action.CONFIRM: marked("You said: solved."),
    Action.CONFIRM_PARTLY: marked("You said: partly solved."),
    Action.WRITE_AGAIN: marked("You wrote a second letter; a new term began."),
    Action.DISPUTE: marked("You said: not solved. A new term began."),
    Action.SEND_BACK: marked(
        "A coordinator sent it back to be answered again. {reason}. A new term began."
    ),
    Action.CLOSE_DISPUTED: marked("A coordinator closed the disagreement. {reason}."),
    Action.CLOSE_SILENT: marked("It was closed: nobody said whether the answer helped."),
    Action.CLOSE_SETTLED: marked("It was closed."),
    Action.CLOSE_NO_REPLY: marked("It was closed: your reply to the question did not come."),
    Action.CLOSE_REDIRECTED: marked("It was closed after the redirection."),
    Action.REOPEN: marked("You opened it again; a new term began."),
    Action.MERGE: marked("It was merged with another letter about the same."),
    Action.SUCCEED: marked("It was passed on to the deputy's successor."),
    Action.WITHDRAW: marked("You withdrew it."),
    Action.ANONYMISE: marked("Text and files were removed: the time to keep them is over."),
    "tied": marked("It was tied to a promise of the deputy."),
    "untied": marked("It was taken off a promise of the deputy."),
    "made_public": marked("You opened a summary for all."),
    "made_private": marked("You made it private again."),
    "e_otinish": marked("You sent it through e-Otinish too."),
    "interim": marked("The deputy's side sent word on the way; the clock runs on."),
    "dates_changed": marked("The working calendar was changed; the dates moved with it."),
}
_REMINDED = "reminded"
_TOLD = {*_HAPPENED, _REMINDED}
_REASONS = {str(reason): words for reason, words in REASONS.items()}


def history(_: Texts, case: Case) -> Screen:
    """The time line in plain words: the days, and under each what happened when."""
    told = [event for event in case.events if event.action in _TOLD]
    days = groupby(told, lambda event: event.at.astimezone(_.zone).date())
    return Screen(
        lines(
            number(case),
            *(
                lines("", Markup("<b>{}</b>").format(_.date(day)), *(_line(_, one) for one in same))
                for day, same in days
            ),
        ),
        rows=(home_row(_, back=OpenAppeal(appeal_id=case.id)),),
    )


def _line(_: Texts, event: Event) -> Markup:
    return Markup("{} {}").format(f"{event.at.astimezone(_.zone):%H:%M}", event_words(_, event))


def event_words(_: Texts, event: Event) -> Markup:
    """One event for the author; who of the other side did it is not told."""
    if event.action == _REMINDED:
        return reminder_words(_, event)
    facts = event.data
    if event.action == Action.SEND and "parent" in facts:
        return _("It came here by redirection; it was registered.")
    values: dict[str, object] = {}
    if "way" in facts:
        values["way"] = _(WAYS[Way(facts["way"])])
    if "outcome" in facts:
        values["outcome"] = _(OUTCOMES[Outcome(facts["outcome"])])
    reason = _REASONS.get(facts.get("reason", ""))
    if reason is not None:
        values["reason"] = _(reason)
    return _(_HAPPENED[event.action], **values)
