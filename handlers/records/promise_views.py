"""Splitting a programme: the list, one promise, its topic."""

from markupsafe import Markup

from domain.promises import PromiseScope
from handlers.common.fact_links import EditPromises, OpenHistory
from handlers.common.measure_words import KINDS
from handlers.common.navigation import home_row, in_pairs, pager
from handlers.common.promise_topics import OTHER_TOPIC, TOPICS
from handlers.common.record_facts import shorten
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts, marked
from handlers.records.promise_callbacks import (
    AddPromise,
    AskKind,
    AskPart,
    AskThesis,
    AskTopic,
    EditPromise,
    Part,
    PickScope,
    PickTopic,
)
from services.records.promise_editing import INDICATOR_LIMIT, PAGE, TEXT_LIMIT, Edited, Split

TOPICS_ON_A_PAGE = 10
SCOPES = {
    PromiseScope.LOCAL: marked("Local"),
    PromiseScope.NATIONAL: marked("National"),
}


MAKE = {
    PromiseScope.LOCAL: marked("Make it local"),
    PromiseScope.NATIONAL: marked("Make it national"),
}


def listed(_: Texts, found: Split) -> Screen:
    mandate_id = found.deputy.mandate_id
    return Screen(
        lines(
            _("<b>Promises of {name}: {n}</b>", name=_.name(found.deputy.name), n=found.total),
            _("Kind of the programme: {kind}", kind=_(KINDS[found.kind])),
            *(
                Markup("{}. {}").format(one.number, shorten(_.name(one.text), 200))
                for one in found.rows
            ),
            "",
            _("One promise is one point that can be checked."),
        ),
        rows=(
            *(
                (
                    Button(
                        f"{one.number}. {shorten(_.name(one.text), 40)}",
                        tap=EditPromise(promise_id=one.id),
                        choice=one.number,
                    ),
                )
                for one in found.rows
            ),
            *pager(
                _,
                found.page,
                found.total,
                lambda to: EditPromises(mandate_id=mandate_id, page=to),
                PAGE,
            ),
            (
                Button(_.label("Add a promise"), tap=AddPromise(mandate_id=mandate_id)),
                Button(_.label("Kind of the programme"), tap=AskKind(mandate_id=mandate_id)),
            ),
            home_row(_, back=OpenHistory(mandate_id=mandate_id)),
        ),
    )


def one(_: Texts, found: Edited) -> Screen:
    ident = found.id
    scope = _(SCOPES[found.scope]) if found.scope else _("not said yet")
    other = PromiseScope.NATIONAL if found.scope is PromiseScope.LOCAL else PromiseScope.LOCAL
    return Screen(
        lines(
            Markup("<b>{}. {}</b>").format(found.number, _.name(found.text)),
            _("Topic: {topic}", topic=_(TOPICS.get(found.topic, OTHER_TOPIC))),
            _("Measured by: {indicator}", indicator=found.indicator or _("not said yet")),
            _("Local or national: {scope}", scope=scope),
            _("Thesis of the party: {thesis}", thesis=_thesis(_, found)),
            "",
            _("What you change is kept beside the old value."),
        ),
        rows=(
            (
                Button(_.label("Text"), tap=AskPart(promise_id=ident, part=Part.TEXT)),
                Button(_.label("Topic"), tap=AskTopic(promise_id=ident)),
            ),
            (
                Button(_.label("Measured by"), tap=AskPart(promise_id=ident, part=Part.INDICATOR)),
                Button(
                    _.label(MAKE[other]),
                    tap=PickScope(promise_id=ident, scope=other),
                ),
            ),
            (Button(_.label("Thesis of the party"), tap=AskThesis(promise_id=ident)),),
            home_row(_, back=EditPromises(mandate_id=found.mandate_id)),
        ),
    )


def _thesis(_: Texts, found: Edited) -> Markup:
    if found.thesis is None:
        return _("not said yet")
    return Markup("{}. {}").format(found.thesis.number, _.name(found.thesis.text))


def ask_new(_: Texts, mandate_id: int) -> Screen:
    return Screen(
        lines(
            _("<b>A new promise</b>"),
            _("Please type it in one or two sentences, close to the words of the programme; "
              "up to {limit} characters. It is kept in your language.", limit=TEXT_LIMIT),
        ),
        rows=(home_row(_, back=EditPromises(mandate_id=mandate_id)),),
    )  # fmt: skip


def ask_part(_: Texts, found: Edited, part: Part) -> Screen:
    words = (
        _("Please type the promise anew, in your language; up to {limit} characters.",
          limit=TEXT_LIMIT)
        if part is Part.TEXT
        else _("By what can it be measured? For example a number, an object, a date; "
               "up to {limit} characters.", limit=INDICATOR_LIMIT)
    )  # fmt: skip
    return Screen(
        lines(Markup("<b>{}</b>").format(_.name(found.text)), words),
        rows=(home_row(_, back=EditPromise(promise_id=found.id)),),
    )


def topics(_: Texts, found: Edited, page: int) -> Screen:
    listed_topics = [*TOPICS.items()]
    page = max(0, min(page, (len(listed_topics) - 1) // TOPICS_ON_A_PAGE))
    start = page * TOPICS_ON_A_PAGE
    buttons = [
        Button(_.label(words), tap=PickTopic(promise_id=found.id, topic=topic))
        for topic, words in listed_topics[start : start + TOPICS_ON_A_PAGE]
    ]
    return Screen(
        lines(Markup("<b>{}</b>").format(_.name(found.text)), _("What is it about?")),
        rows=(
            *in_pairs(buttons),
            *pager(
                _,
                page,
                len(listed_topics),
                lambda to: AskTopic(promise_id=found.id, page=to),
                TOPICS_ON_A_PAGE,
            ),
            home_row(_, back=EditPromise(promise_id=found.id)),
        ),
    )
