"""What happened to an appeal, for its author."""

from collections.abc import Callable

from markupsafe import Markup

from domain.appeals import Outcome
from domain.life_cycle import Action
from handlers.common import case_history
from handlers.common.cases import (
    OUTCOMES,
    STATES,
    WAYS,
    number,
)
from handlers.common.links import OpenAppeal
from handlers.common.navigation import home_row
from handlers.common.screen import Screen, lines
from handlers.common.texts import Texts
from services.appeals.reading import Case, Event


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
        "reminded": lambda: case_history.reminder_words(_, event),
        "dates_changed": lambda: _("The working calendar was changed; the dates moved with it."),
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
