"""The election programme on the screen."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from markupsafe import Markup

from domain.promises import PromiseStatus
from handlers.common.deep_links import PROGRAMME_LINK, share_link
from handlers.common.fact_links import OpenCopy, OpenHistory, OpenPromise
from handlers.common.links import AskProgramme, FindDeputy, OpenCard, OpenProgramme
from handlers.common.navigation import home_row, pager
from handlers.common.promise_topics import OTHER_TOPIC, TOPICS
from handlers.common.promise_words import OPINION, status
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.source_words import source_label
from handlers.common.texts import Texts
from handlers.programme.callbacks import TurnProgramme
from handlers.programme.words import AVAILABILITY, CONFIDENCE, KINDS
from services.directory import Deputy
from services.programmes import ProgrammeView, PromiseItem
from services.records.archive import Copy, Kept

NOTHING_KEPT = Kept(None, None)
PROMISES_ON_A_PAGE = 12
NUMBERS_IN_A_ROW = 6
MOST_CHOICES = 6


def programme(
    _: Texts,
    data: ProgrammeView,
    statuses: Mapping[int, PromiseStatus],
    kept: Kept = NOTHING_KEPT,
    page: int = 0,
) -> Screen:
    """Availability and kind in plain words, then the promises by topic, then where it is from."""
    total = len(data.promises)
    here = min(page, max(0, (total - 1) // PROMISES_ON_A_PAGE))
    start = here * PROMISES_ON_A_PAGE
    shown = data.promises[start : start + PROMISES_ON_A_PAGE]
    return Screen(
        lines(
            _("<b>Election programme: {name}</b>", name=_.name(data.deputy.name)),
            _where(_, data.deputy),
            "",
            _(AVAILABILITY[data.availability]),
            *_dead(_, kept),
            _(KINDS[data.kind]),
            *_promises(_, data, shown, statuses),
            *_origin(_, data),
        ),
        rows=_rows(_, data, here, shown, kept.newest),
    )


def _where(_: Texts, deputy: Deputy) -> str:
    place = (
        _("Constituency No. {number}", number=deputy.district)
        if deputy.district is not None
        else _("Constituency not known")
        if not deputy.elected_by_list
        else _("Elected by a party list")
    )
    return Markup(", ").join([place, *([_.name(deputy.region)] if deputy.region else [])])


def _promises(
    _: Texts,
    data: ProgrammeView,
    shown: Sequence[PromiseItem],
    statuses: Mapping[int, PromiseStatus],
) -> list[Markup]:
    if not data.promises:
        return [Markup(""), _("What it promises is not known here yet.")]
    heading = _.n(
        "{n} promise is known, in short:",
        "{n} promises are known, in short:",
        len(data.promises),
    )
    found = [Markup(""), heading]
    for topic, items in groupby(shown, key=lambda item: item.topic):
        title = _(TOPICS.get(topic, OTHER_TOPIC))
        found += [
            Markup("\n<b>{}</b>").format(title),
            *(_promise(_, item, statuses) for item in items),
        ]
    return [
        *found,
        Markup(""),
        _("Tap or type a number: what became of this promise, and what touches it."),
        *([_(OPINION)] if statuses else []),
    ]


def _promise(_: Texts, item: PromiseItem, statuses: Mapping[int, PromiseStatus]) -> Markup:
    said = Markup("{}. {}").format(item.number, _.name(item.text))
    if item.id in statuses:
        rated = _("Status: {status}", status=status(_, statuses[item.id]))
        said += Markup("\n   {}").format(rated)
    if item.thesis is None:
        return said
    thesis = _(
        "thesis {number} of the party: {text}",
        number=item.thesis.number,
        text=_.name(item.thesis.text),
    )
    return said + Markup("\n   <i>{}</i>").format(thesis)


def _origin(_: Texts, data: ProgrammeView) -> list[Markup]:
    if not data.source:
        return []
    sure = CONFIDENCE.get(data.confidence or "")
    known = _("How sure it is: {words}.", words=_.label(sure)) if sure else None
    return [
        Markup(""),
        _("Source: {source}", source=source_label(_, data.source)),
        *([known] if known is not None else []),
    ]


def _dead(_: Texts, kept: Kept) -> list[Markup]:
    """A link that leads nowhere is said to, with what is left of it."""
    if kept.dead_since is None:
        return []
    day = _.short_date(kept.dead_since)
    if kept.newest is None:
        return [_("The link to it has led nowhere since {day}; no copy was kept.", day=day)]
    copied = _.short_date(kept.newest.kept_on)
    return [
        _("The link to it has led nowhere since {day}. A copy of {copied} is kept here.",
          day=day, copied=copied)
    ]  # fmt: skip


def _rows(
    _: Texts, data: ProgrammeView, page: int, shown: Sequence[PromiseItem], copy: Copy | None
) -> Rows:
    ident = data.deputy.mandate_id
    numbers = [
        Button(str(item.number), tap=OpenPromise(promise_id=item.id), choice=item.number)
        for item in shown
    ]
    in_rows = tuple(
        tuple(numbers[start : start + NUMBERS_IN_A_ROW])
        for start in range(0, len(numbers), NUMBERS_IN_A_ROW)
    )
    rows: Rows = in_rows + pager(
        _,
        page,
        len(data.promises),
        lambda to: TurnProgramme(mandate_id=ident, page=to),
        PROMISES_ON_A_PAGE,
    )
    if data.url:
        rows += ((Button(_.label("Read the whole text"), url=data.url),),)
    if copy is not None:
        tap_copy = OpenCopy(mandate_id=ident, copy_id=copy.id)
        label = _.label("Archived copy of {day}", day=_.short_date(copy.kept_on))
        rows += ((Button(label, tap=tap_copy),),)
    if data.can_be_asked:
        tap = AskProgramme(mandate_id=ident)
        rows += ((Button(_.label("Ask the deputy for the programme"), tap=tap),),)
    rows += ((Button(_.label("How it was found"), tap=OpenHistory(mandate_id=ident)),),)
    text = _.label("Election programme: {name}", name=_.name(data.deputy.name))
    link = share_link(_.link(PROGRAMME_LINK, ident), text)
    return (
        *rows,
        (Button(_.label("Share"), url=link),),
        home_row(_, OpenCard(mandate_id=ident)),
    )


def ask(_: Texts) -> Screen:
    return Screen(
        lines(
            _("<b>Whose programme would you like to read?</b>"),
            _("Find the deputy, and the programme is one tap away."),
            _(
                "Or type it at once: a number, a name or a place after the command, "
                "for example /program 8"
            ),
        ),
        rows=((Button(_.label("Find my deputy"), tap=FindDeputy()),), home_row(_)),
    )


def nobody(_: Texts) -> Screen:
    """The words lead to no known deputy."""
    return Screen(
        _("These words lead me to no known deputy. Please try the search: it shows what is known."),
        rows=((Button(_.label("Find my deputy"), tap=FindDeputy()),), home_row(_)),
    )


def choices(_: Texts, found: Sequence[Deputy]) -> Screen:
    """Several deputies, told apart by their districts."""
    rows: list[tuple[Button, ...]] = []
    for number, one in enumerate(found[:MOST_CHOICES], 1):
        label = f"{number}. {_.name(one.name)}, {_short(_, one)}"
        rows.append((Button(label, tap=OpenProgramme(mandate_id=one.mandate_id), choice=number),))
    more = len(found) - len(rows)
    return Screen(
        lines(
            _("<b>Whose programme?</b>"),
            _("Tap one, or just type its number."),
            _.n(
                "{n} more is left out: type more of the name.",
                "{n} more are left out: type more of the name.",
                more,
            )
            if more
            else None,
        ),
        rows=(*rows, home_row(_, FindDeputy())),
    )


def _short(_: Texts, deputy: Deputy) -> str:
    if deputy.district is None:
        return _.label("constituency not known")
    number = _.label("No. {number}", number=deputy.district)
    return f"{number}, {_.name(deputy.region)}" if deputy.region else number
