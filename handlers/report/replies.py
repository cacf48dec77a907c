"""What deputies' sides say, in sentences."""

from collections.abc import Iterator

from domain.names import Names
from domain.promises import Decision, ResponseKind, Subject
from handlers.common.measure_words import measure_word
from handlers.common.texts import Texts
from services.monitoring.facts import Facts, Reply


def replies(_: Texts, facts: Facts) -> Iterator[str]:
    names = {one.mandate_id: one.name for one in facts.deputies}
    return (reply(_, one, names[one.mandate_id]) for one in facts.replies)


def reply(_: Texts, one: Reply, name: Names) -> str:
    about = _about(_, one)
    day = _.short_date(one.said_on)
    words = " ".join(one.words.split())
    text = (
        _.label("{name}, {about}. Reply of {day}: “{words}”", name=_.name(name), about=about,
                day=day, words=words)
        if one.kind is ResponseKind.ANSWER
        else _.label("{name}, {about}. Disagreement of {day}: “{words}”", name=_.name(name),
                     about=about, day=day, words=words)
    )  # fmt: skip
    return f"{text} {decided(_, one)}".strip()


def _about(_: Texts, one: Reply) -> str:
    day = _.short_date(one.day) if one.day else _.label("day not known")
    if one.subject is Subject.MEETING:
        return _.label("meeting, {day}", day=day)
    if one.subject is Subject.REQUEST:
        return _.label("deputy request “{text}”", text=_.name(one.about))
    measure = measure_word(_, one.measure or "")
    return _.label("stated: {measure}, {value}", measure=measure, value=_.number(one.value or 0))


def decided(_: Texts, one: Reply) -> str:
    if one.kind is ResponseKind.ANSWER:
        return ""
    if one.decision is Decision.UPHELD:
        return _.label("A coordinator agreed with the deputy's side.")
    if one.decision is Decision.REJECTED:
        return _.label("A coordinator left it as it is: {reason}", reason=one.because or "")
    return _.label("A coordinator has not decided about it yet.")
