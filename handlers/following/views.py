"""Screens of what a person follows."""

from markupsafe import Markup

from domain.appeals import Topic
from domain.digests import Followed, Hears
from handlers.common.cases import TOPICS
from handlers.common.links import (
    FindDeputy,
    FollowPromise,
    OpenCard,
    OpenDigest,
    OpenFollowing,
    StopFollowing,
)
from handlers.common.navigation import home_row, in_pairs, pager
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts, marked
from handlers.following.callbacks import ChoosePromise, ChooseTopic, FollowTopic, OpenOne, TellWhen
from services.directory import Deputy
from services.followed import PAGE, Choice, Following, FollowingPage

LABEL = 40  # letters of a promise on a button
SHORT = 120
IN_SHORT = {
    Hears.AT_ONCE: marked("at once"),
    Hears.ANNOUNCED: marked("announcements at once, the rest in the weekly digest"),
    Hears.DIGEST: marked("in the weekly digest"),
}
TOLD = {
    Hears.AT_ONCE: marked("News come at once, by day: not from 22:00 to 08:00."),
    Hears.ANNOUNCED: marked(
        "What is announced comes at once, by day: not from 22:00 to 08:00. The rest comes in your "
        "weekly digest. When it comes, you choose under /digest."
    ),
    Hears.DIGEST: marked(
        "News come in your weekly digest. When it comes, you choose under /digest."
    ),
}
CHOICES = {
    Hears.AT_ONCE: marked("Tell me at once"),
    Hears.ANNOUNCED: marked("Only announcements at once"),
    Hears.DIGEST: marked("In the weekly digest"),
}


def subject(_: Texts, one: Following) -> str:
    """What is followed, in a few plain words."""
    name = _.name(one.deputy.name) if one.deputy else ""
    if one.what is Followed.DEPUTY:
        return _.label("Deputy: {name}", name=name)
    if one.what is Followed.PROMISE and one.promise:
        words = shortened(_.name(one.promise), SHORT)
        return _.label("Promise of {name}: {words}", name=name, words=words)
    if one.what is Followed.TOPIC and one.topic:
        topic = _.label(TOPICS[one.topic])
        return _.label("Topic in district {number}: {topic}", number=one.district, topic=topic)
    return _.label("Letter № {number}, which you joined", number=one.number)


def when(_: Texts, one: Following) -> str:
    return _.label(IN_SHORT[one.hears])


def listed(_: Texts, page: FollowingPage, toast: str | None = None) -> Screen:
    first = page.page * PAGE + 1
    rows = list(enumerate(page.rows, start=first))
    nothing = _("You follow nothing yet. Open the card of a deputy and tap “Follow”.")
    return Screen(
        lines(
            _("<b>What you follow: {n}</b>", n=page.total),
            *(
                Markup("{}. {} ({})").format(index, subject(_, one), when(_, one))
                for index, one in rows
            ),
            None if rows else nothing,
        ),
        rows=(
            *(_row(_, index, one) for index, one in rows),
            *pager(_, page.page, page.total, lambda to: OpenFollowing(page=to)),
            (
                Button(_.label("Follow a topic"), tap=ChooseTopic()),
                Button(_.label("Weekly digest"), tap=OpenDigest()),
            ),
            home_row(_, FindDeputy()),
        ),
        toast=toast,
    )  # fmt: skip


def _row(_: Texts, index: int, one: Following) -> tuple[Button, ...]:
    return (
        Button(
            f"{index}. {shortened(subject(_, one), LABEL)}",
            tap=OpenOne(subscription_id=one.id),
            choice=index,
        ),
        Button(_.label("Stop {index}", index=index), tap=StopFollowing(subscription_id=one.id)),
    )


def following(_: Texts, one: Following) -> Screen:
    """How one thing is followed, and what can be changed about it."""
    rows: Rows = (
        *(
            (Button(_.label(CHOICES[other]), tap=TellWhen(subscription_id=one.id, when=other)),)
            for other in _others(one)
        ),
        (Button(_.label("Stop following"), tap=StopFollowing(subscription_id=one.id)),),
    )
    back: OpenCard | OpenFollowing = OpenFollowing()
    if one.what is Followed.DEPUTY and one.deputy:
        choose = ChoosePromise(mandate_id=one.deputy.mandate_id)
        rows += ((Button(_.label("Follow one promise"), tap=choose),),)
        back = OpenCard(mandate_id=one.deputy.mandate_id)
    return Screen(
        lines(
            _("<b>You follow</b>"),
            Markup("{}").format(subject(_, one)),
            "",
            _(TOLD[one.hears]),
        ),
        rows=(*rows, (Button(_.label("What I follow"), tap=OpenFollowing()),), home_row(_, back)),
    )


def _others(one: Following) -> list[Hears]:
    """Only deputies announce."""
    announces = one.what is Followed.DEPUTY
    return [
        when
        for when in (Hears.AT_ONCE, Hears.ANNOUNCED, Hears.DIGEST)
        if when is not one.hears and (announces or when is not Hears.ANNOUNCED)
    ]


def topics(_: Texts, *, has_home: bool) -> Screen:
    if not has_home:
        return Screen(
            _("First choose your district: then you can follow a topic in it."),
            rows=(
                (Button(_.label("Find my district"), tap=FindDeputy()),),
                home_row(_, OpenFollowing()),
            ),
        )
    buttons = [
        Button(f"{index}. {_.label(words)}", tap=FollowTopic(topic=topic), choice=index)
        for index, (topic, words) in enumerate(_offered(), start=1)
    ]
    return Screen(
        lines(
            _("<b>Which topic in your district?</b>"),
            _("You hear of meetings about it and of how many letters it brings."),
            _("Tap one, or just type its number."),
        ),
        rows=(*in_pairs(buttons), home_row(_, OpenFollowing())),
    )


def _offered() -> list[tuple[Topic, str]]:
    return [(topic, words) for topic, words in TOPICS.items() if topic is not Topic.OTHER]


def promises(_: Texts, deputy: Deputy, found: list[Choice], page: int, total: int) -> Screen:
    here = min(max(page, 0), max(0, (total - 1) // PAGE))
    rows = list(enumerate(found, start=here * PAGE + 1))
    return Screen(
        lines(
            _("<b>Which promise of {name}?</b>", name=_.name(deputy.name)),
            *(
                Markup("{}. {}").format(index, shortened(_.name(one.text), SHORT))
                for index, one in rows
            ),
            _("Tap one, or just type its number.")
            if rows
            else _("What it promises is not known here yet."),
        ),
        rows=(
            *(
                (
                    Button(
                        f"{index}. {shortened(_.name(one.text), LABEL)}",
                        tap=FollowPromise(promise_id=one.promise_id),
                        choice=index,
                    ),
                )
                for index, one in rows
            ),
            *pager(_, here, total, lambda to: ChoosePromise(mandate_id=deputy.mandate_id, page=to)),
            home_row(_, OpenCard(mandate_id=deputy.mandate_id)),
        ),
    )


def shortened(words: str, limit: int) -> str:
    return words if len(words) <= limit else f"{words[: limit - 1].rstrip()}…"
