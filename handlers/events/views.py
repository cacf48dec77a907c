"""An announcement as readers see it, the list of a deputy, and who comes."""

from markupsafe import Markup

from domain.announcements import AnnouncementState
from domain.calendar_file import CalendarEvent
from domain.records import RecordKind
from handlers.common.event_words import KINDS, STATES, WRITTEN_IN, clock, language_shown, span
from handlers.common.fact_links import LogAnnounced, OpenRecord
from handlers.common.links import (
    NewAnnouncement,
    OpenAnnouncement,
    OpenAnnouncements,
    OpenCard,
    OpenReception,
)
from handlers.common.navigation import home_row, pager
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from handlers.events.callbacks import (
    Attend,
    CalendarFile,
    ChangeIt,
    EndIt,
    Publish,
)
from services.events.scope import PAGE, Announced, Listed

TITLE = 60


def body(_: Texts, one: Announced) -> Markup:
    """What followers read, in the reader's language as far as the author gave it."""
    written = language_shown(one.texts, _.language)
    other = written is not None and written is not _.language
    return lines(
        Markup("<b>{}</b>").format(_(KINDS[one.kind])),
        _("Deputy {name}", name=_.name(one.deputy.name)),
        "",
        _.name(one.texts) or _("There is no text yet."),
        Markup("<i>{}</i>").format(_(WRITTEN_IN[written])) if other and written else None,
        *_where(_, one),
    )


def _where(_: Texts, one: Announced) -> list[Markup | str | None]:
    if not (one.starts_at or one.place or one.url):
        return []
    return [
        "",
        _("When: <b>{when}</b>", when=span(_, one.starts_at, one.ends_at))
        if one.starts_at
        else None,
        _("Where: {place}", place=one.place) if one.place else None,
        _("Online: {link}", link=one.url) if one.url else None,
    ]


def card(_: Texts, one: Announced) -> Screen:
    return Screen(lines(body(_, one), *_state(_, one)), rows=_rows(_, one))


def _state(_: Texts, one: Announced) -> list[Markup | str | None]:
    if one.state in {AnnouncementState.CANCELLED, AnnouncementState.STOPPED}:
        stopped = one.state is AnnouncementState.STOPPED
        said = _("<b>A coordinator stopped this announcement.</b>") if stopped else _(
            "<b>This is cancelled.</b>"
        )  # fmt: skip
        return ["", said, _("The reason: {reason}", reason=one.end_reason or "")]
    if one.state is AnnouncementState.DRAFT:
        return ["", _("This is a draft: nobody else sees it.")]
    if one.is_over:
        return ["", _("It is over."), _confirmed(_, one)]
    if one.starts_at is None:
        return []
    said_so = {True: _("You said that you will come."), False: _("You said that you cannot come.")}
    return [
        "",
        _.n("{n} person says “I will come”.", "{n} people say “I will come”.", one.coming)
        if one.coming and (one.is_side or one.coming >= PAGE)
        else None,
        said_so[one.mine] if one.mine is not None else None,
    ]


def _confirmed(_: Texts, one: Announced) -> Markup | None:
    """Few voices are for those who look after it: one of them may be known."""
    said = one.confirmed + one.denied
    if not said or (said < PAGE and not (one.is_side or one.may_stop or one.may_record)):
        return None
    return _(
        "Of those who wanted to come say that it took place: {yes}, that it did not: {no}",
        yes=one.confirmed,
        no=one.denied,
    )


def _rows(_: Texts, one: Announced) -> Rows:
    rows: Rows = ()
    if one.is_open and one.starts_at is not None:
        rows += answer_rows(_, one)
    if one.is_side and one.state is AnnouncementState.DRAFT:
        rows += ((Button(_.label("Publish"), tap=Publish(ident=one.id)),),)
    if one.is_side and (one.is_open or one.state is AnnouncementState.DRAFT):
        rows += ((Button(_.label("Change"), tap=ChangeIt(ident=one.id)),),)
    if one.is_side and one.is_open:
        rows += ((Button(_.label("Cancel it"), tap=EndIt(ident=one.id)),),)
    if one.may_stop and one.state is AnnouncementState.PUBLISHED:
        stop = Button(_.label("Stop it (coordinator)"), tap=EndIt(ident=one.id, stop=True))
        rows += ((stop,),)
    if one.record_id is not None:
        record = OpenRecord(kind=RecordKind.MEETING, record_id=one.record_id)
        rows += ((Button(_.label("What was recorded of it"), tap=record),),)
    elif one.may_record:
        rows += ((Button(_.label("Record it"), tap=LogAnnounced(ident=one.id)),),)
    return (*rows, home_row(_, OpenAnnouncements(mandate_id=one.deputy.mandate_id)))


def answer_rows(_: Texts, one: Announced) -> Rows:
    """What was not said yet of "I will come" and "I cannot", and the calendar file."""
    come = Button(_.label("I will come"), tap=Attend(ident=one.id, coming=True))
    stay = Button(_.label("I cannot come"), tap=Attend(ident=one.id, coming=False))
    said = tuple(
        button for button, coming in ((come, True), (stay, False)) if one.mine is not coming
    )
    file = Button(_.label("Into my calendar"), tap=CalendarFile(ident=one.id))
    return (said, (file,))


def listed(_: Texts, found: Listed, *, visits: bool = False) -> Screen:
    """`visits`: there are times to book, or to look after."""
    mandate_id = found.deputy.mandate_id
    rows = tuple(
        (Button(f"{index}. {_short(_, one)}", tap=OpenAnnouncement(ident=one.id), choice=index),)
        for index, one in enumerate(found.rows, start=1)
    )
    tools: tuple[Button, ...] = ()
    if found.is_side:
        tools += (Button(_.label("Announce"), tap=NewAnnouncement(mandate_id=mandate_id)),)
    if visits:
        tools += (Button(_.label("Reception"), tap=OpenReception(mandate_id=mandate_id)),)
    return Screen(
        lines(
            _("<b>Announcements: {name}</b>", name=_.name(found.deputy.name)),
            None if found.rows else _("Nothing has been announced yet."),
            *(_entry(_, index, one) for index, one in enumerate(found.rows, start=1)),
        ),
        rows=(
            *rows,
            *pager(
                _,
                found.page,
                found.total,
                lambda to: OpenAnnouncements(mandate_id=mandate_id, page=to),
            ),
            *((tools,) if tools else ()),
            home_row(_, OpenCard(mandate_id=mandate_id)),
        ),
    )


def _short(_: Texts, one: Announced) -> str:
    kind = _.label(KINDS[one.kind])
    if one.starts_at is None:
        return kind
    day = one.starts_at.astimezone(_.zone).date()
    return f"{kind}, {_.short_date(day)}, {clock(_, one.starts_at)}"


def _entry(_: Texts, index: int, one: Announced) -> Markup:
    open_state = one.state is AnnouncementState.PUBLISHED
    text = _.name(one.texts)
    return lines(
        "",
        Markup("{}. <b>{}</b>").format(index, _short(_, one)),
        None if open_state else _(STATES[one.state]),
        Markup("{}").format(text if len(text) <= TITLE else text[:TITLE].rstrip() + "…"),
        one.place,
    )


def calendar_event(_: Texts, one: Announced) -> CalendarEvent | None:
    """None for what has no time."""
    if one.starts_at is None:
        return None
    kind, name = _.label(KINDS[one.kind]), _.name(one.deputy.name)
    return CalendarEvent(
        uid=f"announcement-{one.id}@{_.username}",
        version=one.version,
        title=f"{kind}: {name}",
        start=one.starts_at,
        end=one.ends_at,
        place=one.place or one.url,
        text=_.name(one.texts),
        url=one.url,
        cancelled=one.state is not AnnouncementState.PUBLISHED,
    )


def with_thanks(_: Texts, one: Announced) -> Screen:
    """After a word about coming."""
    words = (
        _.label("Noted. You will be reminded the day before and an hour before.")
        if one.mine
        else _.label("Noted. You will not be reminded.")
    )
    return card(_, one).with_toast(words)
