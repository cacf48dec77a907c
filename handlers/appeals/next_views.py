"""Who has the letter, what happens next, and what its author can do now; for every state."""

from typing import Final

from markupsafe import Markup

from domain.appeals import IN_INBOX, Closing, State
from domain.due import RuleId
from domain.life_cycle import (
    DISPUTE_WITHIN,
    REDIRECTED_LIVES,
    REOPEN_WITHIN,
    SETTLED_AFTER,
    SILENT_AFTER,
    Action,
)
from handlers.common.texts import Texts, marked
from services.appeals.reading import Case

E_OTINISH: Final = "https://eotinish.kz"

_SIDE = marked("Now with: the deputy's side")
_COORDINATOR = marked("Now with: a coordinator")
_YOU = marked("Now with: you")
_BODY = marked("Now with: the competent body")
_WHO = {
    State.DRAFT: _YOU,
    State.HELD: _COORDINATOR,
    State.RETURNED: _YOU,
    State.UNDELIVERABLE: _COORDINATOR,
    State.DELIVERED: _SIDE,
    State.ACKNOWLEDGED: _SIDE,
    State.IN_WORK: _SIDE,
    State.CLARIFICATION: _YOU,
    State.REDIRECTED: _BODY,
    State.ANSWERED: _YOU,
    State.DISPUTED: marked("Now with: the deputy's side and a coordinator"),
}

_NEXT = {
    State.DRAFT: marked("It is not sent yet. Next: you send it or discard it."),
    State.HELD: marked("A coordinator looks at it within one working day. Next: it is registered "
                       "or comes back to you with the reason."),
    State.RETURNED: marked("It came back to you with the reason. Next: you write it anew."),
    State.JOINED: marked("You joined the letter of another voter. Next: its answer reaches you."),
    State.REGISTERED: marked("It is on its way to the deputy's side."),
    State.UNDELIVERABLE: marked(
        "The deputy has not joined this bot. A coordinator will pass the letter on by other "
        "ways and you will be told how and when."
    ),
    State.DELIVERED: marked("The deputy's side has it. Next: they take it into work or answer."),
    State.ACKNOWLEDGED: marked("The deputy's side works on it. Next: the answer."),
    State.IN_WORK: marked("The deputy's side works on it. Next: the answer."),
    State.CLARIFICATION: marked("You have been asked something. Next: your reply."),
    State.ANSWERED: marked(
        "There is an answer. Next: please say whether it solved the matter. "
        "If you say nothing, the letter is closed on {silent} and is not counted as solved."
    ),
    State.CONFIRMED: marked(
        "You said that it is solved. Thank you. Next: the letter is closed on {settled}."
    ),
    State.PARTLY: marked(
        "You said that it is partly solved. Thank you. Next: the letter is closed on {settled}."
    ),
    State.DISPUTED: marked(
        "You said that it is not solved. The deputy's side and a coordinator have been told. "
        "Next: a new answer, or the coordinator's decision."
    ),
    State.REDIRECTED: marked(
        "It was passed on to the competent body. Next: the answer. "
        "If none comes, the letter is closed here after {redirected} and you are told."
    ),
    State.MERGED: marked(
        "It is answered together with another letter about the same. Next: you get that answer."
    ),
    State.WITHDRAWN: marked("You have withdrawn it. Nobody will work on it any more."),
    State.ANONYMISED: marked("It is closed; the text was removed."),
}  # fmt: skip
_AGAIN = marked("The deputy's side works on it again. Next: a new answer.")
_CLOSED = {
    Closing.SILENT: marked("It was closed: nobody said whether the answer helped."),
    Closing.SOLVED: marked("It was closed as solved."),
    Closing.PARTLY: marked("It was closed as partly solved."),
    Closing.DISPUTED: marked(
        "A coordinator closed the disagreement; the reason stands with the letter."
    ),
    Closing.NO_REPLY: marked("It was closed: your reply to the question did not come."),
    Closing.REDIRECTED: marked("It was closed: the competent body did not let us know anything."),
    Closing.NOT_DELIVERABLE: marked(
        "It was closed: no way led to this deputy. Ways that are left: e-Otinish, the deputy's "
        "reception, the office of the assembly."
    ),
}
_UNTIL = (
    (
        Action.DISPUTE,
        DISPUTE_WITHIN,
        marked("If you do not agree with the answer, you can say so until {day}."),
    ),
    (
        Action.WRITE_AGAIN,
        SETTLED_AFTER,
        marked("Is something left? Until {day} you can write a second letter to this one, once."),
    ),
    (
        Action.REOPEN,
        REOPEN_WITHIN,
        marked("If it is needed, you can open it again until {day}, once."),
    ),
)
_WHEN_JOINED = marked("If the deputy joins this bot until {day}, you can open it again.")
_CLOSED_SOMEHOW = marked("It is closed.")


_WITH_THE_SIDE = IN_INBOX - {State.REGISTERED}
_DESERTED = marked(
    "Nobody of the deputy's side works in this bot at the moment. The coordinators know "
    "and look for somebody; the letter is not lost."
)


def _deserted(case: Case) -> bool:
    """It was delivered here, and nobody of the deputy's side is left here."""
    elsewhere = any(event.action == Action.HAND_OVER for event in case.events)
    return case.state in _WITH_THE_SIDE and not case.has_workspace and not elsewhere


def who_has_it(_: Texts, case: Case) -> Markup | None:
    """Whose turn it is; None where nobody has to do anything."""
    words = _COORDINATOR if _deserted(case) else _WHO.get(case.state)
    return _(words) if words else None


def next_step(_: Texts, case: Case) -> Markup:
    """What happens next, honestly."""
    if _deserted(case):
        return _(_DESERTED)
    if case.state is State.CLOSED:
        return _(_CLOSED[case.closed_as] if case.closed_as else _CLOSED_SOMEHOW)
    if case.state is State.IN_WORK and _goes_on(case):
        return _(_AGAIN)
    due = case.answer_by.due if case.answer_by else case.since.astimezone(_.zone).date()
    return _(
        _NEXT[case.state],
        silent=_.day(case.since + SILENT_AFTER),
        settled=_.day(case.since + SETTLED_AFTER),
        redirected=_.date(due + REDIRECTED_LIVES),
    )


def _goes_on(case: Case) -> bool:
    return case.answer_by is not None and case.answer_by.base.rule.id is RuleId.REOPENED


def can_do(_: Texts, case: Case) -> Markup | None:
    """What the author can do now and until when; None where nothing is left."""
    for action, window, words in _UNTIL:
        if action in case.able:
            return _(words, day=_.day(case.since + window))
    if case.closed_as is Closing.NOT_DELIVERABLE:
        return _(_WHEN_JOINED, day=_.day(case.since + REOPEN_WITHIN))
    if case.state in {State.CONFIRMED, State.PARTLY}:
        return _("After that it can be opened again within 60 days, once.")
    if case.state in {State.CLOSED, State.WITHDRAWN, State.ANONYMISED}:
        return _("If you still need something, write a new letter and name this number in it.")
    if Action.WITHDRAW in case.able:
        return _("You can withdraw it at any time.")
    return None
