"""What happened to an appeal, and what was answered, in words that all sides share."""

from markupsafe import Markup

from domain.appeals import Action, Outcome, Way
from handlers.common.cases import OUTCOMES, WAYS
from handlers.common.screen import lines
from handlers.common.texts import Texts, marked
from services.appeals.reading import AnswerView, Case, Event

_STEPS = {
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
}


def history(_: Texts, case: Case) -> Markup:
    """One line for each step, the oldest first."""
    return lines(*(_step(_, event) for event in case.events if event.action in _STEPS))


def _step(_: Texts, event: Event) -> Markup:
    words = _STEPS[Action(event.action)]
    values: dict[str, object] = {"when": _.moment(event.at)}
    if "way" in event.data:
        values["way"] = _(WAYS[Way(event.data["way"])])
    if "outcome" in event.data:
        values["outcome"] = _(OUTCOMES[Outcome(event.data["outcome"])])
    return _(words, **values)


def answer_letter(_: Texts, text: str, outcome: Outcome | None, files: int) -> Markup:
    """An answer as its reader sees it: the outcome first, then the words as they were written."""
    return lines(
        _("<b>Outcome: {outcome}</b>", outcome=_(OUTCOMES[outcome])) if outcome else None,
        "",
        Markup("{}").format(text) if text else _("The answer is in the files."),
        _.n("{n} file is attached.", "{n} files are attached.", files) if files else None,
    )


def answers(_: Texts, case: Case) -> Markup | None:
    """All answers so far, each with its day; None where there is none."""
    if not case.answers:
        return None
    return lines(*(_answer(_, one) for one in case.answers))


def _answer(_: Texts, answer: AnswerView) -> Markup:
    return lines(
        "",
        _("<b>The answer of {when}</b>", when=_.moment(answer.sent_at)),
        answer_letter(_, answer.text, answer.outcome, len(answer.files)),
    )
