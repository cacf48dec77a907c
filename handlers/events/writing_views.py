"""Writing an announcement: one question a screen, then the preview."""

from dataclasses import replace

from domain.names import Language
from handlers.common.event_words import KINDS, OWN_NAMES
from handlers.common.links import NewAnnouncement, OpenAnnouncement, OpenAnnouncements, OpenInbox
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts, marked
from handlers.events import views
from handlers.events.callbacks import (
    LANGUAGES,
    TEXTS,
    AskField,
    BeginAnnouncement,
    ChangeIt,
    DropDraft,
    Field,
    LeaveOut,
    Preview,
    Publish,
)
from services.directory import Deputy
from services.events.announcing import PLACE_LIMIT, TEXT_LIMIT
from services.events.scope import Announced

CHOICES = 6
ASKED_IN = {
    Field.KK: marked("<b>The text in Kazakh</b>"),
    Field.RU: marked("<b>The text in Russian</b>"),
    Field.EN: marked("<b>The text in English</b>"),
}


def not_yours(_: Texts) -> Screen:
    return Screen(
        lines(
            _("<b>Deputies and their assistants announce meetings and receptions here.</b>"),
            _("If you are one of them, ask a coordinator for your invitation link."),
        ),
        rows=(home_row(_),),
    )


def choose_deputy(_: Texts, deputies: list[Deputy]) -> Screen:
    rows = tuple(
        (Button(_.name(one.name), tap=NewAnnouncement(mandate_id=one.mandate_id), choice=index),)
        for index, one in enumerate(deputies[:CHOICES], start=1)
    )
    return Screen(_("<b>Of which deputy?</b>"), rows=(*rows, home_row(_, back=OpenInbox())))


def kinds(_: Texts, mandate_id: int) -> Screen:
    buttons = [
        Button(
            _.label(words),
            tap=BeginAnnouncement(mandate_id=mandate_id, kind=kind),
            choice=index,
        )
        for index, (kind, words) in enumerate(KINDS.items(), start=1)
    ]
    before = Button(_.label("What is announced"), tap=OpenAnnouncements(mandate_id=mandate_id))
    return Screen(
        lines(
            _("<b>What do you announce?</b>"),
            _("Those who follow the deputy get it; before it goes out you see what they will see."),
        ),
        rows=(*((one,) for one in buttons), (before,), home_row(_, back=OpenInbox())),
    )


def ask(_: Texts, one: Announced, field: Field, *, guided: bool) -> Screen:
    head, how = _question(_, field)
    rows: Rows = ()
    if field in LANGUAGES:
        rows += (_other_languages(_, one, field, guided=guided),)
    if field in {Field.PLACE, Field.LINK}:
        rows += ((_leave_out(_, one, field, guided=guided),),)
    back = ChangeIt(ident=one.id) if one.is_ready else OpenAnnouncement(ident=one.id)
    return Screen(lines(head, how), rows=(*rows, home_row(_, back=back)))


def _question(_: Texts, field: Field) -> tuple[object, object]:
    if field is Field.TIME:
        return (
            _("<b>When?</b>"),
            _("Please type the day and the time: 25.12 18:30, or with the end: 25.12 18:30-20:00."),
        )
    if field is Field.PLACE:
        return (
            _("<b>Where?</b>"),
            _("Please type the address or the hall, up to {limit} characters.", limit=PLACE_LIMIT),
        )
    if field is Field.LINK:
        return _("<b>Can people join online?</b>"), _("Please send the link.")
    return (
        _(ASKED_IN[field]),
        _(
            "Please write it in one message, up to {limit} characters. One language is enough: "
            "other readers are told which one it is.",
            limit=TEXT_LIMIT,
        ),
    )


def _other_languages(_: Texts, one: Announced, field: Field, *, guided: bool) -> tuple[Button, ...]:
    return tuple(
        Button(OWN_NAMES[language], tap=AskField(ident=one.id, field=other, guided=guided))
        for language, other in TEXTS.items()
        if other is not field
    )


def _leave_out(_: Texts, one: Announced, field: Field, *, guided: bool) -> Button:
    if not guided:
        return Button(_.label("Leave it out"), tap=LeaveOut(ident=one.id, field=field))
    if field is Field.PLACE:
        following = AskField(ident=one.id, field=Field.LINK, guided=True)
        return Button(_.label("Only online"), tap=following)
    return Button(_.label("No link"), tap=Preview(ident=one.id, language=_.language))


def preview(_: Texts, in_language: Texts, one: Announced) -> Screen:
    """A draft as those will see it who read in that language."""
    rows: Rows = ()
    if one.is_ready:
        rows += ((Button(_.label("Publish"), tap=Publish(ident=one.id)),),)
    seen = tuple(
        Button(name, tap=Preview(ident=one.id, language=language))
        for language, name in OWN_NAMES.items()
        if language is not in_language.language
    )
    missing = _("Something is missing still: see “Change”.") if not one.is_ready else None
    name = OWN_NAMES[Language(in_language.language)]
    return Screen(
        lines(
            _("This is how it looks for those who read in: {language}.", language=name),
            missing,
            "",
            views.body(in_language, one),
        ),
        rows=(
            *rows,
            seen,
            (Button(_.label("Change"), tap=ChangeIt(ident=one.id)),),
            (Button(_.label("Throw the draft away"), tap=DropDraft(ident=one.id)),),
            home_row(_, back=OpenAnnouncements(mandate_id=one.deputy.mandate_id)),
        ),
    )


def what_to_change(_: Texts, one: Announced) -> Screen:
    texts = tuple(
        Button(OWN_NAMES[language], tap=AskField(ident=one.id, field=field))
        for language, field in TEXTS.items()
    )
    fields = [Button(_.label("Day and time"), tap=AskField(ident=one.id, field=Field.TIME))]
    fields += [Button(_.label("Place"), tap=AskField(ident=one.id, field=Field.PLACE))]
    fields += [Button(_.label("Link"), tap=AskField(ident=one.id, field=Field.LINK))]
    told = _(
        "Those who said “I will come” are told two minutes after your last change, of all at once."
    )
    return Screen(
        lines(
            _("<b>What do you want to change?</b>"),
            _("The text in a language, or when and where it takes place."),
            told if one.is_open and one.starts_at else None,
        ),
        rows=(texts, tuple(fields), home_row(_, back=OpenAnnouncement(ident=one.id))),
    )


def published(_: Texts, one: Announced) -> Screen:
    shown = views.card(_, one)
    said = _("<b>It is published.</b> Those who follow the deputy are being told.")
    return replace(shown, text=lines(said, "", shown.text))


def ask_reason(_: Texts, one: Announced, *, stop: bool) -> Screen:
    if stop:
        said = _("The deputy's side and those who wanted to come will read it.")
    else:
        said = _("Those who said “I will come” will read it.")
    head = _("<b>Why is it stopped?</b>") if stop else _("<b>Why is it cancelled?</b>")
    return Screen(
        lines(head, _("Please write it in a sentence."), said),
        rows=(home_row(_, back=OpenAnnouncement(ident=one.id)),),
    )
