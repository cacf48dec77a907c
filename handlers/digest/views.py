"""The weekly digest: one message that is read in half a minute."""

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from markupsafe import Markup

from handlers.common.cases import STATES, TOPICS
from handlers.common.deep_links import (
    ANNOUNCEMENT_LINK,
    APPEAL_LINK,
    CARD_LINK,
    MEETING_LINK,
    PROMISE_LINK,
    REQUEST_LINK,
)
from handlers.common.links import OpenDigest, OpenFollowing, SwitchDigest
from handlers.common.navigation import home_row
from handlers.common.promise_words import STATUSES
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts
from handlers.digest import charts, work_views
from handlers.digest.words import KINDS, linked, shortened
from services.digests.announced import Announced
from services.digests.letters import OwnLetter
from services.digests.reading import DeputyWeek, Digest
from services.digests.topics import TopicWeek
from services.digests.week import Change, Fact

T = TypeVar("T")
SHOWN: Final = 3  # of each section
WORDS: Final = 90  # letters of a text


def digest(_: Texts, found: Digest) -> Screen:
    since, until = (
        moment.astimezone(_.zone).date() for moment in (found.window.since, found.window.until)
    )
    return Screen(
        lines(
            _("<b>Your week</b>"),
            _(
                "From {since} to {until}",
                since=_.short_date(since),
                until=_.short_date(until),
            ),
            *(section for part in _sections(_, found) if part for section in ("", *part)),
        ),
        rows=(
            (
                Button(_.label("What I follow"), tap=OpenFollowing()),
                Button(_.label("Day and hour"), tap=OpenDigest()),
            ),
            (Button(_.label("Stop the digest"), tap=SwitchDigest(on=False)),),
            home_row(_),
        ),
        files=charts.chart(_, found),
        fresh=True,
    )


def _sections(_: Texts, found: Digest) -> list[list[Markup]]:
    if found.is_empty:
        return [_nothing(_, found)]
    work = [
        *(work_views.desk(_, one) for one in found.desks),
        work_views.coordination(_, found.coordination) if found.coordination else [],
        work_views.activism(_, found.activism) if found.activism else [],
    ]
    busy = [one for one in found.deputies if one.week]
    own = [
        _some(_, _("<b>Your letters</b>"), found.letters.rows, _letter),
        _some(_, _("<b>Letters you joined</b>"), found.joined, _joined),
        *(_deputy(_, one) for one in busy[:SHOWN]),
        [_and_more(_, len(busy) - SHOWN)] if len(busy) > SHOWN else [],
        _some(_, _("<b>Promises you follow</b>"), found.promises, _change),
        _some(_, _("<b>Announced</b>"), found.announced, _announced),
        _some(_, _("<b>Topics in your district</b>"), found.topics, _topic),
    ]
    return work + own


def _nothing(_: Texts, found: Digest) -> list[Markup]:
    names = ", ".join(_.name(one.deputy.name) for one in found.deputies[:SHOWN])
    said = [
        _("Nothing new about {names} was recorded this week.", names=names)
        if names
        else _("There is no news this week.")
    ]
    if found.letters.open:
        said.append(
            _.n(
                "{n} letter of yours is on its way: /appeals",
                "{n} letters of yours are on their way: /appeals",
                found.letters.open,
            )
        )
    return said


def _some(
    _: Texts, title: Markup, rows: Sequence[T], line: Callable[[Texts, T], Markup]
) -> list[Markup]:
    """The first few, and how many more there are."""
    if not rows:
        return []
    more = len(rows) - SHOWN
    said = [title, *(line(_, one) for one in rows[:SHOWN])]
    return [*said, _and_more(_, more)] if more > 0 else said


def _and_more(_: Texts, n: int) -> Markup:
    return _.n("and {n} more", "and {n} more", n)


def _deputy(_: Texts, one: DeputyWeek) -> list[Markup]:
    week = one.week
    figures = (
        _("Meetings recorded: {n}", n=week.meetings) + _days(_, MEETING_LINK, week.newest_meetings)
        if week.meetings
        else None,
        _("Deputy requests recorded: {n}", n=week.requests)
        + _days(_, REQUEST_LINK, week.newest_requests)
        if week.requests
        else None,
        _("Letters answered: {n}", n=week.answered) if week.answered else None,
    )
    name = linked(_.link(CARD_LINK, one.deputy.mandate_id), _.name(one.deputy.name))
    said = [Markup("<b>{}</b>").format(name)]
    told = Markup(" · ").join(part for part in figures if part is not None)
    said += [told] if told else []
    said += [_change(_, change) for change in week.changes[:SHOWN]]
    more = len(week.changes) - SHOWN
    return [*said, _and_more(_, more)] if more > 0 else said


def _days(_: Texts, kind: str, facts: Sequence[Fact]) -> Markup:
    """Each day opens its record."""
    days = [
        linked(_.link(kind, one.id), _.short_date(one.day) if one.day else f"№ {one.id}")
        for one in facts
    ]
    return Markup(" ({})").format(Markup(", ").join(days)) if days else Markup("")


def _change(_: Texts, one: Change) -> Markup:
    words = shortened(_.name(one.text), WORDS)
    link = linked(_.link(PROMISE_LINK, one.promise_id), words)
    return Markup("{}: <b>{}</b>").format(link, _(STATUSES[one.status]))


def _letter(_: Texts, one: OwnLetter) -> Markup:
    number = linked(_.link(APPEAL_LINK, one.id), f"№ {one.number}")
    if one.waits:
        return _("{number}: {state}. It waits for you.", number=number, state=_(STATES[one.state]))
    return Markup("{}: {}").format(number, _(STATES[one.state]))


def _joined(_: Texts, one: OwnLetter) -> Markup:
    """Another's letter has no card by a link: it stands under /appeals."""
    return Markup("№ {}: {}").format(one.number, _(STATES[one.state]))


def _announced(_: Texts, one: Announced) -> Markup:
    words = shortened(_.name(one.text) or _.name(one.deputy.name), WORDS)
    link = linked(_.link(ANNOUNCEMENT_LINK, one.id), words)
    kind = _.label(KINDS[one.kind])
    if one.starts_at is None:
        return Markup("{}: {}").format(kind, link)
    return Markup("{}, {}: {}").format(kind, _.moment(one.starts_at), link)


def _topic(_: Texts, one: TopicWeek) -> Markup:
    letters = _.label("fewer than five") if one.letters is None else _.number(one.letters)
    topic = _.label(TOPICS[one.topic])
    name = linked(_.link(CARD_LINK, one.mandate_id), topic)
    return _(
        "{topic}. Letters: {letters}, meetings: {meetings}",
        topic=name,
        letters=letters,
        meetings=_.number(one.meetings),
    )
