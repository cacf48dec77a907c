"""What is kept about a person besides their letters."""

from typing import Final

from markupsafe import Markup

from domain.appeals import Topic
from handlers.common.cases import TOPICS
from handlers.common.navigation import home_row
from handlers.common.screen import Screen, lines
from handlers.common.texts import Texts, marked
from handlers.settings.callbacks import Privacy
from handlers.settings.privacy_views import turn
from services.traces import Left, Trace

_WHAT: Final = {
    Trace.FOLLOWS: marked("You follow"),
    Trace.FOLLOWS_TOPIC: marked("You follow a topic"),
    Trace.JOINED: marked("You joined a letter"),
    Trace.COMES: marked("Your “I will come”"),
    Trace.VISIT: marked("Your visit"),
    Trace.MEETING: marked("You recorded a meeting"),
    Trace.REQUEST: marked("You recorded a deputy request"),
    Trace.PROGRAMME: marked("You recorded a step about a programme"),
    Trace.EVIDENCE: marked("Evidence from you"),
    Trace.PROPOSAL: marked("You proposed a status"),
    Trace.RESPONSE: marked("You wrote a response"),
    Trace.DECISION: marked("You decided"),
    Trace.ANSWER: marked("You wrote an answer"),
    Trace.NOTE: marked("You wrote a note"),
    Trace.TEMPLATE: marked("You made a template"),
    Trace.QUESTION: marked("You asked an author"),
    Trace.MORE_TIME: marked("You took more time"),
    Trace.REDIRECTION: marked("You redirected a letter"),
    Trace.HANDOVER: marked("You passed a letter on"),
    Trace.ANNOUNCEMENT: marked("You made an announcement"),
    Trace.CORRECTION: marked("You corrected a record"),
    Trace.REVIEW: marked("You looked at a record"),
    Trace.WORKING_DAY: marked("You entered a working day"),
    Trace.INVITE: marked("You made an invitation"),
    Trace.GROUP: marked("You connected a group"),
    Trace.REPORT: marked("You ordered a report"),
}


def listed(_: Texts, found: tuple[Left, ...], page: int, pages: int) -> Screen:
    return Screen(
        lines(_("<b>What else is kept about you</b>"), *(_one(_, one) for one in found)),
        rows=(*turn(_, page, pages), home_row(_, Privacy())),
    )


def _one(_: Texts, one: Left) -> Markup:
    topic = Topic(one.text) if one.text and one.trace is Trace.FOLLOWS_TOPIC else None
    about = (_.name(one.deputy.name) if one.deputy else None, one.number and f"№ {one.number}")
    return lines(
        "",
        Markup("<b>{}</b> ({})").format(_(_WHAT[one.trace]), _.moment(one.at)),
        ", ".join(part for part in about if part) or None,
        _.label(TOPICS[topic]) if topic else one.text,
    )
