"""What is typed or sent while a record is open."""

from datetime import date

from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from domain.errors import BadInput
from domain.record_fields import Field
from domain.records import RecordKind
from domain.roles import Actor
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.records import choice_views
from handlers.records.desk import Desk, DeskOf
from handlers.records.meaning import of_deputy, of_place, understood
from handlers.records.typed_facts import (
    Typed,
    forwarded_link,
    read,
    sent_file,
    typed_days,
    written_at,
)
from services import lookup_pages
from services.records import drafts, evidence, filling, guessing
from services.records.guessing import Guess
from services.unit_of_work import UnitOfWork


async def first(
    message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, desk_of: DeskOf
) -> Screen | None:
    """At /log: whatever says something begins a meeting, unless one is open."""
    kind = RecordKind.MEETING
    typed, file = _said(message, uow), sent_file(message)
    if typed.is_empty and file is None:
        raise BadInput("record_unclear")
    if file is not None:
        evidence.check(file)
    known = await drafts.current(uow, actor, kind)
    if known is not None:
        note = texts(
            "This draft is still open: send or discard it, then send the new one. "
            "Or send it again to add it here."
        )
        return await desk_of(kind, known).draft(note)
    ident = await drafts.begin(uow, actor, kind)
    desk = desk_of(kind, ident)
    await desk.sit_down()
    if typed.links:
        await desk.hinted(await _hint(desk, message, typed))
    return await _take(desk, message, typed)


async def _hint(desk: Desk, message: Message, typed: Typed) -> Guess:
    """A post names its deputy and tells its day."""
    found = await guessing.named(desk.uow, desk.actor, desk.cache, typed.words.split())
    written = written_at(message)
    day: date | None = desk.uow.rules.today(written) if written else None
    return Guess(found, day)


async def take(message: Message, state: FSMContext, desk_of: DeskOf) -> Screen | None:
    """Into the field that is asked for, or wherever it fits."""
    data = await state.get_data()
    desk = desk_of(RecordKind(data["kind"]), data["record"])
    asked = Field(data["field"]) if data["field"] else None
    said = _said(message, desk.uow)
    if asked in {None, Field.EVIDENCE} or sent_file(message):
        return await _take(desk, message, said)
    if said.links and asked not in filling.LIMITS:  # a link is evidence wherever no words are asked
        return await _take(desk, message, said)
    return await into_field(desk, Field(asked), message.text or message.caption or "")


def _said(message: Message, uow: UnitOfWork) -> Typed:
    typed = read(message.text or message.caption or "", uow.rules.today(uow.now))
    post = forwarded_link(message)
    if post is None:
        return typed
    return Typed((post, *typed.links), None, None, typed.words)


async def _take(desk: Desk, message: Message, typed: Typed) -> Screen | None:
    """Evidence first, then what the words say."""
    file = sent_file(message)
    for url in typed.links:
        await evidence.add_link(desk.uow, desk.actor, desk.kind, desk.ident, url)
    if file is not None:
        await evidence.add_file(desk.uow, desk.actor, desk.kind, desk.ident, file)
    if typed.links or file is not None:
        album, last = message.media_group_id, (await desk.state.get_data()).get("album")
        if album is not None and album == last:
            return None  # one answer for all of its photos
        screen = await desk.draft()
        await desk.state.update_data(album=album)
        return screen
    return await understood(desk, typed)


async def into_field(desk: Desk, field: Field, text: str) -> Screen:
    """What was asked for. Raises BadInput, with nothing changed."""
    uow, actor = desk.uow, desk.actor
    if field is Field.DEPUTY or field is Field.SIGNATORIES:
        return await of_deputy(desk, field, text)
    if field is Field.PLACE:
        return await of_place(desk, text)
    if field is Field.DAY:
        first_day, last = typed_days(text, uow.rules.today(uow.now))
        await filling.set_days(uow, actor, desk.kind, desk.ident, first_day, last)
    elif field is Field.REPLY_DAY:
        day = typed_days(text, uow.rules.today(uow.now))[0]
        await filling.set_reply_day(uow, actor, desk.ident, day)
    elif field is Field.PEOPLE:
        await filling.set_people(uow, actor, desk.ident, _number(text))
    elif field in filling.LIMITS:
        await filling.set_words(uow, actor, desk.cache, desk.kind, desk.ident, field, text)
    else:
        raise BadInput("record_choose")
    return await desk.after(field)


def _number(text: str) -> int:
    typed = "".join(text.split())
    if not typed.isdecimal() or len(typed) > 7:  # noqa: PLR2004 - a stadium is enough
        raise BadInput("record_not_a_number")
    return int(typed)


async def location(message: Message, state: FSMContext, desk_of: DeskOf) -> Screen:
    """The nearest places, one of which is confirmed."""
    data, shared = await state.get_data(), message.location
    desk = desk_of(RecordKind(data["kind"]), data["record"])
    if shared is None or desk.kind is not RecordKind.MEETING:
        raise BadInput("record_unclear")
    near = await lookup_pages.near(desk.uow, desk.cache, shared.latitude, shared.longitude)
    return choice_views.places(desk.texts, await desk.record(), [it.place for it in near])


async def unusable(_message: Message) -> None:
    """A sticker, a voice message."""
    raise BadInput("record_unclear")
