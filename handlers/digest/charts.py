"""The one chart of a digest: what a district asks, or how the queue of a coordinator goes."""

from functools import partial

from domain.appeals import Topic
from handlers.common.cases import TOPICS
from handlers.common.chart import CAPTION, Chart, drawn
from handlers.common.screen import File
from handlers.common.texts import Texts
from services.desk.brief import Brief, TopicFigures
from services.digests.coordination import Coordination
from services.digests.reading import Digest

FEWEST = 2  # bars; a single one tells nothing that the text does not
MOST = 8


def chart(_: Texts, found: Digest) -> tuple[File, ...]:
    """Nothing where a picture would not help."""
    made = next(filter(None, (_topics(_, one.brief) for one in found.desks)), None)
    if made is None and found.coordination is not None:
        made = _weeks(_, found.coordination)
    if made is None:
        return ()
    name = f"{made.name}.png"
    return (File("photo", draw=partial(drawn, made), name=name, caption=made.caption),)


def _topics(_: Texts, brief: Brief) -> Chart | None:
    """Numbers that could tell who has written are not drawn."""
    figures = brief.figures
    rows = [one for one in figures.topics if one.new is not None and one.open is not None][:MOST]
    if len(rows) < FEWEST:
        return None
    return _chart(
        _.label("What the district asks: {name}", name=_.name(brief.deputy.name)),
        f"{_.short_date(figures.since)} – {_.short_date(figures.until)}",
        (_.label("New letters"), _.label("Open letters")),
        [(_topic(_, one), (one.new or 0, one.open or 0)) for one in rows],
        "topics",
    )


def _topic(_: Texts, one: TopicFigures) -> str:
    return _.label(TOPICS[one.topic or Topic.OTHER])


def _weeks(_: Texts, found: Coordination) -> Chart | None:
    if sum(bool(one.registered or one.answered) for one in found.weeks) < FEWEST:
        return None
    rows = [(_.short_date(one.since), (one.registered, one.answered)) for one in found.weeks]
    return _chart(
        _.label("Letters by week"),
        _.label("Each week by its first day"),
        (_.label("Registered"), _.label("Answered")),
        rows,
        "weeks",
    )


def _chart(
    title: str, subtitle: str, legend: tuple[str, str], rows: list[tuple[str, tuple[int, int]]],
    name: str,
) -> Chart:  # fmt: skip
    """The caption says all that the picture shows."""
    told = [f"{label}: {first} / {second}" for label, (first, second) in rows]
    caption = "\n".join((title, subtitle, f"{legend[0]} / {legend[1]}:", *told))
    return Chart(
        title,
        subtitle,
        legend,
        tuple(label for label, _values in rows),
        tuple(values for _label, values in rows),
        ("",) * len(rows),
        caption[:CAPTION],
        name,
    )
